package io.github.dl4jprimer.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Loss, perplexity and accuracy of a language model per unmasked token:
 *
 * <pre>
 * loss = -mean over tokens of log p(token)      perplexity = exp(loss)
 * accuracy = share of tokens that are the likeliest
 * </pre>
 *
 * <p>Labels are one-hot in the output's shape, or token numbers, one a position ([B, T], [B, T, 1]
 * or [B, 1, T]); the mask is [B, T], and labels where it is 0 are not looked at. Probabilities
 * below 1e-10 count as 1e-10, as in DL4J's own loss.
 */
final class TokenScores implements Evaluator.Scores {
    private static final double SMALLEST = 1e-10;

    private final int classAxis;
    private final boolean probabilities;
    private double loss;
    private double right;
    private double tokens;

    TokenScores(Network network) {
        classAxis = network.classAxis();
        probabilities = network.givesProbabilities();
    }

    @Override
    public void add(DataSet batch, INDArray output) {
        var rows = rows(output); // [B*T, V]
        if (!probabilities) {
            rows = Nd4j.nn().softmax(rows, 1);
        }
        double[] weights = weights(batch, rows.size(0));
        int[] guessed = rows.argMax(1).toIntVector();
        var labels = batch.getLabels();
        if (labels.rank() == 3 && labels.equalShapes(output)) {
            var dense = rows(labels).castTo(rows.dataType());
            var logs = Transforms.log(Transforms.max(rows, SMALLEST), false);
            double[] each = logs.muli(dense).sum(1).toDoubleVector();
            int[] actual = dense.argMax(1).toIntVector();
            for (int i = 0; i < weights.length; i++) {
                count(weights[i], each[i], guessed[i] == actual[i]);
            }
        } else {
            long[] actual = labels.dup('c').reshape(rows.size(0)).toLongVector();
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] != 0) {
                    double p = Math.max(rows.getDouble(i, actual[i]), SMALLEST);
                    count(weights[i], Math.log(p), guessed[i] == actual[i]);
                }
            }
        }
    }

    @Override
    public EvaluationResult result(double unused) {
        double mean = loss / tokens;
        var scores = new LinkedHashMap<String, Double>();
        scores.put("perplexity", Math.exp(mean));
        scores.put("accuracy", right / tokens);
        return new EvaluationResult(mean, scores, null);
    }

    private void count(double weight, double logProbability, boolean isRight) {
        loss -= weight * logProbability;
        right += isRight ? weight : 0;
        tokens += weight;
    }

    private static double[] weights(DataSet batch, long rows) {
        var mask = BatchLoss.mask(batch);
        if (mask == null) {
            double[] ones = new double[Math.toIntExact(rows)];
            Arrays.fill(ones, 1);
            return ones;
        }
        return mask.dup('c').reshape(rows).toDoubleVector();
    }

    private INDArray rows(INDArray sequences) {
        var classesLast = classAxis == 1 ? sequences.permute(0, 2, 1) : sequences; // [B, T, V]
        return classesLast.dup('c').reshape('c', -1, sequences.size(classAxis));
    }
}
