package io.github.dl4jprimer.transformer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Cuts a layer's stretch of the network's parameters into named arrays, each in row-major order.
 *
 * <p>Matrices are weights; biases and the gains of norms are all "biases" to DL4J, so that weight
 * decay and L2 leave them alone.
 *
 * @param specs the arrays in the order in which they are stored
 * @param weightInit what matrices are drawn from
 */
record SequenceParameters(List<ParameterSpec> specs, IWeightInit weightInit)
        implements ParamInitializer {
    /** BERT's and GPT-2's. */
    private static final double STANDARD_DEVIATION = 0.02;

    /** Returns what was chosen to draw weights from, or else this package's default. */
    static IWeightInit orDefault(IWeightInit chosen) {
        return chosen != null
                ? chosen
                : new WeightInitDistribution(new NormalDistribution(0, STANDARD_DEVIATION));
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return specs.stream().mapToLong(ParameterSpec::length).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return names(specs.stream());
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return names(specs.stream().filter(ParameterSpec::isWeight));
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return names(specs.stream().filter(spec -> !spec.isWeight()));
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
        var parameters = cut(view);
        for (var spec : specs) {
            conf.addVariable(spec.name());
            if (initialize) {
                start(spec, parameters.get(spec.name()));
            }
        }
        return Collections.synchronizedMap(parameters);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(
            NeuralNetConfiguration conf, INDArray view) {
        return cut(view);
    }

    private static List<String> names(Stream<ParameterSpec> some) {
        return some.map(ParameterSpec::name).toList();
    }

    private void start(ParameterSpec spec, INDArray parameter) {
        if (spec.isWeight()) {
            long[] shape = spec.shape();
            double in = shape[0];
            double out = shape[1];
            weightInit.init(in, out, shape, 'c', parameter.ravel());
        } else {
            parameter.assign(spec.start());
        }
    }

    private Map<String, INDArray> cut(INDArray view) {
        var arrays = new LinkedHashMap<String, INDArray>();
        if (specs.isEmpty()) {
            return arrays; // DL4J hands over null for nothing
        }
        INDArray flat = view.reshape(view.length());
        long from = 0;
        for (var spec : specs) {
            long to = from + spec.length();
            INDArray part = flat.get(NDArrayIndex.interval(from, to));
            arrays.put(spec.name(), part.reshape('c', spec.shape()));
            from = to;
        }
        return arrays;
    }
}
