package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class PathChartTest {
    private static final Color FIRST = Palette.color(0);

    private static PathChart bowl() {
        return new PathChart("碗", (x, y) -> x * x + y * y, new Grid(-1, 1, -1, 1, 60, 60))
                .x("w1")
                .y("w2");
    }

    @Test
    void drawsAPathFromItsStartToItsEnd() {
        Pixels pixels = Pixels.of(bowl().path("SGD", new double[][] {{-0.5, 0.5}, {0, 0}}));
        Rectangle path = pixels.bounds(FIRST, pixels.body());
        Rectangle body = pixels.body();
        assertEquals(0.25 * body.width, path.width, 20);
        assertTrue(path.getMaxX() < body.getCenterX() + 30, "ends in the middle: " + path);
        assertTrue(path.getMaxY() > path.y + 80);
    }

    @Test
    void drawsContourLinesAroundTheMinimum() {
        Pixels pixels = Pixels.of(bowl().path("SGD", new double[][] {{0, 0}}));
        Rectangle body = pixels.body();
        int colours = 0;
        for (int x = body.x + body.width / 2; x < body.x + body.width - 5; x++) {
            colours += pixels.at(x, (int) body.getCenterY()).equals(Color.WHITE) ? 0 : 1;
        }
        assertTrue(colours >= 8, "lines crossed on the way out: " + colours);
    }

    @Test
    void showsThatAPathLeavesForGood() {
        double[][] diverging = {{0, 0}, {0.5, -0.6}, {-0.8, 0.9}, {20, -30}, {-1e300, 1e300}};
        Pixels pixels = Pixels.of(bowl().path("发散", diverging));
        Pixels staying =
                Pixels.of(bowl().path("发散", new double[][] {{0, 0}, {0.5, -0.6}, {-0.8, 0.9}}));
        Color name = FIRST.darker();
        int letters = pixels.count(name, pixels.body()) - staying.count(name, staying.body());
        assertTrue(letters > 12, "its name stands at the edge: " + letters);
        Rectangle path = pixels.bounds(FIRST, pixels.body());
        assertTrue(path.getMaxY() > pixels.body().getMaxY() - 8, "reaches the lower edge: " + path);
    }

    @Test
    void drawsUpToANanAndNothingFromOutside() {
        double[][] broken = {{0, 0}, {0.1, 0}, {Double.NaN, 0}, {0.9, 0}};
        Pixels cut = Pixels.of(bowl().path("a", broken));
        assertTrue(cut.bounds(FIRST, cut.body()).width < 70);
        Pixels outside = Pixels.of(bowl().path("a", new double[][] {{5, 5}, {6, 6}}));
        assertEquals(0, outside.count(FIRST, outside.body()));
    }

    @Test
    void marksStartAndMinimumWithTheirNames() {
        Pixels plain = Pixels.of(bowl());
        Pixels marked = Pixels.of(bowl().start("起点", -0.5, 0.5).minimum("最小值", 0, 0));
        assertTrue(marked.differing(plain, plain.body()) > 200, "a ring, a cross and two names");
    }

    @Test
    void drawsAFlatSurfaceWithoutLines() {
        var flat = new PathChart("平", (x, y) -> 1, new Grid(-1, 1, -1, 1, 20, 20));
        assertEquals(0, Pixels.of(flat).count(FIRST));
    }

    @Test
    void refusesAPathWithoutPoints() {
        var failure =
                assertThrows(
                        IllegalArgumentException.class, () -> bowl().path("SGD", new double[0][]));
        assertEquals(
                "points of SGD must be at least one, got none. Add data before drawing.",
                failure.getMessage());
    }
}
