package io.github.dl4jprimer.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Looks at each update between the backward pass and the optimizer: loss, global gradient norm,
 * learning rate; and clips.
 *
 * <p>DL4J's gradients are sums over the batch here and are divided by its size later, so the norm
 * of the mean gradient is {@code ||g|| / B}. Clipping multiplies the gradient by {@code clipNorm /
 * (norm + 1e-6)} if the norm is larger than {@code clipNorm}, as PyTorch does.
 *
 * @see <a href="https://arxiv.org/abs/1211.5063">Pascanu et al. 2013, algorithm 1</a>
 */
final class GradientProbe extends BaseTrainingListener {
    private final Network network;
    private final double clipNorm;
    private final boolean averaged;
    private final IUpdater updater;
    private final DoubleSupplier term;
    private List<INDArray> gradients;
    private boolean measured;
    private int updates;
    private double scores;
    private double regularization;
    private double gradientNorm;
    private double learningRate;

    GradientProbe(Network network, double clipNorm) {
        this.network = network;
        this.clipNorm = clipNorm;
        averaged = network.outputLayer().conf().isMiniBatch();
        updater = updaterWithLearningRate(network);
        term = RegularizationTerm.of(network);
    }

    /** Starts a new batch; its gradient norm is measured only if asked for or needed to clip. */
    void startBatch(boolean measured) {
        this.measured = measured;
        updates = 0;
        scores = 0;
        regularization = 0;
        gradientNorm = Double.NaN;
        learningRate = Double.NaN;
    }

    /** The last moment at which a graph's output layer still has what it was given. */
    @Override
    public void onBackwardPass(Model model) {
        regularization = term.getAsDouble();
    }

    @Override
    public void onGradientCalculation(Model model) {
        updates++;
        scores += model.score() - regularization;
        if (measured) {
            learningRate =
                    updater == null
                            ? Double.NaN
                            : updater.getLearningRate(network.iterations(), network.epochs());
        }
        if (measured || clipNorm < Double.POSITIVE_INFINITY) {
            int batchSize = averaged ? model.batchSize() : 1;
            gradientNorm = Math.sqrt(sumOfSquares()) / batchSize;
            if (gradientNorm > clipNorm) {
                gradients.forEach(part -> part.muli(clipNorm / (gradientNorm + 1e-6)));
            }
        }
    }

    /** Returns the updates made since the batch started; more than 1 under truncated BPTT. */
    int updates() {
        return updates;
    }

    /** Returns the sum of their scores without the regularisation term. */
    double scores() {
        return scores;
    }

    /** Returns what was measured at the batch's last update. */
    StepMetrics metrics(int epoch, long step, double dataLoss, double samplesPerSecond) {
        return new StepMetrics(
                epoch,
                step,
                dataLoss,
                regularization,
                learningRate,
                gradientNorm,
                samplesPerSecond);
    }

    private double sumOfSquares() {
        if (gradients == null) {
            gradients = gradients(network);
        }
        double sum = 0;
        for (var part : gradients) {
            sum += sumOfSquares(part);
        }
        return sum;
    }

    /**
     * Returns the sum of the squares of a flat array through BLAS: ND4J's own norm2 is 10 to 50
     * times slower, and off by 3e-4 of its value for two million floats.
     */
    static double sumOfSquares(INDArray flat) {
        double norm = Nd4j.getBlasWrapper().nrm2(flat);
        return norm * norm;
    }

    /**
     * Returns the gradient as few flat views: all of it but what is no gradient, such as the new
     * running mean that batch normalisation hands over in the same array.
     */
    private static List<INDArray> gradients(Network network) {
        var flat = network.model().getGradientsViewArray();
        flat = flat.reshape(flat.length());
        var views = new ArrayList<INDArray>();
        long start = 0;
        long end = 0;
        for (var part : network.parts().values()) {
            for (var entry : part.paramTable(false).entrySet()) {
                long length = entry.getValue().length();
                if (!part.updaterDivideByMinibatch(entry.getKey())) {
                    addView(views, flat, start, end);
                    start = end + length;
                }
                end += length;
            }
        }
        addView(views, flat, start, end);
        return views;
    }

    private static void addView(List<INDArray> views, INDArray flat, long start, long end) {
        if (end > start) {
            views.add(flat.get(NDArrayIndex.interval(start, end)));
        }
    }

    /** Returns the first trained parameter's updater: frozen layers have none with a rate. */
    private static IUpdater updaterWithLearningRate(Network network) {
        for (Trainable part : network.parts().values()) {
            for (var name : part.paramTable(false).keySet()) {
                var updater = part.getConfig().getUpdaterByParam(name);
                if (updater != null && updater.hasLearningRate()) {
                    return updater;
                }
            }
        }
        return null;
    }
}
