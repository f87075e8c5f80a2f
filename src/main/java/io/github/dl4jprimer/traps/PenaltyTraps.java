package io.github.dl4jprimer.traps;

import io.github.dl4jprimer.regularization.WeightPenalty;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;

/**
 * Penalties on weights that are applied twice, not at all, or where one does not expect them.
 *
 * <pre>
 * weight decay   w = w - learningRate * decay * w
 * L2             loss + l2 / 2 * w^2
 * score()        loss + l2 / 2 * w^2 + decay / 2 * w^2 + l1 * |w|
 * </pre>
 *
 * <p>The network is {@link OneWeight} with w = 1, and the example has no error, so all that moves
 * the weight or the score is the penalty.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019</a>
 */
final class PenaltyTraps {
    private PenaltyTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-weight-decay-twice", PenaltyTraps::weightDecayTwice),
                new Trap("t-l2-dropped", PenaltyTraps::l2Dropped),
                new Trap("t-score-penalty", PenaltyTraps::scorePenalty));
    }

    /** One step without a gradient at learning rate 1: {@code w = 1 - 0.1}. */
    private static Evidence weightDecayTwice() {
        var global = OneWeight.configuration().weightDecay(0.1);
        var onTheLayer = WeightPenalty.ofWeightDecay(0.1).on(OneWeight.layer());
        return Evidence.of(afterOneStep(OneWeight.network(global, OneWeight.layer())), 0.9)
                .withWorkaround(
                        afterOneStep(OneWeight.network(OneWeight.configuration(), onTheLayer)));
    }

    /**
     * Returns w after one update, made as DL4J's own optimizer makes it: the updater turns the
     * gradient into a step in place, penalties included, and the step is subtracted.
     */
    private static double afterOneStep(MultiLayerNetwork network) {
        network.setInput(OneWeight.NO_ERROR.getFeatures());
        network.setLabels(OneWeight.NO_ERROR.getLabels());
        network.computeGradientAndScore();
        var step = network.gradient();
        network.getUpdater().update(network, step, 0, 0, 1, LayerWorkspaceMgr.noWorkspaces());
        var weight = network.getParam(OneWeight.WEIGHT);
        return weight.sub(step.getGradientFor(OneWeight.WEIGHT)).getDouble(0);
    }

    /** The penalty of w = 1 with both set: {@code (0.3 + 0.1) / 2}. */
    private static Evidence l2Dropped() {
        var both = OneWeight.layer().l2(0.3).weightDecay(0.1);
        return Evidence.of(
                OneWeight.network(OneWeight.configuration(), both).calcRegularizationScore(true),
                0.2);
    }

    /** The loss of an example without error, though w = 1 has the penalty {@code 0.5 / 2}. */
    private static Evidence scorePenalty() {
        var network =
                OneWeight.network(
                        OneWeight.configuration(), WeightPenalty.ofL2(0.5).on(OneWeight.layer()));
        double score = network.score(OneWeight.NO_ERROR);
        return Evidence.of(score, 0).withWorkaround(score - network.calcRegularizationScore(true));
    }
}
