package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.report.Numbers;
import java.math.BigDecimal;
import java.util.Arrays;

/** Learning rates to try, as a learner writes them: {@code 0.001,0.01,0.1}. */
final class LearningRates {
    private LearningRates() {}

    /**
     * Reads the rates of a setting.
     *
     * @throws BadInput if it is not a list of numbers above 0
     */
    static double[] in(Settings settings, String name) {
        var text = settings.text(name);
        try {
            var rates = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble);
            return rates.map(LearningRates::positive).toArray();
        } catch (NumberFormatException e) {
            throw new BadInput(
                    "%s must be numbers above 0 with commas between them, got %s. Write 0.01,0.1."
                            .formatted(name, text));
        }
    }

    private static double positive(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new NumberFormatException();
        }
        return rate;
    }

    /** Writes a rate with no more digits than it needs: {@code 0.003}. */
    static String text(double rate) {
        var rounded = new BigDecimal(Numbers.significant(rate, 3)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
