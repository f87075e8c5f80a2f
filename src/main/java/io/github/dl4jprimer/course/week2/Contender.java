package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.scratch.Adam;
import io.github.dl4jprimer.scratch.AdamW;
import io.github.dl4jprimer.scratch.Momentum;
import io.github.dl4jprimer.scratch.Nesterov;
import io.github.dl4jprimer.scratch.RmsProp;
import io.github.dl4jprimer.scratch.Sgd;
import io.github.dl4jprimer.scratch.UpdateRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * One optimizer in three writings: by hand, this project's updater, and DL4J's own.
 *
 * <p>By hand is {@code scratch}, plain formulas on arrays; the project's updater is what the course
 * trains with inside DL4J; DL4J's own is given PyTorch's constants, so that only its formula can
 * differ.
 *
 * @param key PyTorch's name of it
 * @param name for people
 * @param byHand makes the hand-written rule at a learning rate
 * @param updater this project's
 * @param own makes DL4J's own at a learning rate with PyTorch's settings; null where it has none
 */
record Contender(
        String key,
        String name,
        DoubleFunction<UpdateRule> byHand,
        Optimizers updater,
        DoubleFunction<IUpdater> own) {

    /** Returns the six of the lesson. */
    static List<Contender> all() {
        return List.of(
                new Contender(
                        "sgd",
                        "SGD",
                        Sgd::new,
                        Optimizers.SGD,
                        org.nd4j.linalg.learning.config.Sgd::new),
                new Contender(
                        "sgd_momentum",
                        "Momentum",
                        rate -> new Momentum(rate, 0.9),
                        Optimizers.MOMENTUM,
                        null),
                new Contender(
                        "sgd_nesterov",
                        "Nesterov",
                        rate -> new Nesterov(rate, 0.9),
                        Optimizers.NESTEROV,
                        rate -> new Nesterovs(rate, 0.9)),
                new Contender(
                        "rmsprop",
                        "RMSprop",
                        RmsProp::new,
                        Optimizers.RMSPROP,
                        rate -> new org.nd4j.linalg.learning.config.RmsProp(rate, 0.99, 1e-8)),
                new Contender(
                        "adam",
                        "Adam",
                        Adam::new,
                        Optimizers.ADAM,
                        rate -> new org.nd4j.linalg.learning.config.Adam(rate, 0.9, 0.999, 1e-8)),
                new Contender(
                        "adamw", "AdamW", rate -> new AdamW(rate, 0.01), Optimizers.ADAMW, null));
    }

    /**
     * Where the parameters were after each step.
     *
     * @param start [8]
     * @param torch PyTorch, [steps][8], as the others
     * @param byHand the hand-written rule
     * @param updater this project's updater
     * @param own DL4J's own, null where it has none
     */
    record Ways(
            String key,
            String name,
            double[] start,
            double[][] torch,
            double[][] byHand,
            double[][] updater,
            double[][] own) {
        boolean hasOwn() {
            return own != null;
        }

        /** Returns the largest deviation of a way from PyTorch's. */
        double deviation(double[][] way) {
            return Arrays.stream(deviations(way)).max().orElse(0);
        }

        /** Returns the largest deviation at each step, [steps]. */
        double[] deviations(double[][] way) {
            double[] largest = new double[way.length];
            for (int step = 0; step < way.length; step++) {
                for (int i = 0; i < start.length; i++) {
                    largest[step] = Math.max(largest[step], deviation(way, step, i));
                }
            }
            return largest;
        }

        /** Returns the index of the parameter in which DL4J's own is farthest off at the end. */
        int worstParameter() {
            int last = own.length - 1;
            int worst = 0;
            for (int i = 1; i < start.length; i++) {
                worst = deviation(own, last, i) > deviation(own, last, worst) ? i : worst;
            }
            return worst;
        }

        private double deviation(double[][] way, int step, int i) {
            double expected = torch[step][i];
            return Math.abs(way[step][i] - expected) / Math.max(1, Math.abs(expected));
        }
    }

    /** Walks the first steps of the recorded gradients three times. */
    Ways walk(TorchTrajectories torch, int steps) {
        var expected = torch.optimizers().get(key);
        double rate = expected.learningRate();
        double[][] gradients = Arrays.copyOf(torch.gradients(), steps);
        return new Ways(
                key,
                name,
                torch.initial(),
                Arrays.copyOf(expected.parameters(), steps),
                walk(byHand.apply(rate), torch.initial(), gradients),
                walk(updater.at(rate), rate, torch.initial(), gradients),
                own == null ? null : walk(own.apply(rate), rate, torch.initial(), gradients));
    }

    private static double[][] walk(UpdateRule rule, double[] start, double[][] gradients) {
        INDArray parameter = Nd4j.createFromArray(start);
        double[][] way = new double[gradients.length][];
        for (int step = 0; step < way.length; step++) {
            parameter = rule.step(parameter, Nd4j.createFromArray(gradients[step]));
            way[step] = parameter.toDoubleVector();
        }
        return way;
    }

    private double[][] walk(IUpdater updater, double rate, double[] start, double[][] gradients) {
        INDArray parameter = Nd4j.createFromArray(start).reshape(1, start.length);
        long size = updater.stateSize(start.length);
        var state = size == 0 ? null : Nd4j.zeros(DataType.DOUBLE, 1, size);
        var running = updater.instantiate(state, true);
        // DL4J keeps the decay on the layer, where it is known what is a weight.
        var decay = new WeightDecay(this.updater.weightDecay(), true);
        double[][] way = new double[gradients.length][];
        for (int step = 0; step < way.length; step++) {
            INDArray change = Nd4j.createFromArray(gradients[step]).reshape(1, start.length);
            running.applyUpdater(change, step, 0);
            decay.apply(parameter, change, rate, step, 0);
            parameter.subi(change);
            way[step] = parameter.toDoubleVector();
        }
        return way;
    }
}
