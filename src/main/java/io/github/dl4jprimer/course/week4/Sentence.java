package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.data.BadInput;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A sentence as rows of numbers: each character has a random vector of its own, and the same
 * character the same one wherever it stands.
 *
 * @param characters in their order, T of them
 * @param embeddings [T, D], in double precision
 */
record Sentence(List<String> characters, INDArray embeddings) {
    private static final int SHORTEST = 3;

    /** Brings numbers that are uniform in -1..1 to variance one. */
    private static final double SCALE = Math.sqrt(3);

    /**
     * Embeds the sentence that the setting {@code sentence} holds at the width {@code width}.
     *
     * @throws BadInput if it has less than three characters
     */
    static Sentence of(Lab lab) {
        return of(lab.settings().text("sentence"), lab.settings().integer("width"), lab.seed());
    }

    /** Embeds a sentence; the seed and the order of first occurrence decide the vectors. */
    static Sentence of(String text, int width, long seed) {
        var characters = text.codePoints().mapToObj(Character::toString).toList();
        if (characters.size() < SHORTEST) {
            throw new BadInput(
                    "sentence must be at least %d characters, got \"%s\". Write an alarm."
                            .formatted(SHORTEST, text));
        }
        var random = new Random(seed);
        var vectors = new HashMap<String, double[]>();
        var embeddings = Nd4j.create(DataType.DOUBLE, characters.size(), width);
        for (int t = 0; t < characters.size(); t++) {
            double[] vector =
                    vectors.computeIfAbsent(characters.get(t), character -> vector(random, width));
            embeddings.putRow(t, Nd4j.createFromArray(vector));
        }
        return new Sentence(characters, embeddings);
    }

    /** Returns the number of characters, T. */
    int length() {
        return characters.size();
    }

    /** Returns the characters with their places, {@code 3 写}, all different. */
    String[] numbered() {
        var names = new String[length()];
        for (int t = 0; t < names.length; t++) {
            names[t] = (t + 1) + " " + characters.get(t);
        }
        return names;
    }

    /** Returns the sentence with another last character, whose vector is its own. */
    Sentence withLastReplaced(long seed) {
        var changed = embeddings.dup();
        long width = embeddings.size(1);
        double[] vector = vector(new Random(seed), width);
        changed.putRow(length() - 1, Nd4j.createFromArray(vector));
        return new Sentence(characters, changed);
    }

    private static double[] vector(Random random, long width) {
        return random.doubles(width, -1, 1).map(x -> x * SCALE).toArray();
    }
}
