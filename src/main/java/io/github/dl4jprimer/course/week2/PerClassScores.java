package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.experiment.ConfusionMatrix;
import io.github.dl4jprimer.report.Summary;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * What runs of one kind made of the test lines, class by class.
 *
 * @param name what the runs have in common
 * @param seeds a confusion matrix a seed
 */
record PerClassScores(String name, List<ConfusionMatrix> seeds) {
    /** Returns a score of one class in percent, with its spread over seeds. */
    Summary percent(int label, ToDoubleBiFunction<ConfusionMatrix, Integer> score) {
        return Summary.of(
                seeds.stream()
                        .mapToDouble(seed -> 100 * score.applyAsDouble(seed, label))
                        .toArray());
    }

    /** Returns the mean of a score over classes in percent, with its spread over seeds. */
    Summary percent(List<Integer> labels, ToDoubleBiFunction<ConfusionMatrix, Integer> score) {
        return Summary.of(
                seeds.stream()
                        .mapToDouble(
                                seed ->
                                        labels.stream()
                                                .mapToDouble(
                                                        label ->
                                                                100
                                                                        * score.applyAsDouble(
                                                                                seed, label))
                                                .average()
                                                .orElse(Double.NaN))
                        .toArray());
    }
}
