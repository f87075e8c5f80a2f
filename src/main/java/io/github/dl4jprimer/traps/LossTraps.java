package io.github.dl4jprimer.traps;

import io.github.dl4jprimer.loss.BinaryCrossEntropy;
import io.github.dl4jprimer.loss.CrossEntropy;
import io.github.dl4jprimer.loss.NextTokenCrossEntropy;
import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Losses that are sums where one expects means, or end where they should grow.
 *
 * <pre>
 * PyTorch                                          DL4J
 * mean over tokens     sum_bt l_bt / (B T)         sum_bt l_bt / B
 * class weights        sum_i w_i l_i / sum_i w_i   sum_i w_i l_i / N
 * cross-entropy        log sum_c exp(z_c) - z_y    -log max(softmax(z)_y, 1e-10)
 * yes-or-no outputs    sum_ic l_ic / (N C)         sum_ic l_ic / N
 * </pre>
 *
 * <p>A sum is no fault by itself, but a learning rate found for one length, one weighting or one
 * number of outputs does not fit another, and losses cannot be compared. All logits here are 0, so
 * each token or output costs ln 2, whatever the label, except where one loss must be huge.
 *
 * @see <a href="https://pytorch.org/docs/stable/nn.functional.html#loss-functions">PyTorch, loss
 *     functions</a>
 */
final class LossTraps {
    /** The loss of two equally likely classes. */
    private static final double LN_2 = Math.log(2);

    private LossTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-sequence-loss-sum", LossTraps::sequenceLossSum),
                new Trap("t-class-weights", LossTraps::classWeights),
                new Trap("t-cross-entropy-clip", LossTraps::crossEntropyClip),
                new Trap("t-binary-loss-sum", LossTraps::binaryLossSum));
    }

    /** Five tokens of two equally likely classes: each costs ln 2. */
    private static Evidence sequenceLossSum() {
        return Evidence.of(tokenLoss(new LossMCXENT()), LN_2)
                .withWorkaround(tokenLoss(NextTokenCrossEntropy.ofLength(5)));
    }

    /** The score of a network that says the same of each of three sequences of five tokens. */
    private static double tokenLoss(ILossFunction loss) {
        var layer =
                new RnnOutputLayer.Builder(loss)
                        .nIn(1)
                        .nOut(2)
                        .dataFormat(RNNFormat.NCW)
                        .activation(Activation.SOFTMAX)
                        .build();
        var network = new MultiLayerNetwork(OneWeight.configuration().list().layer(layer).build());
        network.init();
        var labels = Nd4j.zeros(DataType.DOUBLE, 3, 2, 5); // [batch, classes, tokens]
        labels.slice(0, 1).assign(1);
        return network.score(new DataSet(Nd4j.zeros(DataType.DOUBLE, 3, 1, 5), labels));
    }

    /** Two rows of logits 0, of the classes 0 and 1, which weigh 1 and 3: the mean is ln 2. */
    private static Evidence classWeights() {
        var labels = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}});
        var logits = Nd4j.zeros(DataType.DOUBLE, 2, 2);
        var ours = CrossEntropy.plain().withClassWeights(List.of(1.0, 3.0));
        return Evidence.of(
                        softmaxLoss(new LossMCXENT(Nd4j.createFromArray(1.0, 3.0)), labels, logits),
                        LN_2)
                .withWorkaround(softmaxLoss(ours, labels, logits));
    }

    /** The right class is 100 below the other one: {@code log(1 + exp(100))} is 100. */
    private static Evidence crossEntropyClip() {
        var label = Nd4j.createFromArray(new double[][] {{1, 0}});
        var logits = Nd4j.createFromArray(new double[][] {{0, 100}});
        return Evidence.of(softmaxLoss(new LossMCXENT(), label, logits), 100)
                .withWorkaround(softmaxLoss(CrossEntropy.plain(), label, logits));
    }

    /** The score as an output layer asks for it, divided by the number of rows. */
    private static double softmaxLoss(ILossFunction loss, INDArray labels, INDArray logits) {
        return loss.computeScore(labels, logits.dup(), new ActivationSoftmax(), null, true);
    }

    /** One row of two yes-or-no logits 0: each costs ln 2, and so does their mean. */
    private static Evidence binaryLossSum() {
        return Evidence.of(binaryLoss(new LossBinaryXENT()), LN_2)
                .withWorkaround(binaryLoss(BinaryCrossEntropy.plain()));
    }

    private static double binaryLoss(ILossFunction loss) {
        var labels = Nd4j.createFromArray(new double[][] {{1, 0}});
        var logits = Nd4j.zeros(DataType.DOUBLE, 1, 2);
        return loss.computeScore(labels, logits, new ActivationSigmoid(), null, true);
    }
}
