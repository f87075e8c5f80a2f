package io.github.dl4jprimer.traps;

import io.github.dl4jprimer.regularization.DropoutRate;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DL4J's {@code dropOut(p)}, where p is the probability to retain; but 0 retains everything.
 *
 * <pre>
 * DL4J                 y = x * mask / p          mask is 1 with probability p
 * papers, PyTorch      y = x * mask / (1 - p)    mask is 0 with probability p
 * </pre>
 *
 * <p>What is kept is divided by the probability to keep it, so an input of 1 that survives shows
 * which probability that was.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>
 */
final class DropoutTraps {
    /** So many that at least one survives even a share of a tenth. */
    private static final int EXAMPLES = 1000;

    private DropoutTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-dropout-retains", DropoutTraps::retains),
                new Trap("t-dropout-zero", DropoutTraps::zero));
    }

    /** Dropping a tenth must divide by 0.9. */
    private static Evidence retains() {
        return Evidence.of(survivor(OneWeight.layer().dropOut(0.1)), 1 / 0.9)
                .withWorkaround(survivor(new DropoutRate(0.1).on(OneWeight.layer())));
    }

    /** Retaining nothing must leave nothing. */
    private static Evidence zero() {
        return Evidence.of(survivor(OneWeight.layer().dropOut(0.0)), 0);
    }

    /** Returns the largest of many outputs, all of them 1 before the dropout. */
    private static double survivor(OutputLayer.Builder layer) {
        var network = OneWeight.network(OneWeight.configuration(), layer);
        var ones = Nd4j.ones(DataType.DOUBLE, EXAMPLES, 1);
        return network.output(ones, true).maxNumber().doubleValue();
    }
}
