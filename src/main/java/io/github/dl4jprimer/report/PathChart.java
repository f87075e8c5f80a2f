package io.github.dl4jprimer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Paths of optimizers over the contour lines of what they minimise.
 *
 * <p>Both axes are parameters, so a place is a model and a path is a training; a dot is the state
 * after one step (left out from 200 steps on). Thin lines join places of equal loss and carry its
 * value; they are 1, 2 and 5 times powers of ten, so where they lie close the surface is steep.
 *
 * <p>What follows a NaN in a path is left out. A path that leaves the frame for good is drawn to
 * the frame and ends there in an arrow with its name, so that divergence is seen.
 *
 * <pre>{@code
 * new PathChart("峡谷上的三种优化器", (x, y) -> x * x + 20 * y * y, new Grid(-3, 3, -2, 2, 240, 160))
 *         .x("权重 w1").y("权重 w2")
 *         .path("SGD", sgdPoints).path("Adam", adamPoints)
 *         .start("起点", -2.5, 1.5).minimum("最小值", 0, 0)
 *         .save(Path.of("paths.png"));
 * }</pre>
 */
public final class PathChart extends Chart {
    private static final float LABEL_SIZE = 11;
    private static final Color LOW_CONTOUR = new Color(0x627D98);
    private static final Color HIGH_CONTOUR = new Color(0xBCCCDC);

    private final Contours contours;
    private final Grid grid;
    private final double[] levels;
    private final List<OptimizerPath> paths = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private String xName = "x";
    private String yName = "y";

    /**
     * A chart of the surface alone.
     *
     * @param function f(x, y)
     * @param grid the part of the plane to show and how finely it is sampled
     */
    public PathChart(String title, DoubleBinaryOperator function, Grid grid) {
        super(title);
        this.grid = grid;
        this.contours = new Contours(function, grid);
        this.levels = ContourLevels.of(contours.values());
    }

    private record Spot(String name, double x, double y, boolean cross) {}

    /** Names the x axis. */
    public PathChart x(String name) {
        this.xName = Check.text("x", name);
        return this;
    }

    /** Names the y axis. */
    public PathChart y(String name) {
        this.yName = Check.text("y", name);
        return this;
    }

    /**
     * Adds the path of one optimizer.
     *
     * @param points [steps][2], the start first
     */
    public PathChart path(String name, double[][] points) {
        paths.add(new OptimizerPath(name, points));
        return this;
    }

    /**
     * Marks where all paths begin, with a ring.
     *
     * @param name stands beside it
     */
    public PathChart start(String name, double x, double y) {
        spots.add(new Spot(name, x, y, false));
        return this;
    }

    /**
     * Marks where the function is lowest, with a cross.
     *
     * @param name stands beside it
     */
    public PathChart minimum(String name, double x, double y) {
        spots.add(new Spot(name, x, y, true));
        return this;
    }

    /** The key names the paths; spots and heights have their names beside them. */
    @Override
    List<Legend.Entry> legend() {
        return IntStream.range(0, paths.size())
                .mapToObj(index -> paths.get(index).legend(index))
                .toList();
    }

    @Override
    void paint(Graphics2D graphics, Rectangle2D area) {
        var x = new Range(grid.xMin(), grid.xMax(), false);
        var y = new Range(grid.yMin(), grid.yMax(), false);
        var frame = new Frame(xName, yName, x, y, Frame.Size.LARGE);
        frame.hideGrid();
        for (int index = 0; index < levels.length; index++) {
            addContour(frame, index);
        }
        for (int index = 0; index < paths.size(); index++) {
            paths.get(index).addTo(frame, index);
        }
        frame.paint(graphics, area);
        paintHeights(graphics, frame);
        for (int index = 0; index < paths.size(); index++) {
            paths.get(index).paintExit(graphics, frame, index);
        }
        spots.forEach(spot -> paintSpot(graphics, frame, spot));
    }

    /** All pieces of a level as one series with gaps between them; deeper lines are darker. */
    private void addContour(Frame frame, int index) {
        List<Line2D.Double> pieces = contours.at(levels[index]);
        double[] xs =
                pieces.stream().flatMapToDouble(p -> DoubleStream.of(p.x1, p.x2, p.x2)).toArray();
        double[] ys =
                pieces.stream()
                        .flatMapToDouble(p -> DoubleStream.of(p.y1, p.y2, Double.NaN))
                        .toArray();
        if (xs.length > 0) {
            Color color =
                    Palette.mix(LOW_CONTOUR, HIGH_CONTOUR, 1 - (double) index / levels.length);
            frame.line("", xs, ys, color, new BasicStroke(1));
        }
    }

    /** Writes each height once, where it is not near another. */
    private void paintHeights(Graphics2D graphics, Frame frame) {
        var text = new TextPainter(graphics);
        Rectangle2D inner = frame.inner();
        var room =
                new Rectangle2D.Double(
                        inner.getX() + 30,
                        inner.getY() + 14,
                        inner.getWidth() - 60,
                        inner.getHeight() - 28);
        List<Point2D> taken = new ArrayList<>();
        spots.forEach(spot -> taken.add(frame.place(spot.x(), spot.y())));
        for (double level : levels) {
            contours.at(level).stream()
                    .map(piece -> frame.place(piece.x1, piece.y1))
                    .filter(room::contains)
                    .filter(place -> taken.stream().allMatch(other -> other.distance(place) > 60))
                    .findFirst()
                    .ifPresent(
                            place -> {
                                taken.add(place);
                                String height = Numbers.significant(level, 2).replace('-', '−');
                                text.drawOnPlate(
                                        height,
                                        LABEL_SIZE,
                                        Palette.FAINT_INK,
                                        place.getX(),
                                        place.getY(),
                                        TextPainter.Anchor.MIDDLE);
                            });
        }
    }

    /** The ring or cross, and its name on the side with more room. */
    private static void paintSpot(Graphics2D graphics, Frame frame, Spot spot) {
        Point2D place = frame.place(spot.x(), spot.y());
        double x = place.getX();
        double y = place.getY();
        graphics.setStroke(new BasicStroke(2));
        graphics.setColor(Palette.INK);
        if (spot.cross()) {
            graphics.draw(new Line2D.Double(x - 7, y - 7, x + 7, y + 7));
            graphics.draw(new Line2D.Double(x - 7, y + 7, x + 7, y - 7));
        } else {
            graphics.draw(new Ellipse2D.Double(x - 6, y - 6, 12, 12));
        }
        boolean left = x > frame.inner().getCenterX();
        var anchor = left ? TextPainter.Anchor.END : TextPainter.Anchor.START;
        new TextPainter(graphics)
                .drawOnPlate(spot.name(), 13, Palette.INK, x + (left ? -12 : 12), y - 14, anchor);
    }
}
