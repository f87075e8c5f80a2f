package io.github.dl4jprimer.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the folder of the shipped data sets. */
final class DatasetsFolder {
    private DatasetsFolder() {}

    /**
     * Returns the first of: the configured folder, {@code datasets} in or above the current folder,
     * {@code datasets} beside or above the program.
     *
     * @param property value of {@code primer.datasets}, or null
     * @param environment value of {@code PRIMER_DATASETS}, or null
     * @throws BadInput if a configured folder is not one, or none is found
     */
    static Path find(String property, String environment, Path current, Path program) {
        if (property != null) {
            return configured("the system property primer.datasets", property);
        }
        if (environment != null) {
            return configured("the environment variable PRIMER_DATASETS", environment);
        }
        return Stream.of(current, program)
                .flatMap(DatasetsFolder::upwards)
                .map(folder -> folder.resolve("datasets"))
                .filter(DatasetsFolder::holdsSets)
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "the folder datasets must be in %s or above it, got none. Set PRIMER_DATASETS (or -Dprimer.datasets) to it."
                                                .formatted(current)));
    }

    private static Path configured(String what, String value) {
        var folder = Path.of(value);
        if (!holdsSets(folder)) {
            throw new BadInput(
                    "%s must name a folder that holds iris/iris.csv, got %s. Point it at the project's datasets folder."
                            .formatted(what, value));
        }
        return folder;
    }

    private static boolean holdsSets(Path folder) {
        return Files.isRegularFile(folder.resolve("iris").resolve("iris.csv"));
    }

    private static Stream<Path> upwards(Path from) {
        return Stream.iterate(from, folder -> folder != null, Path::getParent);
    }
}
