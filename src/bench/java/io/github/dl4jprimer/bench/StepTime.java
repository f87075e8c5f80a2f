package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Prints the median milliseconds of a training step of one network, in this process. */
public final class StepTime {
    private StepTime() {}

    /** A network and its batch. */
    enum Case {
        TINY(32, 4, List.of(16, 16), 3),
        MIDDLE(128, 784, List.of(256, 256), 10);

        final int batchSize;
        final int inputs;
        final List<Integer> hidden;
        final int classes;

        Case(int batchSize, int inputs, List<Integer> hidden, int classes) {
            this.batchSize = batchSize;
            this.inputs = inputs;
            this.hidden = hidden;
            this.classes = classes;
        }
    }

    /** Takes {@code prepared} or {@code defaults}, the case and the milliseconds to measure. */
    public static void main(String[] arguments) {
        if (arguments[0].equals("prepared")) {
            NativeRuntime.prepare();
        }
        var network = Case.valueOf(arguments[1]);
        System.out.printf(Locale.ROOT, "%.4f%n", median(network, Long.parseLong(arguments[2])));
    }

    private static double median(Case size, long milliseconds) {
        var perceptron = MultilayerPerceptron.classifier(size.inputs, size.hidden, size.classes, 1);
        var model = new MultiLayerNetwork(perceptron.configuration());
        model.init();
        var batch = batch(size);
        StepClock.median(() -> model.fit(batch), milliseconds / 2e3);
        return StepClock.median(() -> model.fit(batch), milliseconds / 1e3);
    }

    private static DataSet batch(Case size) {
        var targets = Nd4j.zeros(size.batchSize, size.classes);
        for (var row = 0; row < size.batchSize; row++) {
            targets.putScalar(row, row % size.classes, 1);
        }
        return new DataSet(Nd4j.rand(size.batchSize, size.inputs), targets);
    }
}
