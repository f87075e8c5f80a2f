package io.github.dl4jprimer.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * Holds a {@link TorchUpdater}'s state for one block of parameters.
 *
 * <p>The state is a view of the array that DL4J saves with the model: {@code states * n} numbers,
 * one array after the other.
 */
final class StatefulUpdater implements GradientUpdater<TorchUpdater> {
    private final TorchUpdater config;
    private List<INDArray> state;

    StatefulUpdater(TorchUpdater config) {
        this.config = config;
    }

    @Override
    public TorchUpdater getConfig() {
        return config;
    }

    @Override
    public void setState(Map<String, INDArray> named, boolean initialize) {
        if (!named.keySet().equals(Set.copyOf(config.stateNames()))) {
            throw new IllegalArgumentException(
                    "state must be named %s, got %s. Restore it with the updater that saved it."
                            .formatted(config.stateNames(), named.keySet()));
        }
        state = config.stateNames().stream().map(named::get).toList();
        if (initialize) {
            state.forEach(array -> array.assign(0));
        }
    }

    @Override
    public Map<String, INDArray> getState() {
        var named = new LinkedHashMap<String, INDArray>();
        IntStream.range(0, state.size())
                .forEach(i -> named.put(config.stateNames().get(i), state.get(i)));
        return named;
    }

    @Override
    public void setStateViewArray(
            INDArray view, long[] gradientShape, char gradientOrder, boolean initialize) {
        if (initialize) {
            view.assign(0);
        }
        var flat = view.reshape(view.length());
        long n = view.length() / config.stateNames().size();
        state =
                IntStream.range(0, config.stateNames().size())
                        .mapToObj(i -> flat.get(NDArrayIndex.interval(i * n, (i + 1) * n)))
                        .map(array -> array.reshape(gradientOrder, gradientShape))
                        .toList();
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        double rate = config.getLearningRate(iteration, epoch);
        config.step(gradient.reshape(state.get(0).shape()), state, rate, iteration + 1);
    }
}
