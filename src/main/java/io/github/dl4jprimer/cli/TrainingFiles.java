package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.TextDataset;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What a classifier is trained and measured on.
 *
 * <p>Without {@code --dev} the one file is divided by class: eight tenths to learn from, a tenth to
 * watch training with, a tenth that is measured on at the end. With {@code --dev} all of {@code
 * --data} is learnt from, and that file serves both other ends.
 */
final class TrainingFiles {
    /** Share of the training file that watches training, and again that is measured on. */
    private static final double HELD_OUT = 0.1;

    @Mixin private FileOptions files;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            description = "Training examples: text<TAB>label, or numbers with the label last.")
    private Path data;

    @Option(
            names = "--dev",
            paramLabel = "FILE",
            description = "Examples to measure on; without it a fifth of the training file.")
    private Path dev;

    /**
     * Reads lines of text.
     *
     * @param seed decides who goes where if one file is divided
     * @throws io.github.dl4jprimer.data.BadInput if a file cannot be used
     */
    Split<TextDataset> texts(long seed) {
        var train = files.texts(data).read(data);
        return dev == null
                ? Splits.stratified(train, HELD_OUT, HELD_OUT, seed)
                : measured(train, files.texts(dev).read(dev, train.labels()));
    }

    /**
     * Reads columns of numbers, of which the last is the class.
     *
     * @param seed decides who goes where if one file is divided
     * @throws io.github.dl4jprimer.data.BadInput if a file cannot be used
     */
    Split<NumberDataset> numbers(long seed) {
        var train = files.numbers(data).classification(data);
        return dev == null
                ? Splits.stratified(train, HELD_OUT, HELD_OUT, seed)
                : measured(train, files.numbers(dev).classification(dev, train.labels()));
    }

    private static <T> Split<T> measured(T train, T dev) {
        return new Split<>(train, dev, dev);
    }
}
