package io.github.dl4jprimer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A matrix as coloured cells: a confusion matrix, or attention weights between characters.
 *
 * <p>Rows run downwards and columns to the right, as the matrix is written. White is 0, dark blue
 * the largest value; the bar at the right edge says which colour stands for which value. In a
 * confusion matrix the row is the true class, the column the predicted one, the number in a cell
 * counts examples, and its colour is the share of the row's examples: a good classifier has a dark
 * diagonal however rare a class is. A class without examples has a white row.
 *
 * <p>NaN (a masked place, such as a later token under a causal mask) is grey and empty. Numbers are
 * left out where cells are too small for them.
 *
 * <pre>{@code
 * HeatMapChart.confusion("混淆矩阵", labels, counts).x("预测类别").y("真实类别").scaleName("占真实类别的比例").save(png);
 * HeatMapChart.matrix("注意力权重", characters, characters, weights).x("键").y("查询").scaleName("权重").save(png);
 * }</pre>
 */
public final class HeatMapChart extends Chart {
    private static final float NAME_SIZE = 15;

    /** Between the cells and the colour scale. */
    private static final double SCALE_GAP = 20;

    /** Cells at most this many times as wide as high. */
    private static final double MOST_OBLONG = 2.2;

    private final List<String> rows;
    private final List<String> columns;
    private final double[][] shares;
    private String[][] cellTexts;
    private double top;
    private String xName = "";
    private String yName = "";
    private String scaleName = "";

    private HeatMapChart(
            String title,
            List<String> rows,
            List<String> columns,
            double[][] shares,
            String[][] cellTexts,
            double top) {
        super(title);
        Check.notEmpty("rows", rows.size());
        Check.notEmpty("columns", columns.size());
        Check.sameLength("row names", rows.size(), "matrix rows", shares.length);
        for (double[] row : shares) {
            Check.sameLength("column names", columns.size(), "matrix columns", row.length);
        }
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        this.shares = shares;
        this.cellTexts = cellTexts;
        this.top = top;
    }

    /**
     * A confusion matrix: counts in the cells, colour by the share of the row (the true class).
     *
     * @param labels class names in index order
     * @param counts [true class][predicted class]
     */
    public static HeatMapChart confusion(String title, List<String> labels, long[][] counts) {
        double[][] shares =
                Arrays.stream(counts).map(HeatMapChart::normalised).toArray(double[][]::new);
        String[][] texts =
                Arrays.stream(counts)
                        .map(
                                row ->
                                        Arrays.stream(row)
                                                .mapToObj(Long::toString)
                                                .toArray(String[]::new))
                        .toArray(String[][]::new);
        return new HeatMapChart(title, labels, labels, shares, texts, 1);
    }

