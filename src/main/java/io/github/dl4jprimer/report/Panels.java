package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Several small plots side by side under one pair of axis names.
 *
 * <p>Panels fill row after row from the left, each row with the same number of columns; a name that
 * is too long for its panel or axis is cut with an ellipsis.
 *
 * @param names titles of the panels
 * @param xName below all panels
 * @param yName left of all panels
 * @param mostColumns panels in a row at most
 */
record Panels(List<String> names, String xName, String yName, int mostColumns) {
    private static final float NAME_SIZE = 14;
    private static final double TITLE_HEIGHT = 24;
    private static final double GAP = 6;

    /** Paints the content of one panel. */
    @FunctionalInterface
    interface Panel {
        void paint(int index, Rectangle2D area);
    }

    int columns() {
        return (names.size() + rows() - 1) / rows();
    }

    int rows() {
        return Math.max(1, (names.size() + mostColumns - 1) / mostColumns);
    }

    /** Height of a picture whose panels are {@code aspect} times as high as wide. */
    int naturalHeight(int width, double aspect) {
        double cellWidth = Math.min((width - 60.0) / Math.max(1, columns()), 440);
        return (int) Math.round(110 + rows() * (cellWidth * aspect + TITLE_HEIGHT + GAP));
    }

    /**
     * Draws titles and axis names and has each panel drawn into its place.
     *
     * @param panel is told the index and the rectangle
     */
    void paint(Graphics2D graphics, Rectangle2D area, Panel panel) {
        Check.notEmpty("panels", names.size());
        var text = new TextPainter(graphics);
        double left = yName.isBlank() ? 0 : NAME_SIZE + 6;
        double bottom = xName.isBlank() ? 0 : NAME_SIZE + 6;
        double width = (area.getWidth() - left) / columns();
        double height = (area.getHeight() - bottom) / rows();
        for (int index = 0; index < names.size(); index++) {
            double x = area.getX() + left + index % columns() * width;
            double y = area.getY() + Math.floorDiv(index, columns()) * height;
            panel.paint(
                    index,
                    new Rectangle2D.Double(
                            x, y + TITLE_HEIGHT, width - GAP, height - TITLE_HEIGHT - GAP));
            String title = text.fit(names.get(index), NAME_SIZE, width - GAP);
            text.draw(
                    title,
                    NAME_SIZE,
                    Palette.INK,
                    x + width / 2,
                    y + 13,
                    TextPainter.Anchor.MIDDLE);
        }
        double middleX = area.getCenterX() + left / 2;
        double middleY = area.getCenterY() - bottom / 2;
        String below = text.fit(xName, NAME_SIZE, area.getWidth());
        text.draw(
                below,
                NAME_SIZE,
                Palette.INK,
                middleX,
                area.getMaxY() - NAME_SIZE / 2,
                TextPainter.Anchor.MIDDLE);
        String beside = text.fit(yName, NAME_SIZE, area.getHeight());
        double besideX = area.getX() + NAME_SIZE / 2;
        text.drawTurned(
                beside, NAME_SIZE, Palette.INK, besideX, middleY, TextPainter.Anchor.MIDDLE, -90);
    }
}
