package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.bench.peer.PeerCase.Mode;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A DL4J network, of whoever's layers. */
final class Dl4jWorkload implements Workload {
    private final Model network;
    private final DataSet batch;
    private final Consumer<INDArray> output;
    private final INDArray features;

    private Dl4jWorkload(PeerCase size, Model network, Consumer<INDArray> output) {
        this.network = network;
        this.output = output;
        batch = batch(size.model(), size.batch(Mode.TRAIN));
        features = batch(size.model(), size.batch(Mode.INFER)).getFeatures();
    }

    /** Returns the work of a stack of layers. */
    static Dl4jWorkload of(PeerCase size, MultiLayerNetwork network) {
        return new Dl4jWorkload(size, network, network::output);
    }

    /** Returns the work of a graph. */
    static Dl4jWorkload of(PeerCase size, ComputationGraph network) {
        return new Dl4jWorkload(size, network, features -> network.output(features));
    }

    private static DataSet batch(PeerModel model, int size) {
        var numbers = Nd4j.createFromArray(PeerBatch.features(model, size));
        var labels = Nd4j.zeros(size, model.classes());
        var classes = PeerBatch.classes(model, size);
        for (int i = 0; i < size; i++) {
            labels.putScalar(i, classes[i], 1);
        }
        var features =
                model instanceof PeerModel.Encoder
                        ? numbers.reshape(size, 1, model.inputs())
                        : numbers.reshape(size, model.inputs());
        return new DataSet(features, labels);
    }

    @Override
    public String version() {
        var version = Nd4j.class.getPackage().getImplementationVersion();
        return "ND4J " + (version == null ? "1.0.0-M2.1" : version);
    }

    @Override
    public long parameters() {
        return network.numParams();
    }

    @Override
    public void train() {
        ((NeuralNetwork) network).fit(batch);
    }

    @Override
    public double trainAndTell() {
        double penalty = regularization(); // the score has it as it was before the update
        train();
        return network.score() - penalty;
    }

    private double regularization() {
        return network instanceof ComputationGraph graph
                ? graph.calcRegularizationScore(true)
                : ((MultiLayerNetwork) network).calcRegularizationScore(true);
    }

    @Override
    public void infer() {
        output.accept(features);
    }
}
