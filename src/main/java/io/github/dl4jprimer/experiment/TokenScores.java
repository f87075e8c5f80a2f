package io.github.dl4jprimer.experiment;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Loss and perplexity of a language model per unmasked token:
 *
 * <pre>loss = -mean over tokens of log p(token)      perplexity = exp(loss)</pre>
 *
 * <p>Labels are one-hot in the output's shape, or token numbers [B, T] or [B, 1, T]; the mask is
 * [B, T]. Probabilities below 1e-10 count as 1e-10, as in DL4J's own loss.
 */
final class TokenScores implements Evaluator.Scores {
    private static final double SMALLEST = 1e-10;

    private final int classAxis;
    private final boolean probabilities;
    private double loss;
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
        var logs = Transforms.log(Transforms.max(rows, SMALLEST), false);
        var each = logs(batch.getLabels(), output, logs); // [B*T]
        var mask = BatchLoss.mask(batch);
        if (mask == null) {
            loss -= each.sumNumber().doubleValue();
            tokens += each.length();
        } else {
            var weights = mask.castTo(each.dataType()).dup('c').reshape(each.length());
            loss -= each.mul(weights).sumNumber().doubleValue();
            tokens += weights.sumNumber().doubleValue();
        }
    }

    @Override
    public EvaluationResult result(double unused) {
        double mean = loss / tokens;
        return new EvaluationResult(mean, Map.of("perplexity", Math.exp(mean)), null);
    }

    private INDArray logs(INDArray labels, INDArray output, INDArray logs) {
        if (labels.rank() == 3 && labels.equalShapes(output)) {
            return logs.mul(rows(labels).castTo(logs.dataType())).sum(1);
        }
        var numbers = labels.dup('c').reshape(logs.size(0)).toLongVector();
        var picked = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            picked[i] = logs.getDouble(i, numbers[i]);
        }
        return Nd4j.createFromArray(picked);
    }

    private INDArray rows(INDArray sequences) {
        var classesLast = classAxis == 1 ? sequences.permute(0, 2, 1) : sequences; // [B, T, V]
        return classesLast.dup('c').reshape('c', -1, sequences.size(classAxis));
    }
}
