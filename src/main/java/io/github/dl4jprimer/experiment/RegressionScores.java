package io.github.dl4jprimer.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Errors of a regression: over all entries of the targets [N, C]
 *
 * <pre>
 * mse = mean (y - o)^2      mae = mean |y - o|
 * r2  = mean over columns of 1 - sum (y - o)^2 / sum (y - mean y)^2
 * </pre>
 *
 * <p>A column of equal targets has R2 1 if it is met exactly, else 0.
 */
final class RegressionScores implements Evaluator.Scores {
    private long rows;
    private double absolute;
    private double[] shift;
    private double[] sum;
    private double[] squares;
    private double[] residuals;

    @Override
    public void add(DataSet batch, INDArray output) {
        if (batch.getLabels().rank() != 2) {
            throw new IllegalArgumentException(
                    "labels must be [N, C] for a regression, got %s. Flatten them."
                            .formatted(Arrays.toString(batch.getLabels().shape())));
        }
        var targets = batch.getLabels().toDoubleMatrix();
        var outputs = output.toDoubleMatrix();
        if (shift == null) {
            shift = targets[0].clone();
            sum = new double[shift.length];
            squares = new double[shift.length];
            residuals = new double[shift.length];
        }
        for (int row = 0; row < targets.length; row++) {
            add(targets[row], outputs[row]);
        }
    }

    private void add(double[] target, double[] output) {
        rows++;
        for (int c = 0; c < target.length; c++) {
            double residual = target[c] - output[c];
            absolute += Math.abs(residual);
            residuals[c] += residual * residual;
            // Shifted by the first target, so that a large mean does not swallow the variance.
            double shifted = target[c] - shift[c];
            sum[c] += shifted;
            squares[c] += shifted * shifted;
        }
    }

    @Override
    public EvaluationResult result(double loss) {
        double entries = (double) rows * shift.length;
        var scores = new LinkedHashMap<String, Double>();
        scores.put("mse", Arrays.stream(residuals).sum() / entries);
        scores.put("mae", absolute / entries);
        scores.put("r2", r2());
        return new EvaluationResult(loss, scores, null);
    }

    private double r2() {
        double total = 0;
        for (int c = 0; c < shift.length; c++) {
            double spread = squares[c] - sum[c] * sum[c] / rows;
            if (spread > 0) {
                total += 1 - residuals[c] / spread;
            } else {
                total += residuals[c] == 0 ? 1 : 0;
            }
        }
        return total / shift.length;
    }
}
