package io.github.dl4jprimer.gradientcheck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class GradientCheckerTest {
    private static final INDArray X = Nd4j.randn(DataType.DOUBLE, 5, 3);
    private static final INDArray Y =
            Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}, {1, 0}});

    /** A loss with a mistake: the gradient of its second output is 1 % too large. */
    private static final class SlantedLoss extends LossMCXENT {
        private static final long serialVersionUID = 1L;

        @Override
        public INDArray computeGradient(
                INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
            var gradient = super.computeGradient(labels, preOutput, activation, mask);
            gradient.getColumn(1).muli(1.01);
            return gradient;
        }
    }

    /** An activation with a mistake: its derivative is that of the identity. */
    private static final class ForgetfulTanh extends ActivationTanH {
        private static final long serialVersionUID = 1L;

        @Override
        public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
            return new Pair<>(epsilon, null);
        }
    }

    @Test
    void aRightNetworkPasses() {
        var report = check(network(new LossMCXENT(), new ActivationTanH(), 0));
        assertTrue(report.passed(), report::table);
        assertEquals(4, report.parameters().size());
        assertEquals(12, report.parameter("0_W").checked());
        assertTrue(report.table().endsWith("(tolerance 1e-05)"), report.table());
        assertTrue(report.verdict().startsWith("passed: worst "));
    }

    @Test
    void aMistakeInTheLossIsFoundInTheColumnWhereItIs() {
        var report = check(network(new SlantedLoss(), new ActivationTanH(), 0));
        assertFalse(report.passed());
        assertTrue(report.verdict().startsWith("FAILED: worst "));
        var weights = report.parameter("1_W");
        assertEquals(1, weights.worst()[1]);
        assertEquals(1.01, weights.analytic() / weights.numeric(), 1e-5);
        assertEquals(0.0099, weights.relativeError(), 1e-4);
        assertEquals("1_b[1]", report.parameter("1_b").worstEntry());
    }

    @Test
    void aMistakeInALayerIsFoundBelowItAndNotAboveIt() {
        var report = check(network(new LossMCXENT(), new ForgetfulTanh(), 0));
        assertTrue(report.parameter("0_W").relativeError() > 0.01, report::table);
        assertTrue(report.parameter("0_b").relativeError() > 0.01, report::table);
        assertTrue(report.parameter("1_W").relativeError() < 1e-5, report::table);
        assertTrue(report.table().contains(" !"), report.table());
        assertTrue(report.worst().name().startsWith("0_"));
    }

    @Test
    void regularisationIsTakenOffTheLoss() {
        var network = network(new LossMCXENT(), new ActivationTanH(), 0.5);
        assertTrue(network.calcRegularizationScore(true) > 0.1);
        assertTrue(check(network).passed());
    }

    @Test
    void theNetworkEndsAsItBegan() {
        var network = network(new LossMCXENT(), new ActivationTanH(), 0);
        var before = network.params().dup();
        check(network);
        assertEquals(before, network.params());
    }

    @Test
    void someEntriesCanBeDrawnBySeed() {
        var network = network(new LossMCXENT(), new ActivationTanH(), 0);
        var report = GradientChecker.ofSome(5, 1).check(network, new DataSet(X, Y));
        assertEquals(5, report.parameter("0_W").checked());
        assertEquals(2, report.parameter("1_b").checked());
        var again = GradientChecker.ofSome(5, 1).check(network, new DataSet(X, Y));
        assertEquals(report.table(), again.table());
    }

    @Test
    void runningMeansOfBatchNormalisationAreLeftOut() {
        var network =
                new MultiLayerNetwork(
                        builder(0)
                                .list()
                                .layer(dense(Activation.TANH.getActivationFunction()))
                                .layer(new BatchNormalization.Builder().nIn(4).nOut(4).build())
                                .layer(output(new LossMCXENT()))
                                .build());
        network.init();
        var report = check(network);
        assertTrue(report.passed(), report::table);
        var names = report.parameters().stream().map(ParameterCheck::name).toList();
        assertTrue(names.contains("1_gamma") && names.contains("1_beta"), names.toString());
        assertFalse(names.contains("1_mean"), names.toString());
    }

    @Test
    void masksAreRespected() {
        var network = network(new LossMCXENT(), new ActivationTanH(), 0);
        var mask = Nd4j.createFromArray(new double[][] {{1}, {0}, {1}, {1}, {0}});
        var report = GradientChecker.ofAllEntries().check(network, new DataSet(X, Y, null, mask));
        assertTrue(report.passed(), report::table);
        var unmasked = check(network);
        assertTrue(
                Math.abs(unmasked.parameter("1_b").analytic() - report.parameter("1_b").analytic())
                        > 1e-6);
    }

    @Test
    void graphsAreCheckedToo() {
        var graph = graph(new LossMCXENT());
        var report = GradientChecker.ofAllEntries().check(graph, new MultiDataSet(X, Y));
        assertTrue(report.passed(), report::table);
        assertArrayEquals(new long[] {3, 4}, report.parameter("hidden_W").shape());
        var wrong =
                GradientChecker.ofAllEntries()
                        .check(graph(new SlantedLoss()), new MultiDataSet(X, Y));
        assertFalse(wrong.passed());
    }

    @Test
    void dropoutIsRefused() {
        var network =
                new MultiLayerNetwork(
                        builder(0)
                                .dropOut(0.5)
                                .list()
                                .layer(dense(new ActivationTanH()))
                                .layer(output(new LossMCXENT()))
                                .build());
        network.init();
        var error = assertThrows(IllegalArgumentException.class, () -> check(network));
        assertTrue(error.getMessage().startsWith("loss must be the same twice, got "));
        assertTrue(error.getMessage().endsWith(". Switch off dropout and noise."));
    }

    /** One ReLU whose sum is 1e-7: the usual step reaches beyond the kink, its hundredth not. */
    @Test
    void aKinkNearbyIsNotTakenForAMistake() {
        var network =
                new MultiLayerNetwork(
                        builder(0)
                                .list()
                                .layer(dense(Activation.RELU.getActivationFunction()))
                                .layer(output(new LossMCXENT()))
                                .build());
        network.init();
        network.getParam("0_W").putScalar(0, 0, 1e-7);
        var x = Nd4j.createFromArray(new double[][] {{1, 0, 0}});
        var batch = new DataSet(x, Nd4j.createFromArray(new double[][] {{1, 0}}));
        var checker = GradientChecker.ofAllEntries();
        assertTrue(checker.check(network, batch).passed());
        network.getParam("0_W").putScalar(0, 0, 1e-12);
        var report = checker.check(network, batch);
        assertFalse(report.passed());
        assertEquals("0_W[0, 0]", report.parameter("0_W").worstEntry());
    }

    @Test
    void singlePrecisionIsRefused() {
        var network =
                network(new LossMCXENT(), new ActivationTanH(), 0).convertDataType(DataType.FLOAT);
        var error = assertThrows(IllegalArgumentException.class, () -> check(network));
        assertEquals(
                "network must be in DOUBLE precision, got FLOAT. Build it with"
                        + " .dataType(DataType.DOUBLE).",
                error.getMessage());
    }

    @Test
    void impossibleSettingsAreRefused() {
        var error =
                assertThrows(IllegalArgumentException.class, () -> GradientChecker.ofSome(0, 1));
        assertEquals(
                "entriesPerParameter must be above 0, got 0.0. Integer.MAX_VALUE checks all.",
                error.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> GradientChecker.ofAllEntries().withTolerance(Double.NaN));
    }

    @Test
    void notANumberIsInfinitelyWrong() {
        assertEquals(Double.POSITIVE_INFINITY, ParameterCheck.error(Double.NaN, 1));
        assertEquals(0.5, ParameterCheck.error(1, 2));
        assertEquals(1e-5, ParameterCheck.error(1e-9, 0), 1e-18);
    }

    private static GradientReport check(MultiLayerNetwork network) {
        return GradientChecker.ofAllEntries().check(network, new DataSet(X, Y));
    }

    private static MultiLayerNetwork network(
            ILossFunction loss, IActivation activation, double l2) {
        var network =
                new MultiLayerNetwork(
                        builder(l2).list().layer(dense(activation)).layer(output(loss)).build());
        network.init();
        return network;
    }

    private static ComputationGraph graph(ILossFunction loss) {
        var graph =
                new ComputationGraph(
                        builder(0.1)
                                .graphBuilder()
                                .addInputs("x")
                                .addLayer("hidden", dense(new ActivationTanH()), "x")
                                .addLayer("out", output(loss), "hidden")
                                .setOutputs("out")
                                .build());
        graph.init();
        return graph;
    }

    private static NeuralNetConfiguration.Builder builder(double l2) {
        return new NeuralNetConfiguration.Builder()
                .seed(11)
                .dataType(DataType.DOUBLE)
                .weightInit(WeightInit.XAVIER)
                .l2(l2);
    }

    private static DenseLayer dense(IActivation activation) {
        return new DenseLayer.Builder().nIn(3).nOut(4).activation(activation).build();
    }

    private static OutputLayer output(ILossFunction loss) {
        return new OutputLayer.Builder(loss).nIn(4).nOut(2).activation(Activation.SOFTMAX).build();
    }
}
