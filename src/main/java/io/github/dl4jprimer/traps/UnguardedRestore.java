package io.github.dl4jprimer.traps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.util.ModelSerializer;

/** A program that restores a model as DL4J does by itself, without the project's guard. */
final class UnguardedRestore {
    private UnguardedRestore() {}

    /** Restores the model of the first argument; writes how often it ran code to the second. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[1]), String.valueOf(runs(Path.of(arguments[0]))));
    }

    /** Returns how often a planted object's code ran while DL4J restored a model. */
    static int runs(Path model) {
        int before = PlantedObject.runs();
        try {
            ModelSerializer.restoreMultiLayerNetwork(model.toFile());
        } catch (IOException | RuntimeException e) {
            // The file is no model, so DL4J refuses it in any case: by then the code has run or
            // not.
            return PlantedObject.runs() - before;
        }
        return PlantedObject.runs() - before;
    }
}
