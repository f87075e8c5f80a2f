package io.github.dl4jprimer.transformer;

import java.util.Arrays;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layer that computes a {@link TokenOutput} inside a network.
 *
 * <p>DL4J asks for the gradient first and for the loss of the same batch after it; the loss is
 * known by then and kept for this one question.
 */
public final class TokenOutputLayer extends BaseOutputLayer<TokenOutput> {
    private static final long serialVersionUID = 1L;

    private transient TokenTable table;
    private transient double[] losses;

    TokenOutputLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** Takes the table for the passes to come. */
    void tieTo(TokenTable embedding) {
        table = embedding;
    }

    /**
     * Returns the logits, [B, T, V], of this layer's input, [B, T, D].
     *
     * @throws IllegalArgumentException if the input's shape does not fit
     * @throws IllegalStateException if the network made no pass yet, so that there is no table
     */
    public INDArray logits(INDArray hidden) {
        Require.sequences("hidden", hidden, layerConf().getNIn());
        var decoder = decoder();
        return decoder.logits(decoder.transform(rows(hidden)))
                .reshape('c', hidden.size(0), hidden.size(1), layerConf().getNOut());
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        INDArray logits = logits(input);
        INDArray flat = logits.reshape('c', -1, logits.size(2));
        return workspaces.leverageTo(
                ArrayType.ACTIVATIONS,
                TokenSoftmax.probabilities(flat).reshape('c', logits.shape()));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray unused, LayerWorkspaceMgr workspaces) {
        var predicted = predicted();
        INDArray inputGradient =
                workspaces.create(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
        if (predicted.count() == 0) {
            losses = new double[0];
            clearGradients();
        } else {
            backward(predicted, inputGradient.reshape('c', predicted.total(), -1));
        }
        var result = new DefaultGradient(gradientsFlattened);
        if (gradientViews != null) {
            gradientViews.forEach((name, view) -> result.setGradientFor(name, view, 'c'));
        }
        return new Pair<>(result, inputGradient);
    }

    private void backward(PredictedTokens predicted, INDArray inputGradient) {
        var decoder = decoder();
        var hidden = decoder.transform(picked(predicted));
        INDArray gradient = decoder.logits(hidden);
        // DL4J divides by B later, unless it is told not to.
        double examples = conf().isMiniBatch() ? input.size(0) : 1;
        losses = TokenSoftmax.gradients(gradient, predicted.ids(), examples / predicted.count());
        INDArray rows = decoder.backward(hidden, gradient, gradientViews, table.gradient());
        if (predicted.areAll()) {
            inputGradient.assign(rows);
        } else {
            ScatterAdd.rows(inputGradient, predicted.positions(), rows);
        }
    }

    private void clearGradients() {
        if (gradientsFlattened != null) {
            gradientsFlattened.assign(0);
        }
        INDArray ofTable = table().gradient();
        if (ofTable != null) {
            ofTable.assign(0);
        }
    }

    /** Returns the mean over the predicted tokens, 0 if there are none, plus the given term. */
    @Override
    public double computeScore(
            double regularization, boolean training, LayerWorkspaceMgr workspaces) {
        double[] known = losses != null ? losses : losses(predicted());
        losses = null;
        score = Arrays.stream(known).average().orElse(0) + regularization;
        return score;
    }

    /** Returns each example's mean over its predicted tokens, 0 if it has none, [B, 1]. */
    @Override
    public INDArray computeScoreForExamples(double regularization, LayerWorkspaceMgr workspaces) {
        var predicted = predicted();
        double[] each = losses(predicted);
        int length = (int) input.size(1);
        double[] sums = new double[(int) input.size(0)];
        int[] counts = new int[sums.length];
        for (int i = 0; i < each.length; i++) {
            int example = predicted.positions()[i] / length;
            sums[example] += each[i];
            counts[example]++;
        }
        for (int b = 0; b < sums.length; b++) {
            sums[b] = sums[b] / Math.max(1, counts[b]) + regularization;
        }
        INDArray scores = Nd4j.createFromArray(sums).castTo(dataType).reshape(sums.length, 1);
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, scores);
    }

    private double[] losses(PredictedTokens predicted) {
        if (predicted.count() == 0) {
            return new double[0];
        }
        var decoder = decoder();
        INDArray logits = decoder.logits(decoder.transform(picked(predicted)));
        return TokenSoftmax.losses(logits, predicted.ids());
    }

    private PredictedTokens predicted() {
        assertInputSet(true);
        Require.sequences("input", input, layerConf().getNIn());
        Require.require(labels != null, "labels", "given", null, "Train and score with labels");
        int vocabularySize = layerConf().settings().vocabularySize();
        INDArray mask = maskArray != null ? maskArray : inputMaskArray;
        return PredictedTokens.of(labels, mask, input.size(0), input.size(1), vocabularySize);
    }

    /** The vectors of the predicted positions, [P, D]. */
    private INDArray picked(PredictedTokens predicted) {
        INDArray rows = rows(input);
        return predicted.areAll() ? rows : Nd4j.pullRows(rows, 1, predicted.positions(), 'c');
    }

    /** One row a position: [B, T, D] as [B T, D]. */
    private INDArray rows(INDArray sequences) {
        INDArray plain = sequences.castTo(dataType);
        return plain.dup('c').reshape('c', -1, sequences.size(2));
    }

    private TokenDecoder decoder() {
        return new TokenDecoder(layerConf().settings(), params, table().weights());
    }

    private TokenTable table() {
        if (table == null) {
            throw new IllegalStateException(
                    "output must be tied to an embedding, got no table. Put a TiedTable in front of"
                            + " it and pass something through the network.");
        }
        return table;
    }

    /** Keeps the features' mask for batches whose labels have none. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
            INDArray mask, MaskState state, int batchSize) {
        inputMaskArray = mask;
        inputMaskArrayState = state;
        return null; // nothing comes after it
    }

    @Override
    public void setLabels(INDArray labels) {
        super.setLabels(labels);
        losses = null;
    }

    @Override
    public void clear() {
        super.clear();
        losses = null;
    }

    @Override
    protected INDArray getLabels2d(LayerWorkspaceMgr workspaces, ArrayType type) {
        return labels; // asked for by what is overridden here
    }
}
