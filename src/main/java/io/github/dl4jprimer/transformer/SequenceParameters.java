package io.github.dl4jprimer.transformer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Cuts a layer's stretch of the network's parameters into named arrays, as {@link
 * SequenceLayer#parameters} lists them, each in row-major order.
 *
 * <p>Matrices are weights; biases and the gains of norms are all "biases" to DL4J, so that weight
 * decay and L2 leave them alone.
 */
final class SequenceParameters implements ParamInitializer {
    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return specs(layer).stream().mapToLong(ParameterSpec::length).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return specs(layer).stream().map(ParameterSpec::name).toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return specs(layer).stream()
                .filter(ParameterSpec::isWeight)
                .map(ParameterSpec::name)
                .toList();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return specs(layer).stream()
                .filter(spec -> !spec.isWeight())
                .map(ParameterSpec::name)
                .toList();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(
            NeuralNetConfiguration conf, INDArray view, boolean initialize) {
        var layer = (SequenceLayer) conf.getLayer();
        var parameters = cut(layer, view);
        for (var spec : layer.parameters()) {
            conf.addVariable(spec.name());
            if (initialize) {
                start(layer, spec, parameters.get(spec.name()));
            }
        }
        return Collections.synchronizedMap(parameters);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(
            NeuralNetConfiguration conf, INDArray view) {
        return cut((SequenceLayer) conf.getLayer(), view);
    }

    private static List<ParameterSpec> specs(Layer layer) {
        return ((SequenceLayer) layer).parameters();
    }

    private static void start(SequenceLayer layer, ParameterSpec spec, INDArray parameter) {
        if (spec.isWeight()) {
            long[] shape = spec.shape();
            double in = shape[0];
            double out = shape[1];
            layer.weightInit().init(in, out, shape, 'c', parameter.ravel());
        } else {
            parameter.assign(spec.start());
        }
    }

    private static Map<String, INDArray> cut(SequenceLayer layer, INDArray view) {
        INDArray flat = view.reshape(view.length());
        var arrays = new LinkedHashMap<String, INDArray>();
        long from = 0;
        for (var spec : layer.parameters()) {
            long to = from + spec.length();
            INDArray part = flat.get(NDArrayIndex.interval(from, to));
            arrays.put(spec.name(), part.reshape('c', spec.shape()));
            from = to;
        }
        return arrays;
    }
}
