package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.report.Numbers;
import java.math.BigDecimal;

/** How learning rates are written in tables, charts and names of runs. */
final class LearningRates {
    private LearningRates() {}

    /** Writes a rate with no more digits than it needs: {@code 0.003}. */
    static String text(double rate) {
        var rounded = new BigDecimal(Numbers.significant(rate, 3)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
