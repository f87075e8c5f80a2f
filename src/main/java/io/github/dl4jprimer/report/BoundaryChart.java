package io.github.dl4jprimer.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a classifier divides the plane, at several moments side by side, with the data on top.
 *
 * <p>Both axes are the two features that the classifier sees, in the data's own units. The colour
 * of a place is the class that is most probable there, pale where the classifier is unsure (at
 * chance, {@code 1 / classes}) and strong where it is certain; a place with NaN is grey. Points are
 * the training data in the colour of their true class: a point on another colour is a mistake.
 *
 * <pre>{@code
 * Grid grid = Grid.around(points, 80);
 * var chart = new BoundaryChart("决策边界的形成", grid, "甲", "乙").x("特征 1").y("特征 2").points(points, labels);
 * for (int epoch : List.of(0, 5, 20, 200)) {
 *     chart.panel("第 " + epoch + " 轮", predictedProbabilities(grid.points())); // [grid.size()][classes]
 * }
 * }</pre>
 */
public final class BoundaryChart extends Chart {
    private static final int MOST_COLUMNS = 4;

    /** More points than this are drawn smaller. */
    private static final int MOST_LARGE = 400;

    private final Grid grid;
    private final List<String> classes;
    private final List<String> names = new ArrayList<>();
    private final List<double[][]> panels = new ArrayList<>();
    private ClassPoints points = ClassPoints.NONE;
    private String xName = "";
    private String yName = "";

    /**
     * A chart without panels.
     *
     * @param grid where the classifier is asked
     * @param classes their names in index order
     */
    public BoundaryChart(String title, Grid grid, String... classes) {
        super(title);
        Check.notEmpty("classes", classes.length);
        this.grid = grid;
        this.classes = List.of(classes);
    }

    /** Names the x axis. */
    public BoundaryChart x(String name) {
        this.xName = Check.text("x", name);
        return this;
    }

    /** Names the y axis. */
    public BoundaryChart y(String name) {
        this.yName = Check.text("y", name);
        return this;
    }

    /**
     * Sets the data drawn on each panel; a point outside the grid is left out.
     *
     * @param newPoints [N][2]
     * @param newLabels [N], class indices
     */
    public BoundaryChart points(double[][] newPoints, int[] newLabels) {
        var members = new ClassPoints(newPoints, newLabels);
        Check.classes("labels", newLabels, classes.size());
        this.points = members;
        return this;
    }

    /**
     * Adds a panel whose colours are stronger where the classifier is surer.
     *
     * @param name above it: which epoch, which model
     * @param probabilities [grid.size()][classes] in the grid's order
     */
    public BoundaryChart panel(String name, double[][] probabilities) {
        Check.sameLength("grid points", grid.size(), "probabilities", probabilities.length);
        for (double[] row : probabilities) {
            Check.sameLength("classes", classes.size(), "columns of probabilities", row.length);
        }
        names.add(Check.text("panel", name));
        panels.add(probabilities);
        return this;
    }

    /**
     * Adds a panel from decisions alone.
     *
     * @param predicted [grid.size()], class indices in the grid's order
     */
    public BoundaryChart panel(String name, int[] predicted) {
        Check.classes("predicted", predicted, classes.size());
        double[][] certain = new double[predicted.length][classes.size()];
        for (int index = 0; index < predicted.length; index++) {
            certain[index][predicted[index]] = 1;
        }
        return panel(name, certain);
    }

    @Override
    int naturalHeight() {
        return layout().naturalHeight(width(), 1);
    }

    @Override
    List<Legend.Entry> legend() {
        return IntStream.range(0, classes.size())
                .mapToObj(index -> Legend.Entry.point(classes.get(index), index))
                .toList();
    }

    @Override
    void paint(Graphics2D graphics, Rectangle2D area) {
        layout().paint(
                        graphics,
                        area,
                        (index, cell) -> paintPanel(graphics, cell, panels.get(index)));
    }

    private Panels layout() {
        return new Panels(names, xName, yName, MOST_COLUMNS);
    }

    private void paintPanel(Graphics2D graphics, Rectangle2D cell, double[][] probabilities) {
        var x = new Range(grid.xMin(), grid.xMax(), false);
        var y = new Range(grid.yMin(), grid.yMax(), false);
        var frame = new Frame("", "", x, y, Frame.Size.SMALL);
        frame.hideGrid();
        frame.markerSize(points.size() > MOST_LARGE ? 5 : 7);
        // The regions lie under XChart's points, and only a painted frame knows where: paint it
        // twice.
        frame.paint(graphics, cell);
        paintRegions(graphics, frame, probabilities);
        points.addTo(frame);
        frame.paint(graphics, cell);
    }

    /** One image pixel a grid point, blended; the outer half cells are clipped. */
    private void paintRegions(Graphics2D graphics, Frame frame, double[][] probabilities) {
        var image = new BufferedImage(grid.columns(), grid.rows(), BufferedImage.TYPE_INT_RGB);
        for (int index = 0; index < grid.size(); index++) {
            int row = grid.rows() - 1 - index / grid.columns();
            image.setRGB(index % grid.columns(), row, shade(probabilities[index]).getRGB());
        }
        Rectangle2D inner = frame.inner();
        double width = inner.getWidth() / (grid.columns() - 1);
        double height = inner.getHeight() / (grid.rows() - 1);
        var place =
                AffineTransform.getTranslateInstance(
                        inner.getX() - width / 2, inner.getY() - height / 2);
        place.scale(width, height);
        Shape before = graphics.getClip();
        graphics.clip(inner);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, place, null);
        graphics.setClip(before);
    }

    /** The class colour, from pale at chance to strong at certainty. */
    private static Color shade(double[] probabilities) {
        int best = 0;
        for (int index = 1; index < probabilities.length; index++) {
            if (probabilities[index] > probabilities[best]) {
                best = index;
            }
        }
        if (Arrays.stream(probabilities).anyMatch(Double::isNaN)) {
            return Palette.GRID;
        }
        double chance = 1.0 / probabilities.length;
        double certainty = chance < 1 ? (probabilities[best] - chance) / (1 - chance) : 1;
        return Palette.mix(
                Palette.color(best),
                Color.WHITE,
                0.08 + 0.34 * Math.max(0, Math.min(1, certainty)));
    }
}
