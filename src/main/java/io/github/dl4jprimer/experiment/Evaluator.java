package io.github.dl4jprimer.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** Measures a model on data, in test mode: no dropout, no update. */
public final class Evaluator {
    private Evaluator() {}

    /**
     * Returns loss and metrics over all batches, weighted by their sizes.
     *
     * @param data reset before and after; null or empty gives {@link EvaluationResult#NONE}
     */
    public static EvaluationResult evaluate(Model model, Task task, DataSetIterator data) {
        return evaluate(Network.of(model), task, data);
    }

    static EvaluationResult evaluate(Network network, Task task, DataSetIterator data) {
        if (data == null) {
            return EvaluationResult.NONE;
        }
        data.reset();
        if (!data.hasNext()) {
            return EvaluationResult.NONE;
        }
        var scores =
                switch (task) {
                    case CLASSIFICATION -> new ClassScores();
                    case REGRESSION -> new RegressionScores();
                    case LANGUAGE_MODEL -> new TokenScores(network);
                };
        var loss = new WeightedMean();
        var batchLoss = BatchLoss.of(network);
        double regularization = network.regularization();
        while (data.hasNext()) {
            var batch = data.next();
            scores.add(batch, network.output(batch));
            // A language model's scores contain its loss, which saves a forward pass.
            if (task != Task.LANGUAGE_MODEL) {
                double mean = batchLoss.mean(network.score(batch) - regularization, 1, batch);
                loss.add(mean, batchLoss.weight(batch));
            }
        }
        data.reset();
        return scores.result(loss.mean());
    }

    /** Sums up what a task is measured by, batch by batch. */
    interface Scores {
        /** Adds a batch's labels and the network's output for it. */
        void add(DataSet batch, INDArray output);

        /**
         * Returns the metrics.
         *
         * @param loss the mean loss, NaN where the scores know better
         */
        EvaluationResult result(double loss);
    }

    /** Counts classes. */
    private static final class ClassScores implements Scores {
        private ConfusionMatrix confusion;

        @Override
        public void add(DataSet batch, INDArray output) {
            if (confusion == null) {
                confusion = ConfusionMatrix.empty((int) Math.max(2, output.size(1)));
            }
            if (batch.getLabels().rank() != 2) {
                throw new IllegalArgumentException(
                        "labels must be [N, C] for a classification, got %s. Use the task LANGUAGE_MODEL for sequences."
                                .formatted(Arrays.toString(batch.getLabels().shape())));
            }
            var actual = classes(batch.getLabels(), output.size(1));
            var predicted = classes(output, output.size(1));
            for (int i = 0; i < actual.length; i++) {
                confusion.add(actual[i], predicted[i]);
            }
        }

        /** Reads class numbers: the column of the largest value, or a single column's value. */
        private static int[] classes(INDArray values, long outputs) {
            if (values.size(1) > 1) {
                return values.argMax(1).toIntVector();
            }
            // One output is the probability of class 1; one label is a class number.
            return Arrays.stream(values.toDoubleVector())
                    .mapToInt(value -> outputs == 1 ? (value >= 0.5 ? 1 : 0) : (int) value)
                    .toArray();
        }

        @Override
        public EvaluationResult result(double loss) {
            var scores = new LinkedHashMap<String, Double>();
            scores.put("accuracy", confusion.accuracy());
            scores.put("precision", confusion.macroPrecision());
            scores.put("recall", confusion.macroRecall());
            scores.put("f1", confusion.macroF1());
            return new EvaluationResult(loss, scores, confusion);
        }
    }
}
