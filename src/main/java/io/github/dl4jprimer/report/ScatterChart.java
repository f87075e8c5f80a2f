package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Points coloured by class, in one or several panels: maps of embeddings before and after training.
 *
 * <p>Both axes are coordinates of a map, such as the first two principal components, and have no
 * unit: what counts is which points lie together. Each class has a colour and a shape, so 32
 * classes are told apart. A point with NaN is not drawn; a panel may be empty. Panels have axes of
 * their own unless {@link #sharedRange} is called.
 *
 * <pre>{@code
 * new ScatterChart("告警的嵌入", "磁盘", "网络")
 *         .x("第 1 主成分").y("第 2 主成分")
 *         .panel("训练前", before, labels).panel("训练后", after, labels)
 *         .save(Path.of("embeddings.png"));
 * }</pre>
 */
public final class ScatterChart extends Chart {
    private static final int MOST_COLUMNS = 3;

    /** More points than this are drawn smaller. */
    private static final int MOST_LARGE = 1000;

    private final List<String> classes;
    private final List<Panel> panels = new ArrayList<>();
    private String xName = "";
    private String yName = "";
    private boolean sharedRange;

    /**
     * A chart without panels.
     *
     * @param classes their names in index order
     */
    public ScatterChart(String title, String... classes) {
        super(title);
        Check.notEmpty("classes", classes.length);
        this.classes = List.of(classes);
    }

    private record Panel(String name, ClassPoints points) {}

    /** Names the x axis. */
    public ScatterChart x(String name) {
        this.xName = Check.text("x", name);
        return this;
    }

    /** Names the y axis. */
    public ScatterChart y(String name) {
        this.yName = Check.text("y", name);
        return this;
    }

    /** Gives all panels the same axes, so that distances compare. */
    public ScatterChart sharedRange() {
        this.sharedRange = true;
        return this;
    }

    /**
     * Adds a panel.
     *
     * @param name above it: which model, which epoch
     * @param points [N][2]; points with NaN are left out
     * @param labels [N], class indices
     */
    public ScatterChart panel(String name, double[][] points, int[] labels) {
        var members = new ClassPoints(points, labels);
        Check.classes("labels", labels, classes.size());
        panels.add(new Panel(Check.text("panel", name), members));
        return this;
    }

    @Override
    int naturalHeight() {
        return layout().naturalHeight(width(), panels.size() > 2 ? 1 : 0.95);
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
        return new Panels(panels.stream().map(Panel::name).toList(), xName, yName, MOST_COLUMNS);
    }

    private void paintPanel(Graphics2D graphics, Rectangle2D cell, Panel panel) {
        List<Panel> ranged = sharedRange ? panels : List.of(panel);
        var frame = new Frame("", "", range(ranged, 0), range(ranged, 1), Frame.Size.SMALL);
        frame.markerSize(panel.points().size() > MOST_LARGE ? 4 : 7);
        panel.points().addTo(frame);
        frame.paint(graphics, cell);
    }

    private static Range range(List<Panel> panels, int coordinate) {
        DoubleStream values =
                panels.stream().flatMapToDouble(panel -> panel.points().coordinates(coordinate));
        return Range.fitting(values, false, 0.05);
    }
}
