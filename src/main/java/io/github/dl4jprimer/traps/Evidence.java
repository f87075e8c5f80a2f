package io.github.dl4jprimer.traps;

import java.util.Optional;

/**
 * What a demonstration measured.
 *
 * @param dl4j what DL4J gave
 * @param right what is right, by formula, by PyTorch or by DL4J's own documentation
 * @param workaround what this project's way around the trap gives, empty if it has none to show
 */
public record Evidence(Outcome dl4j, Outcome right, Optional<Outcome> workaround) {

    /** Returns evidence of two numbers. */
    public static Evidence of(double dl4j, double right) {
        return of(Outcome.of(dl4j), Outcome.of(right));
    }

    /** Returns evidence of two texts, such as names, shapes or tokens. */
    public static Evidence of(String dl4j, String right) {
        return of(Outcome.of(dl4j), Outcome.of(right));
    }

    /** Returns evidence of any outcomes. */
    public static Evidence of(Outcome dl4j, Outcome right) {
        return new Evidence(dl4j, right, Optional.empty());
    }

    /** Returns this evidence with the number that the way around the trap gives. */
    public Evidence withWorkaround(double number) {
        return withWorkaround(Outcome.of(number));
    }

    /** Returns this evidence with what the way around the trap gives. */
    public Evidence withWorkaround(Outcome outcome) {
        return new Evidence(dl4j, right, Optional.of(outcome));
    }

    /** Whether DL4J still gives something else than what is right. */
    public boolean bites() {
        return !dl4j.agrees(right);
    }
}
