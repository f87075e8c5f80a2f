package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.optimizer.WarmupLinear;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Adam as Transformers are trained with it: the learning rate rises over the first tenth of the
 * steps and then falls in a straight line to zero at the last one.
 *
 * <pre>steps = epochs * ceil(examples / batchSize)</pre>
 *
 * @see WarmupLinear
 */
final class WarmedUpAdam {
    private WarmedUpAdam() {}

    /**
     * Returns the updater of one training.
     *
     * @param settings with {@code learningRate}, the highest that is reached, and {@code batchSize}
     * @param examples in an epoch
     */
    static IUpdater of(Settings settings, int examples, int epochs) {
        int steps = epochs * batches(settings, examples);
        return Optimizers.ADAM.following(
                new WarmupLinear(settings.number("learningRate"), steps / 10, steps));
    }

    /** Returns the steps of an epoch, the last of which may be a smaller batch. */
    static int batches(Settings settings, int examples) {
        int batchSize = settings.integer("batchSize");
        return (examples + batchSize - 1) / batchSize;
    }
}
