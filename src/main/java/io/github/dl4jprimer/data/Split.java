package io.github.dl4jprimer.data;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A data set cut in three: learn from {@code train}, choose by {@code dev}, and report {@code test}
 * once.
 *
 * @param train what the network learns from
 * @param dev what settings are chosen by (the validation set)
 * @param test what the result is reported on
 * @param <T> kind of data set
 */
public record Split<T>(T train, T dev, T test) {
    /**
     * @throws NullPointerException if a part is missing
     */
    public Split {
        Objects.requireNonNull(train, "train");
        Objects.requireNonNull(dev, "dev");
        Objects.requireNonNull(test, "test");
    }

    /** Returns the split of the three changed parts. */
    public Split<T> map(UnaryOperator<T> change) {
        return new Split<>(change.apply(train), change.apply(dev), change.apply(test));
    }
}
