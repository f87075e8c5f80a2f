package io.github.dl4jprimer.mlp;

import java.util.Arrays;
import java.util.Collection;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Starts a DL4J network from given weights, so that it can be compared step by step with a network
 * written by hand.
 *
 * <p>Two networks with the same start, the same batches and the same learning rate have the same
 * loss curve; where the curves part, one of the two computes something else.
 */
public final class InitialWeights {
    private InitialWeights() {}

    /**
     * Returns an initialised network with the given weights, computing in their data type.
     *
     * @param configuration layers whose parameters are to be replaced; not changed
     * @param parameters W [inputs, outputs] and b [outputs] of each layer in turn, all float or all
     *     double
     * @throws IllegalArgumentException if the number of arrays or a shape does not fit
     */
    public static MultiLayerNetwork start(
            MultiLayerConfiguration configuration, Collection<INDArray> parameters) {
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "parameters must be W and b of each layer, got none. Pass all of them.");
        }
        MultiLayerConfiguration typed = configuration.clone();
        typed.setDataType(parameters.iterator().next().dataType());
        var network = new MultiLayerNetwork(typed);
        network.init();
        var places = network.paramTable();
        if (places.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    "parameters must be %d arrays %s, got %d. Pass W and b of each layer."
                            .formatted(places.size(), places.keySet(), parameters.size()));
        }
        var given = parameters.iterator();
        places.forEach((name, place) -> fill(name, place, given.next()));
        return network;
    }

    private static void fill(String name, INDArray place, INDArray given) {
        if (!Arrays.equals(place.shape(), given.shape())) {
            throw new IllegalArgumentException(
                    "parameter %s must be of shape %s, got %s. Weights are [inputs, outputs]."
                            .formatted(
                                    name,
                                    Arrays.toString(place.shape()),
                                    Arrays.toString(given.shape())));
        }
        place.assign(given);
    }
}
