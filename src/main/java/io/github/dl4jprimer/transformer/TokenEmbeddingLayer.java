package io.github.dl4jprimer.transformer;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The layer that computes a {@link TokenEmbedding} inside a network. */
final class TokenEmbeddingLayer extends SequenceLayerRuntime<TokenEmbedding> {
    private static final long serialVersionUID = 1L;

    private transient Normalizer normalizer;
    private transient TokenIds ids;
    private transient boolean decoded;

    TokenEmbeddingLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public void setParamTable(Map<String, INDArray> parameters) {
        super.setParamTable(parameters);
        normalizer = Normalizer.of(dataType, parameters, layerConf().settings().epsilon());
    }

    @Override
    INDArray forward(Pass pass) {
        var settings = layerConf().settings();
        Require.require(!input.isEmpty(), "input", "not empty", "no ids", "Give one id at least");
        ids = TokenIds.of(input, settings);
        Require.mask(maskArray, ids.batch(), ids.length());
        long width = settings.embeddingSize();
        INDArray rows = pass.temporary(dataType, ids.tokens().length, width); // [N, D]
        Nd4j.pullRows(getParam("Wtoken"), rows, 1, ids.tokens());
        if (settings.positions()) {
            byExample(rows).addiRowVector(positions(getParam("Wposition")));
        }
        if (settings.numSegments() > 0) {
            addSegments(rows);
        }
        INDArray embedded = rows.reshape('c', ids.batch(), ids.length(), width);
        return normalizer.forward(embedded, pass.dropout(settings.dropoutRate(), 0), pass);
    }

    @Override
    INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces) {
        INDArray rows =
                normalizer
                        .backward(gradient, gradients, workspaces)
                        .reshape('c', ids.tokens().length, gradient.size(2)); // [N, D]
        INDArray ofTokens = gradients.get("Wtoken");
        if (!decoded) {
            ofTokens.assign(0);
        }
        ScatterAdd.rows(ofTokens, ids.tokens(), rows);
        if (gradients.containsKey("Wposition")) {
            INDArray ofPositions = gradients.get("Wposition").assign(0);
            INDArray ones = Nd4j.ones(dataType, 1, ids.batch());
            positions(ofPositions).assign(ones.mmul(byExample(rows))); // a product sums fastest
        }
        if (gradients.containsKey("Wsegment")) {
            INDArray ofSegments = gradients.get("Wsegment");
            ofSegments.assign(membership(ofSegments.size(0)).mmul(rows));
        }
        return null; // ids have no gradient
    }

    /**
     * Returns the gradient of Wtoken, [V, D], for a decoder tied to it to write its part into; the
     * backward pass of this batch, which comes after, adds to it.
     */
    INDArray gradientOfDecoder() {
        decoded = true;
        return gradientViews.get("Wtoken");
    }

    @Override
    void forget() {
        normalizer.forget();
        ids = null;
        decoded = false;
    }

    private void addSegments(INDArray rows) {
        INDArray table = getParam("Wsegment");
        if (ids.isOneSegment()) {
            rows.addiRowVector(table.getRow(0));
        } else {
            rows.addi(Nd4j.pullRows(table, 1, ids.segments()));
        }
    }

    /** One row an example: [N, D] as [B, T D]. */
    private INDArray byExample(INDArray rows) {
        return rows.reshape('c', ids.batch(), -1);
    }

    /** The positions in use, one after the other: the first T rows of [P, D] as [T D]. */
    private INDArray positions(INDArray table) {
        return table.get(NDArrayIndex.interval(0, ids.length()), NDArrayIndex.all())
                .reshape(ids.length() * table.size(1)); // with 'c' it would be [99, T D]
    }

    /** Which position belongs to which segment, [S, N] of zeros and ones. */
    private INDArray membership(long segments) {
        INDArray members = Nd4j.zeros(dataType, segments, ids.segments().length);
        for (int i = 0; i < ids.segments().length; i++) {
            members.putScalar(ids.segments()[i], i, 1);
        }
        return members;
    }
}
