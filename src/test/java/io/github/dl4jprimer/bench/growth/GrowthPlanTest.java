package io.github.dl4jprimer.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.bench.Effort;
import io.github.dl4jprimer.data.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthPlanTest {
    private static final Effort EFFORT = new Effort(1, 0.5);

    @Test
    void axesAreReadByNameEachOnce() {
        var plan = GrowthPlan.of(List.of("width", " batch", "width"), EFFORT);
        assertEquals(List.of(GrowthAxis.WIDTH, GrowthAxis.BATCH), plan.axes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bach", "", "BATCH", "批大小"})
    void anUnknownAxisIsRejected(String name) {
        assertMessage(
                "axis must be one of batch, length, width, layers, vocabulary, threads, got %s."
                                .formatted(name)
                        + " Choose some of them.",
                () -> GrowthPlan.of(List.of("batch", name), EFFORT));
    }

    @Test
    void aPlanWithoutWorkIsRejected() {
        assertMessage(
                "axes must be at least 1, got 0. Name some: --axes batch,length.",
                () -> GrowthPlan.of(List.of(), EFFORT));
    }

    private static void assertMessage(String expected, Executable made) {
        assertEquals(expected, assertThrows(BadInput.class, made).getMessage());
    }

    @ParameterizedTest
    @EnumSource(GrowthAxis.class)
    void anAxisChangesOneSizeAndGrows(GrowthAxis axis) {
        var points = axis.points(4);
        assertEquals(
                points.stream().map(axis::size).sorted().distinct().toList(),
                points.stream().map(axis::size).toList());
        for (var other : GrowthAxis.values()) {
            if (other != axis) {
                int expected = other.size(GrowthPoint.base(4));
                points.forEach(point -> assertEquals(expected, other.size(point)));
            }
        }
    }

    @Test
    void threadsGoUpToTheProcessors() {
        assertEquals(List.of(1), sizes(GrowthAxis.THREADS, 1));
        assertEquals(List.of(1, 2), sizes(GrowthAxis.THREADS, 2));
        assertEquals(List.of(1, 2, 4, 6), sizes(GrowthAxis.THREADS, 6));
        assertEquals(List.of(1, 2, 4, 8, 12), sizes(GrowthAxis.LAYERS, 6));
    }

    private static List<Integer> sizes(GrowthAxis axis, int processors) {
        return axis.points(processors).stream().map(axis::size).toList();
    }

    @Test
    void aPointSurvivesTheCommandLine() {
        var point = GrowthPoint.base(3);
        assertEquals("16,64,128,2,5000,3", point.text());
        assertEquals(point, GrowthPoint.parse(point.text()));
    }

    @Test
    void aPointThatCannotBeIsRejected() {
        assertEquals(
                "width must be a multiple of 32, got 100. 128 is a small encoder's.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new GrowthPoint(1, 1, 100, 1, 1, 1))
                        .getMessage());
        assertEquals(
                "sizes must be at least 1, got 0. Give larger ones.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new GrowthPoint(1, 1, 32, 1, 1, 0))
                        .getMessage());
    }
}
