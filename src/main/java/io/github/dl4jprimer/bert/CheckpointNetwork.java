package io.github.dl4jprimer.bert;

import io.github.dl4jprimer.data.BadInput;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Builds a network around the weights of a checkpoint: its parameters are one array, and each
 * tensor is read from the file straight to its place in it.
 *
 * @param tensors the checkpoint's
 * @param kept places of the tensors that are read
 * @param fresh places of the tensors that are drawn, because the checkpoint does not have them
 */
record CheckpointNetwork(
        CheckpointTensors tensors, List<TensorPlace> kept, List<TensorPlace> fresh) {

    /** Returns a network to be filled from tensors that must all fit. */
    static CheckpointNetwork of(CheckpointTensors tensors) {
        return new CheckpointNetwork(tensors, List.of(), List.of());
    }

    /** Returns this with more tensors to be read. */
    CheckpointNetwork keeping(List<TensorPlace> more) {
        return new CheckpointNetwork(tensors, joined(kept, more), fresh);
    }

    /** Returns this with more tensors to be drawn. */
    CheckpointNetwork drawing(List<TensorPlace> more) {
        return new CheckpointNetwork(tensors, kept, joined(fresh, more));
    }

    /** Returns this with more tensors, to be drawn if the checkpoint has none of them. */
    CheckpointNetwork keepingOrDrawing(List<TensorPlace> more) {
        return tensors.hasAny(more) ? keeping(more) : drawing(more);
    }

    /** Returns HuggingFace's names of what is drawn. */
    List<String> freshNames() {
        return fresh.stream().map(TensorPlace::name).toList();
    }

    /** Returns the numbers of a tensor that was read, in the network. */
    INDArray view(String name, ComputationGraph network) {
        var named = kept.stream().filter(place -> place.name().equals(name));
        return named.findFirst().orElseThrow().view(network);
    }

    /**
     * Makes the network.
     *
     * @param deviation of new weights, which are normally distributed
     * @throws BadInput if a tensor is missing, does not fit, or is not finite; the first two are
     *     found before the network's memory is asked for
     */
    ComputationGraph build(ComputationGraphConfiguration configuration, double deviation) {
        tensors.require(kept);
        long length = joined(kept, fresh).stream().mapToLong(TensorPlace::length).sum();
        var network = new ComputationGraph(configuration);
        network.init(Nd4j.createUninitialized(DataType.FLOAT, 1, length), false);
        for (var place : kept) {
            tensors.readInto(place.name(), place.view(network));
        }
        var random = Nd4j.getRandomFactory().getNewRandomInstance(seed(configuration));
        for (var place : fresh) {
            draw(place, place.view(network), deviation, random);
        }
        checkFinite(network);
        return network;
    }

    private static long seed(ComputationGraphConfiguration configuration) {
        return configuration.getDefaultConfiguration().getSeed();
    }

    private static void draw(TensorPlace place, INDArray target, double deviation, Random random) {
        if (target.rank() == 2) {
            INDArray normal = Nd4j.create(DataType.FLOAT, target.shape());
            target.assign(Nd4j.randn(normal, random).muli(deviation));
        } else {
            target.assign(place.name().endsWith("LayerNorm.weight") ? 1 : 0);
        }
    }

    private void checkFinite(ComputationGraph network) {
        if (isFinite(network.params())) {
            return;
        }
        for (var place : kept) {
            if (!isFinite(place.view(network))) {
                throw tensors.refused(notFinite(place.name()));
            }
        }
    }

    static boolean isFinite(INDArray array) {
        // One NaN or infinity makes the sum one; so can very large numbers, which are looked into.
        return Double.isFinite(array.sumNumber().doubleValue())
                || !array.isNaN().any() && !array.isInfinite().any();
    }

    static String notFinite(String name) {
        return "tensor '%s' must hold finite numbers, got NaN or infinity".formatted(name);
    }

    private static List<TensorPlace> joined(List<TensorPlace> one, List<TensorPlace> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
