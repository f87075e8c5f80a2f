package io.github.dl4jprimer.traps;

import io.github.dl4jprimer.optimizer.TorchAdaGrad;
import io.github.dl4jprimer.optimizer.TorchAdam;
import io.github.dl4jprimer.optimizer.TorchAmsGrad;
import io.github.dl4jprimer.optimizer.TorchRmsProp;
import io.github.dl4jprimer.optimizer.WarmupLinear;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * Update rules that are not those of their papers, or not with PyTorch's settings.
 *
 * <p>Most are seen in the first step of one parameter at learning rate 0.1, which every rule lets
 * one work out by hand, since all states start at 0:
 *
 * <pre>
 * m = (1 - beta1) g,  v = (1 - beta2) g^2
 * Adam       0.1 * m / (1 - beta1) / (sqrt(v / (1 - beta2)) + eps) = 0.1 g / (|g| + eps)
 * RMSprop    0.1 * g / (sqrt((1 - decay) g^2) + eps)
 * AdaGrad    0.1 * g / (|g| + eps)
 * NAdam      Adam with a part of the next momentum: mu_t = 0.9 (1 - 0.96^(0.004 t) / 2)
 * </pre>
 *
 * <p>Parameters are in double precision, eps is 1e-8 unless said otherwise.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015 (Adam)</a>
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html">torch.optim.NAdam
 *     </a>
 * @see <a href="https://arxiv.org/abs/2010.07468">Zhuang et al. 2020 (AdaBelief)</a>
 */
final class UpdaterTraps {
    private static final double RATE = 0.1;

    private UpdaterTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-adam-epsilon", UpdaterTraps::adamEpsilon),
                new Trap("t-amsgrad-epsilon", UpdaterTraps::amsGradEpsilon),
                new Trap("t-rmsprop-decay", UpdaterTraps::rmsPropDecay),
                new Trap("t-rmsprop-start", UpdaterTraps::rmsPropStart),
                new Trap("t-adagrad-start", UpdaterTraps::adaGradStart),
                new Trap("t-adagrad-clone", UpdaterTraps::adaGradClone),
                new Trap("t-nadam-first-step", UpdaterTraps::nadamFirstStep),
                new Trap("t-adabelief-throws", UpdaterTraps::adaBeliefThrows),
                new Trap("t-poly-schedule", UpdaterTraps::polySchedule));
    }

    /** A gradient so small that eps counts. */
    private static Evidence adamEpsilon() {
        double g = 1e-6;
        return Evidence.of(firstStep(new Adam(RATE), g), RATE * g / (g + 1e-8))
                .withWorkaround(firstStep(TorchAdam.of(RATE), g));
    }

    /** In the first step AMSGrad is Adam. */
    private static Evidence amsGradEpsilon() {
        double g = 1e-6;
        return Evidence.of(firstStep(new AMSGrad(RATE), g), RATE * g / (g + 1e-8))
                .withWorkaround(firstStep(TorchAmsGrad.of(RATE), g));
    }

    /** Step for g = 1: {@code 0.1 / sqrt(1 - decay)}, and PyTorch's decay is 0.99. */
    private static Evidence rmsPropDecay() {
        return Evidence.of(firstStep(new RmsProp(RATE), 1), RATE / (Math.sqrt(0.01) + 1e-8))
                .withWorkaround(firstStep(TorchRmsProp.of(RATE), 1));
    }

    /** The running mean of squares before the first gradient. */
    private static Evidence rmsPropStart() {
        return Evidence.of(startOf(new RmsProp(RATE)), 0)
                .withWorkaround(startOf(TorchRmsProp.of(RATE)));
    }

    /** The sum of squares before the first gradient, with an epsilon of 1e-10 asked for. */
    private static Evidence adaGradStart() {
        return Evidence.of(startOf(new AdaGrad(RATE, 1e-10)), 0)
                .withWorkaround(startOf(TorchAdaGrad.of(RATE)));
    }

    /** The rate of a copy, which every network makes of its updater. */
    private static Evidence adaGradClone() {
        var schedule = new FixedSchedule(RATE);
        var torch = new TorchAdaGrad(Double.NaN, schedule, 1e-10);
        return Evidence.of(new AdaGrad(schedule).clone().getLearningRate(0, 0), RATE)
                .withWorkaround(torch.clone().getLearningRate(0, 0));
    }

    /** PyTorch's first step for g = 1: {@code 0.1 * (1 + 0.1 * mu2 / (1 - mu1 * mu2))}. */
    private static Evidence nadamFirstStep() {
        double mu1 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.004));
        double mu2 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.008));
        return Evidence.of(firstStep(new Nadam(RATE), 1), RATE * (1 + 0.1 * mu2 / (1 - mu1 * mu2)));
    }

    /** The paper's first step for g = 1: {@code 0.1 * g / |g - m|}, where m is 0.1. */
    private static Evidence adaBeliefThrows() {
        return Evidence.of(
                Outcome.number(() -> firstStep(new AdaBelief(RATE), 1)), Outcome.of(RATE / 0.9));
    }

    /** The rate after 50 of 100 steps. */
    private static Evidence polySchedule() {
        var dl4j = new PolySchedule(ScheduleType.ITERATION, RATE, 1, 100);
        return Evidence.of(dl4j.valueAt(50, 0), RATE / 2)
                .withWorkaround(new WarmupLinear(RATE, 0, 100).valueAt(50, 0));
    }

    /** Returns what the first step subtracts from a parameter. */
    private static double firstStep(IUpdater updater, double gradient) {
        var state = Nd4j.createFromArray(new double[1][(int) updater.stateSize(1)]);
        var step = Nd4j.createFromArray(gradient);
        updater.instantiate(state, true).applyUpdater(step, 0, 0);
        return step.getDouble(0);
    }

    /** Returns the state of a parameter before the first step. */
    private static double startOf(IUpdater updater) {
        var state = Nd4j.createFromArray(new double[1][(int) updater.stateSize(1)]);
        updater.instantiate(state, true);
        return state.getDouble(0);
    }
}
