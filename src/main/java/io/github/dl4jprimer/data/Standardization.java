package io.github.dl4jprimer.data;

import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;

/**
 * Brings each column to mean 0 and standard deviation 1 on the training set: z = (x - mean) / std.
 *
 * <p>Mean and deviation come from train alone: what dev and test look like must not leak into it.
 * The targets of a regression are scaled too; {@code revertLabels} of the normalizer brings
 * predictions back to their unit.
 *
 * <p>A column that is constant in train is centred but not divided.
 *
 * @see <a href="https://d2l.ai/chapter_multilayer-perceptrons/kaggle-house-price.html">Dive into
 *     Deep Learning, 5.7.4 Data preprocessing</a>
 */
public final class Standardization {
    private Standardization() {}

    /** Returns the three parts scaled by what is known from train. */
    public static Split<NumberDataset> of(Split<NumberDataset> split) {
        var normalizer = fit(split.train());
        return split.map(part -> apply(normalizer, part));
    }

    /** Returns the normalizer that {@code train} determines; for a regression it scales targets. */
    public static NormalizerStandardize fit(NumberDataset train) {
        var normalizer = new NormalizerStandardize();
        normalizer.fitLabel(train.isRegression());
        normalizer.fit(train.toDataSet());
        return normalizer;
    }

    /** Returns {@code data} scaled; {@code data} itself is left as it is. */
    public static NumberDataset apply(NormalizerStandardize normalizer, NumberDataset data) {
        var scaled = new DataSet(data.features().dup(), data.targets().dup());
        normalizer.transform(scaled);
        return data.with(scaled.getFeatures(), scaled.getLabels());
    }
}
