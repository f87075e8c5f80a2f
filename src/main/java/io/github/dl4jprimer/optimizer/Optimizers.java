package io.github.dl4jprimer.optimizer;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * The optimizers of the course by name; a new one is one line here and one row in its test.
 *
 * <p>All give PyTorch's numbers. {@code Nesterovs} does so at a constant learning rate: it keeps
 * the rate inside its state, so under a schedule the steps in flight keep the rate they began with.
 *
 * <p>Not offered: DL4J's {@code Nadam}, whose first step is sixty times too long (6.0 where Adam
 * makes 0.1), and its {@code AdaBelief}, which throws on the first step.
 */
public enum Optimizers {
    /** Plain descent, {@code p -= lr * g}. */
    SGD(Sgd::new, 0.1),
    /** Heavy-ball momentum 0.9. */
    MOMENTUM(Momentum::of, 0.01),
    /** Nesterov's momentum 0.9, the gradient taken one step ahead. */
    NESTEROV(rate -> new Nesterovs(rate, 0.9), 0.01),
    /** Step scaled by the root of the accumulated squares. */
    ADAGRAD(TorchAdaGrad::of, 0.01),
    /** Step scaled by the root of the recent squares. */
    RMSPROP(TorchRmsProp::of, 0.001),
    /** Momentum and scaling together. */
    ADAM(TorchAdam::of, 0.001),
    /** Adam whose scale never shrinks. */
    AMSGRAD(TorchAmsGrad::of, 0.001),
    /** Adam with decoupled weight decay 0.01, which the layers apply: {@link #weightDecay}. */
    ADAMW(TorchAdam::of, 0.001, 0.01);

    private final DoubleFunction<IUpdater> factory;
    private final double usualLearningRate;
    private final double weightDecay;

    Optimizers(DoubleFunction<IUpdater> factory, double usualLearningRate) {
        this(factory, usualLearningRate, 0);
    }

    Optimizers(DoubleFunction<IUpdater> factory, double usualLearningRate, double weightDecay) {
        this.factory = factory;
        this.usualLearningRate = usualLearningRate;
        this.weightDecay = weightDecay;
    }

    /** Returns a new updater at a constant learning rate, above 0. */
    public IUpdater at(double learningRate) {
        return factory.apply(Range.above("learningRate", learningRate, 0, "0.01 is a usual start"));
    }

    /** Returns a new updater whose learning rate follows a schedule. */
    public IUpdater following(ISchedule schedule) {
        var updater = factory.apply(usualLearningRate);
        updater.setLrAndSchedule(Double.NaN, schedule);
        return updater;
    }

    /** The learning rate to try first. */
    public double usualLearningRate() {
        return usualLearningRate;
    }

    /**
     * Decoupled decay to set on every layer's builder, {@code .weightDecay(x)}; 0 for none.
     *
     * <p>Not on {@code NeuralNetConfiguration.Builder}: there DL4J applies it twice.
     */
    public double weightDecay() {
        return weightDecay;
    }

    /** The name to type, such as {@code adamw}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the optimizer of a name, upper or lower case.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Optimizers named(String name) {
        return Arrays.stream(values())
                .filter(optimizer -> optimizer.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "optimizer must be one of %s, got %s. Choose one of them."
                                                .formatted(keys(), name)));
    }

    private static String keys() {
        return Arrays.stream(values()).map(Optimizers::key).collect(Collectors.joining(", "));
    }
}
