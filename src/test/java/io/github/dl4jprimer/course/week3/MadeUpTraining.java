package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.MadeUpRun;
import io.github.dl4jprimer.mlp.InitialWeights;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/** Trainings that never took place, to see what an experiment makes of their results. */
final class MadeUpTraining {
    private MadeUpTraining() {}

    /** A training in whose epochs every loss and score was the given value. */
    static Trained of(double... values) {
        return new Trained(null, MadeUpRun.of(values));
    }

    /** One training a seed, of one epoch with the given value. */
    static SeedRuns seeds(double... values) {
        return new SeedRuns(Arrays.stream(values).mapToObj(value -> of(value)).toList());
    }

    /** One training that ended with a value and with these weights. */
    static SeedRuns weighing(double value, double... weights) {
        return new SeedRuns(List.of(new Trained(null, MadeUpRun.of(network(weights), value))));
    }

    /** A network of one layer, [weights, 1], whose bias is far from all weights. */
    static MultiLayerNetwork network(double... weights) {
        var model = MultilayerPerceptron.regressor(weights.length, List.of(), 1, 1);
        double[][] column = new double[weights.length][1];
        for (int i = 0; i < weights.length; i++) {
            column[i][0] = weights[i];
        }
        return InitialWeights.start(
                model.configuration(),
                List.of(Nd4j.createFromArray(column), Nd4j.createFromArray(99.0)));
    }
}
