package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionChartTest {
    private static final List<String> LABELS = List.of("磁盘", "网络");
    private static final long[][] COUNTS = {{3, 1}, {0, 2}};

    private static HeatMapChart named(String x, String y, String scale) {
        return HeatMapChart.confusion("混淆", LABELS, COUNTS).x(x).y(y).scaleName(scale);
    }

    @Test
    void columnsArePredictedAndRowsActualInBothLanguages() {
        var chinese = ConfusionChart.of(Language.ZH, "混淆", LABELS, COUNTS);
        var english = ConfusionChart.of(Language.EN, "混淆", LABELS, COUNTS);
        assertArrayEquals(named("预测类别", "真实类别", "占真实类别的比例").png(), chinese.png());
        assertArrayEquals(
                named("predicted class", "actual class", "share of the actual class").png(),
                english.png());
        assertEquals("混淆", english.title());
    }
}
