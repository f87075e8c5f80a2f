package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The layer that computes a {@link LayerNorm} inside a network. */
final class LayerNormLayer extends SequenceLayerRuntime<LayerNorm> {
    private static final long serialVersionUID = 1L;

    private transient Normalizer normalizer;

    LayerNormLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public void setParamTable(Map<String, INDArray> parameters) {
        super.setParamTable(parameters);
        normalizer = Normalizer.of(dataType, parameters, layerConf().epsilon());
    }

    @Override
    INDArray forward(Pass pass) {
        Require.sequences("input", input, layerConf().getNIn());
        INDArray x = plain(input, pass.kept(), pass.workspaces());
        return normalizer.forward(x, DropoutMask.none(), pass);
    }

    @Override
    INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces) {
        return normalizer.backward(gradient, gradients, workspaces);
    }

    @Override
    void forget() {
        normalizer.forget();
    }
}
