package io.github.dl4jprimer.gradientcheck;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The outcome of a gradient check, one entry a parameter array.
 *
 * @param parameters what was found, in the network's order; at least one
 * @param tolerance the largest relative error that passes
 */
public record GradientReport(List<ParameterCheck> parameters, double tolerance) {

    /**
     * @throws IllegalArgumentException if there is nothing to report
     */
    public GradientReport {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "network must have parameters with a gradient, got none. Add a layer that"
                            + " learns.");
        }
    }

    /** Whether every checked entry agrees within the tolerance. */
    public boolean passed() {
        return worst().relativeError() <= tolerance;
    }

    /** The parameter array with the largest error. */
    public ParameterCheck worst() {
        return parameters.stream()
                .max(Comparator.comparingDouble(ParameterCheck::relativeError))
                .orElseThrow();
    }

    /** Returns the parameter array of a name, such as {@code 0_W}. */
    public ParameterCheck parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "parameter must be one of %s, got %s. Choose one of them."
                                                .formatted(names(), name)));
    }

    /** One line a parameter array, then the verdict; fixed-width text without trailing spaces. */
    public String table() {
        var lines =
                parameters.stream()
                        .map(p -> row(p))
                        .collect(Collectors.joining(System.lineSeparator()));
        return String.join(
                System.lineSeparator(),
                String.format(
                        Locale.ROOT,
                        "%-20s %-14s %8s %-18s %14s %14s %10s",
                        "parameter",
                        "shape",
                        "checked",
                        "worst entry",
                        "analytic",
                        "numeric",
                        "rel. error"),
                lines,
                verdict());
    }

    /** The verdict in one line, with the worst entry and both its values. */
    public String verdict() {
        var worst = worst();
        return String.format(
                Locale.ROOT,
                "%s: worst %s, analytic %.9g, numeric %.9g, relative error %.2e (tolerance %.0e)",
                passed() ? "passed" : "FAILED",
                worst.worstEntry(),
                worst.analytic(),
                worst.numeric(),
                worst.relativeError(),
                tolerance);
    }

    private String row(ParameterCheck p) {
        return String.format(
                Locale.ROOT,
                "%-20s %-14s %8d %-18s %14.6e %14.6e %10.2e%s",
                p.name(),
                Arrays.toString(p.shape()),
                p.checked(),
                Arrays.toString(p.worst()),
                p.analytic(),
                p.numeric(),
                p.relativeError(),
                p.relativeError() > tolerance ? " !" : "");
    }

    private String names() {
        return parameters.stream().map(ParameterCheck::name).collect(Collectors.joining(", "));
    }
}
