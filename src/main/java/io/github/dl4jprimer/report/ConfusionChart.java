package io.github.dl4jprimer.report;

import io.github.dl4jprimer.language.Language;
import java.util.List;

/**
 * Which class was taken for which: the heat map of a confusion matrix with its axes named.
 *
 * <pre>share = count / sum of its row,   so that the diagonal is the recall of each class</pre>
 */
public final class ConfusionChart {
    private ConfusionChart() {}

    /**
     * Returns the chart.
     *
     * @param language of the axes' names
     * @param title what was classified
     * @param labels class names in index order
     * @param counts [actual class][predicted class]
     */
    public static HeatMapChart of(
            Language language, String title, List<String> labels, long[][] counts) {
        return HeatMapChart.confusion(title, labels, counts)
                .x(language.choose("预测类别", "predicted class"))
                .y(language.choose("真实类别", "actual class"))
                .scaleName(language.choose("占真实类别的比例", "share of the actual class"));
    }
}
