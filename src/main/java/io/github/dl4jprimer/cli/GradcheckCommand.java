package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.course.Course;
import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.GradientChecks;
import io.github.dl4jprimer.course.NetworkCheck;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code primer gradcheck ID}: are the gradients of an experiment's networks right?
 *
 * <p>Exit status 0 if they are, 1 if one is wrong. An experiment without a DL4J network is no
 * mistake of the user's: it says so and ends with 0.
 */
@Command(
        name = "gradcheck",
        description = "Check the gradients of an experiment's networks against differences.",
        mixinStandardHelpOptions = true)
final class GradcheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "EXPERIMENT", description = "An id that 'primer experiments' lists.")
    private String id;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of the networks and of the entries (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--mistake",
            description =
                    "Plant a mistake, a hidden layer's derivative forgotten, for the check to"
                            + " find.")
    private boolean mistake;

    @Override
    public Integer call() {
        var experiment = Course.experiment(id);
        var pages = new GradientPages(spec.commandLine().getOut(), Language.current());
        var usual = GradientChecks.usual(seed);
        var checks = mistake ? usual.withMistake() : usual;
        var found = check(checks, experiment);
        if (found.isEmpty()) {
            pages.nothing(id);
            return 0;
        }
        pages.method(id, checks);
        found.forEach(pages::network);
        pages.verdict(found);
        if (mistake && found.stream().noneMatch(NetworkCheck::planted)) {
            pages.nothingPlanted();
        }
        return found.stream().allMatch(network -> network.report().passed()) ? 0 : 1;
    }

    /** The run itself is only a means here: its folder goes when the gradients are known. */
    private List<NetworkCheck> check(GradientChecks checks, CourseExperiment experiment) {
        try {
            var folder = Files.createTempDirectory("gradcheck");
            try {
                return checks.of(experiment, folder, seed, Terminal.progress());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