    /**
     * Any matrix of values from 0 up; the largest value gets the darkest colour.
     *
     * @param values [rows][columns], 0 or above; NaN (a masked place) is grey
     */
    public static HeatMapChart matrix(
            String title, List<String> rows, List<String> columns, double[][] values) {
        double largest =
                Arrays.stream(values)
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1);
        return new HeatMapChart(title, rows, columns, values, null, largest > 0 ? largest : 1);
    }

    /** Names the columns' axis. */
    public HeatMapChart x(String name) {
        this.xName = Check.text("x", name);
        return this;
    }

    /** Names the rows' axis. */
    public HeatMapChart y(String name) {
        this.yName = Check.text("y", name);
        return this;
    }

    /**
     * Names what the colour stands for, with its unit or its range: {@code 占真实类别的比例}.
     *
     * @param name written along the colour scale
     */
    public HeatMapChart scaleName(String name) {
        this.scaleName = Check.text("scaleName", name);
        return this;
    }

    /** Writes each value into its cell, with two decimals; NaN stays empty. */
    public HeatMapChart withValues() {
        this.cellTexts =
                Arrays.stream(shares)
                        .map(
                                row ->
                                        Arrays.stream(row)
                                                .mapToObj(HeatMapChart::twoDecimals)
                                                .toArray(String[]::new))
                        .toArray(String[][]::new);
        return this;
    }

    /** Sets the value that gets the darkest colour, so that several maps compare. */
    public HeatMapChart darkestAt(double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "darkestAt must be above 0, got " + value + ". Weights that sum to 1 take 1.");
        }
        this.top = value;
        return this;
    }

    @Override
    int naturalHeight() {
        return Math.max(480, Math.min(1400, 190 + rows.size() * (rows.size() > 25 ? 20 : 44)));
    }

    /** No key: the colour scale stands beside the cells. */
    @Override
    List<Legend.Entry> legend() {
        return List.of();
    }

    /** Cells as large as fit between the names, but never much wider than high. */
    @Override
    void paint(Graphics2D graphics, Rectangle2D area) {
        var text = new TextPainter(graphics);
        float size = rows.size() > 25 || columns.size() > 40 ? 11 : 13;
        double rowNames = text.widest(rows, size);
        double columnNames = text.widest(columns, size);
        double left = area.getX() + NAME_SIZE + 20 + rowNames;
        var scale = new ColorScale(scaleName, top);
        double width = area.getMaxX() - scale.width(text) - SCALE_GAP - left;
        boolean turned = columnNames > Math.max(width / columns.size() - 4, 1.3 * size);
        double below = text.heightBelow(columns, size, turned) + NAME_SIZE + 20;
        double height = area.getHeight() - below;
        double cell = Math.min(width / columns.size(), MOST_OBLONG * height / rows.size());
        height = Math.min(height, MOST_OBLONG * cell * rows.size());
        var box = new Rectangle2D.Double(left, area.getY(), cell * columns.size(), height);
        paintCells(graphics, text, box);
        paintRowNames(text, box, size);
        text.drawBelow(columns, size, box.getX(), cell, box.getMaxY() + 6, turned);
        double nameY = box.getMaxY() + below - NAME_SIZE / 2 - 2;
        text.draw(
                xName, NAME_SIZE, Palette.INK, box.getCenterX(), nameY, TextPainter.Anchor.MIDDLE);
        double nameX = box.getX() - rowNames - 18 - NAME_SIZE / 2;
        text.drawTurned(
                yName,
                NAME_SIZE,
                Palette.INK,
                nameX,
                box.getCenterY(),
                TextPainter.Anchor.MIDDLE,
                -90);
        scale.paint(graphics, text, box.getMaxX() + SCALE_GAP, box.y, height);
    }

    /** Cells with their numbers, dark on light colours and white on dark ones. */
    private void paintCells(Graphics2D graphics, TextPainter text, Rectangle2D box) {
        double width = box.getWidth() / columns.size();
        double height = box.getHeight() / rows.size();
        float size = (float) Math.max(8, Math.min(14, Math.min(height * 0.5, width * 0.33)));
        graphics.setStroke(new BasicStroke(0.8f));
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                var cell =
                        new Rectangle2D.Double(
                                box.getX() + column * width,
                                box.getY() + row * height,
                                width,
                                height);
                Color color = Palette.sequential(shares[row][column] / top);
                graphics.setColor(color);
                graphics.fill(cell);
                graphics.setColor(Palette.GRID);
                graphics.draw(cell);
                String value = cellTexts == null ? "" : cellTexts[row][column];
                if (text.width(value, size) < width - 1) {
                    Color ink = value.equals("0") ? Palette.FRAME : Palette.inkOn(color);
                    text.draw(
                            value,
                            size,
                            ink,
                            cell.getCenterX(),
                            cell.getCenterY(),
                            TextPainter.Anchor.MIDDLE);
                }
            }
        }
        graphics.setColor(Palette.FRAME);
        graphics.draw(box);
    }

    /** Names of the rows, flush right at the cells. */
    private void paintRowNames(TextPainter text, Rectangle2D box, float size) {
        double height = box.getHeight() / rows.size();
        for (int row = 0; row < rows.size(); row++) {
            String name = text.fit(rows.get(row), size, TextPainter.LONGEST_NAME);
            double y = box.getY() + (row + 0.5) * height;
            text.draw(name, size, Palette.INK, box.getX() - 8, y, TextPainter.Anchor.END);
        }
    }

    /** A row's counts as shares of their sum; a class without examples has zeros. */
    private static double[] normalised(long[] row) {
        long sum = Arrays.stream(row).sum();
        return Arrays.stream(row)
                .mapToDouble(count -> sum == 0 ? 0 : (double) count / sum)
                .toArray();
    }

    private static String twoDecimals(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
