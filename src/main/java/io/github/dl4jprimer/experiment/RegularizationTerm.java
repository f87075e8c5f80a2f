package io.github.dl4jprimer.experiment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;

/**
 * The regularisation term in the score of an update that was just made.
 *
 * <p>DL4J works it out at every update, one norm a matrix, adds it to the loss, and offers no way
 * to ask for it but to work it out once more, which costs a step of a small network some percent.
 * Its usual output layers remember it, in a private field; others are asked the slow way, to the
 * same number. Graphs make their layers forget it right after the backward pass.
 */
final class RegularizationTerm {
    private static final String FIELD = "fullNetRegTerm";

    private RegularizationTerm() {}

    /**
     * Returns what tells the term of the last update, for as long as the network lives; to be asked
     * in a listener's {@code onBackwardPass}.
     */
    static DoubleSupplier of(Network network) {
        var output = network.outputLayer();
        var field = remembers(output) ? field() : null;
        return field == null ? network::regularization : () -> (double) field.get(output);
    }

    /** Whether it is the layer's own score, and not a subclass's, that is given the term. */
    static boolean remembers(Layer output) {
        try {
            return output.getClass()
                            .getMethod(
                                    "computeScore",
                                    double.class,
                                    boolean.class,
                                    LayerWorkspaceMgr.class)
                            .getDeclaringClass()
                    == BaseOutputLayer.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static VarHandle field() {
        try {
            return MethodHandles.privateLookupIn(BaseOutputLayer.class, MethodHandles.lookup())
                    .findVarHandle(BaseOutputLayer.class, FIELD, double.class);
        } catch (ReflectiveOperationException e) {
            return null; // another DL4J: the slow way is right in any
        }
    }
}
