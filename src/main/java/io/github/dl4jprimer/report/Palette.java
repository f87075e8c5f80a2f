package io.github.dl4jprimer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Colours, line styles and point shapes that stay apart for colour-blind readers and in grey print.
 *
 * <p>The first colours are Okabe and Ito's without yellow, which is lost on white. From the ninth
 * series on the colours repeat with another dash pattern, so 32 lines remain distinct.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design</a>
 */
final class Palette {
    static final Color BACKGROUND = Color.WHITE;
    static final Color CLEAR = new Color(255, 255, 255, 0);
    static final Color INK = new Color(0x1F2933);
    static final Color FAINT_INK = new Color(0x52606D);
    static final Color GRID = new Color(0xE4E7EB);
    static final Color FRAME = new Color(0x9AA5B1);

    private static final Color[] SERIES = {
        new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7),
        new Color(0xE69F00), new Color(0x56B4E9), new Color(0x882255), new Color(0x4D4D4D)
    };
    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.DIAMOND
    };
    private static final float[][] DASHES = {null, {9, 4}, {2, 3}, {10, 4, 2, 4}};

    /** Light to dark, one hue: grows evenly darker, so it also reads in grey. */
    private static final Color[] SEQUENTIAL = {
        new Color(0xFFFFFF),
        new Color(0xDEEBF7),
        new Color(0x9ECAE1),
        new Color(0x4292C6),
        new Color(0x08519C),
        new Color(0x08306B)
    };

    private Palette() {}

    /** The colour of series {@code index}, 0 or above. */
    static Color color(int index) {
        return SERIES[index % SERIES.length];
    }

    /** The line style of series {@code index} at a width in pixels. */
    static BasicStroke stroke(int index, float width) {
        float[] dash = DASHES[index / SERIES.length % DASHES.length];
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    /**
     * The line of a marker or a baseline: dashed otherwise than any series.
     *
     * @param width in pixels
     */
    static BasicStroke dashed(float width) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);
    }

    /** The same colour at an opacity from 0 (invisible) to 1. */
    static Color translucent(Color color, double opacity) {
        return new Color(
                color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    /** A mixture: {@code share} of the first colour, the rest of the second. */
    static Color mix(Color first, Color second, double share) {
        return new Color(
                channel(first.getRed(), second.getRed(), share),
                channel(first.getGreen(), second.getGreen(), share),
                channel(first.getBlue(), second.getBlue(), share));
    }

    /** White at 0 to dark blue at 1; values outside are clamped, NaN is grey. */
    static Color sequential(double value) {
        if (Double.isNaN(value)) {
            return GRID;
        }
        double position = Math.max(0, Math.min(1, value)) * (SEQUENTIAL.length - 1);
        int below = Math.min((int) position, SEQUENTIAL.length - 2);
        return mix(SEQUENTIAL[below + 1], SEQUENTIAL[below], position - below);
    }

    /**
     * Dark or white, whichever reads better on the background.
     *
     * <p>Judged by luma, {@code 0.299 R + 0.587 G + 0.114 B}, in which green counts most, as it
     * does for the eye.
     *
     * @see <a href="https://www.itu.int/rec/R-REC-BT.601">ITU-R BT.601</a>
     */
    static Color inkOn(Color background) {
        double luminance =
                0.299 * background.getRed()
                        + 0.587 * background.getGreen()
                        + 0.114 * background.getBlue();
        return luminance > 140 ? INK : Color.WHITE;
    }

    /**
     * The shape of series {@code index}: circle, square, triangle or diamond; colour and shape
     * together repeat after 32 series.
     */
    static Marker marker(int index) {
        // The shift gives series 8, which has the colour of series 0, another shape.
        return MARKERS[(index + index / SERIES.length) % MARKERS.length];
    }

    private static int channel(int first, int second, double share) {
        return (int) Math.round(first * share + second * (1 - share));
    }
}
