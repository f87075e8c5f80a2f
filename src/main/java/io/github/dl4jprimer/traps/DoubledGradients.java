package io.github.dl4jprimer.traps;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SDVertexParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaVertex;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Every layer and vertex that is made with SameDiff doubles its gradients, and those below it.
 *
 * <pre>
 * L = (w1 w2 ... x)^2,  all 1      dL/dw1 = 2
 * </pre>
 *
 * <p>By the chain rule a layer y = f(x, w) that is handed dL/dy hands on
 *
 * <pre>
 * dL/dw = dL/dy * dy/dw        dL/dx = dL/dy * dy/dx
 * </pre>
 *
 * <p>SameDiff starts with twice dL/dy, so both come out doubled, and what is below gets the doubled
 * one for its own start: L layers make 2^L. {@code ExternalErrorsFunction.doDiff} both registers
 * the gradient from above and returns it, and {@code DifferentialFunction.diff} adds the two.
 */
final class DoubledGradients {
    /** dL/dw of any one weight, at 1. */
    private static final double RIGHT = 2;

    private static final INDArray ONE = Nd4j.ones(DataType.DOUBLE, 1, 1);
    private static final INDArray LABEL = Nd4j.zeros(DataType.DOUBLE, 1, 1);

    private DoubledGradients() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-doubled-layer", () -> Evidence.of(gradient("0_w", new Scale()), RIGHT)),
                new Trap(
                        "t-doubled-lambda-layer",
                        () -> Evidence.of(gradient("0_W", dense(), new Unchanged()), RIGHT)),
                new Trap("t-doubled-vertex", () -> Evidence.of(gradient(new ScaleVertex()), RIGHT)),
                new Trap(
                        "t-doubled-lambda-vertex",
                        () -> Evidence.of(gradient(new UnchangedVertex()), RIGHT)),
                new Trap(
                        "t-doubled-stack",
                        () ->
                                Evidence.of(
                                        gradient("0_w", new Scale(), new Scale(), new Scale()),
                                        RIGHT)));
    }

    /** Returns dL/dw of the parameter in a stack of layers whose weights are all 1. */
    private static double gradient(String parameter, Layer... layers) {
        var list = OneWeight.configuration().list();
        for (var layer : layers) {
            list.layer(layer);
        }
        var network = new MultiLayerNetwork(list.layer(squaredError()).build());
        network.init();
        network.params().assign(1);
        network.setInput(ONE);
        network.setLabels(LABEL);
        network.computeGradientAndScore();
        return network.gradient().getGradientFor(parameter).getDouble(0);
    }

    /** Returns dL/dw of a dense layer below a vertex. */
    private static double gradient(GraphVertex vertex) {
        NeuralNetConfiguration.Builder configuration = OneWeight.configuration();
        var graph =
                new ComputationGraph(
                        configuration
                                .graphBuilder()
                                .addInputs("x")
                                .addLayer("below", dense(), "x")
                                .addVertex("vertex", vertex, "below")
                                .addLayer("loss", squaredError(), "vertex")
                                .setOutputs("loss")
                                .build());
        graph.init();
        graph.params().assign(1);
        graph.setInputs(ONE);
        graph.setLabels(LABEL);
        graph.computeGradientAndScore();
        return graph.gradient().getGradientFor("below_W").getDouble(0);
    }

    /** y = w x, DL4J's own. */
    private static DenseLayer dense() {
        return new DenseLayer.Builder()
                .nIn(1)
                .nOut(1)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build();
    }

    /** L = y^2, as the label is 0. */
    private static LossLayer squaredError() {
        return new LossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build();
    }

    /** y = w x. */
    private static final class Scale extends SameDiffLayer {
        private static final long serialVersionUID = 1L;

        @Override
        public void defineParameters(SDLayerParams parameters) {
            parameters.addWeightParam("w", 1);
        }

        @Override
        public void initializeParameters(Map<String, INDArray> parameters) {
            parameters.get("w").assign(1);
        }

        @Override
        public SDVariable defineLayer(
                SameDiff sd, SDVariable x, Map<String, SDVariable> parameters, SDVariable mask) {
            return x.mul(parameters.get("w"));
        }

        @Override
        public InputType getOutputType(int index, InputType input) {
            return input;
        }
    }

    /** y = x, without parameters. */
    private static final class Unchanged extends SameDiffLambdaLayer {
        private static final long serialVersionUID = 1L;

        @Override
        public SDVariable defineLayer(SameDiff sd, SDVariable x) {
            return x.mul(1.0);
        }

        @Override
        public InputType getOutputType(int index, InputType input) {
            return input;
        }
    }

    /** y = w x. */
    private static final class ScaleVertex extends SameDiffVertex {
        private static final long serialVersionUID = 1L;

        @Override
        public void defineParametersAndInputs(SDVertexParams parameters) {
            parameters.defineInputs("x");
            parameters.addWeightParam("w", 1);
        }

        @Override
        public void initializeParameters(Map<String, INDArray> parameters) {
            parameters.get("w").assign(1);
        }

        @Override
        public SDVariable defineVertex(
                SameDiff sd,
                Map<String, SDVariable> inputs,
                Map<String, SDVariable> parameters,
                Map<String, SDVariable> masks) {
            return inputs.get("x").mul(parameters.get("w"));
        }

        @Override
        public InputType getOutputType(int index, InputType... inputs) {
            return inputs[0];
        }

        @Override
        public GraphVertex clone() {
            return new ScaleVertex();
        }
    }

    /** y = x, without parameters. */
    private static final class UnchangedVertex extends SameDiffLambdaVertex {
        private static final long serialVersionUID = 1L;

        @Override
        public SDVariable defineVertex(SameDiff sd, VertexInputs inputs) {
            return inputs.getInput(0).mul(1.0);
        }

        @Override
        public InputType getOutputType(int index, InputType... inputs) {
            return inputs[0];
        }
    }
}
