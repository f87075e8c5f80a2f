package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** The kinds of classifier that {@code primer train} makes, and which options each has. */
enum ModelKind {
    /** Text, as a bag of character n-grams. */
    BAG("--hidden", "--dropout"),
    /** Columns of numbers, in a multilayer perceptron. */
    MLP("--hidden", "--dropout"),
    /** Text, as a sequence of tokens in a Transformer encoder. */
    ENCODER(
            "--dropout",
            "--layers",
            "--heads",
            "--embedding-size",
            "--feed-forward",
            "--max-length",
            "--warmup"),
    /** Text, as a sequence of tokens in a pre-trained BERT. */
    BERT("--checkpoint", "--new-head", "--max-length", "--warmup");

    private static final Set<String> CHOSEN_BY_KIND =
            Arrays.stream(values())
                    .flatMap(kind -> kind.options.stream())
                    .collect(Collectors.toUnmodifiableSet());

    /** Those that not all kinds have. */
    private final Set<String> options;

    ModelKind(String... options) {
        this.options = Set.of(options);
    }

    /**
     * Checks that a model of this kind has all the options that were given.
     *
     * @throws BadInput if it would ignore one
     */
    void check(List<OptionSpec> given) {
        for (var option : given) {
            var name = option.longestName();
            if (CHOSEN_BY_KIND.contains(name) && !options.contains(name)) {
                throw new BadInput(
                        "%s must be left out with --model %s, got %s. It belongs to --model %s."
                                .formatted(
                                        name,
                                        word(),
                                        String.join(",", option.originalStringValues()),
                                        kindsWith(name)));
            }
        }
    }

    private static String kindsWith(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.options.contains(option))
                .map(ModelKind::word)
                .collect(Collectors.joining(" or "));
    }

    /** As the command line says it. */
    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
