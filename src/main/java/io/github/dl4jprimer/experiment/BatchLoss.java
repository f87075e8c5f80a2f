package io.github.dl4jprimer.experiment;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Turns DL4J's score into a mean loss, and says what the mean is over.
 *
 * <p>DL4J divides by the number of examples only. For sequences, its own losses are sums over time,
 * so they grow with the length; here they are divided by the number of unmasked tokens. A loss
 * function from elsewhere is taken as the mean it reports.
 *
 * @param summedOverTime whether the network's loss function is one of ND4J's
 * @param classAxis axis of the classes in sequence labels: 1 for [B, V, T], 2 for [B, T, V]
 */
record BatchLoss(boolean summedOverTime, int classAxis) {
    static BatchLoss of(Network network) {
        var summed =
                network.outputLayer().conf().getLayer() instanceof BaseOutputLayer layer
                        && layer.getLossFn().getClass().getName().startsWith("org.nd4j.");
        return new BatchLoss(summed, network.classAxis());
    }

    /**
     * Returns the mean loss of a batch.
     *
     * @param scores sum of the scores, without regularisation, of the updates made on the batch
     * @param updates 1, or more under truncated backpropagation through time
     */
    double mean(double scores, int updates, DataSet batch) {
        if (isPerToken(batch)) {
            return scores * batch.getLabels().size(0) / weight(batch);
        }
        return scores / updates;
    }

    /** Returns the number of examples, or of unmasked tokens, that a batch's mean is over. */
    double weight(DataSet batch) {
        return isPerToken(batch)
                ? tokens(batch.getLabels(), mask(batch))
                : batch.getFeatures().size(0);
    }

    /** Returns the mask of the outputs: DL4J falls back on that of the features. */
    static INDArray mask(DataSet batch) {
        return batch.getLabelsMaskArray() != null
                ? batch.getLabelsMaskArray()
                : batch.getFeaturesMaskArray();
    }

    private boolean isPerToken(DataSet batch) {
        return summedOverTime && batch.getLabels().rank() == 3;
    }

    private double tokens(INDArray labels, INDArray mask) {
        return mask != null
                ? mask.sumNumber().doubleValue()
                : labels.size(0) * labels.size(classAxis == 1 ? 2 : 1);
    }
}
