package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks w4-mask-tokens. */
class MaskTokensCheck {
    private static final Set<Integer> SPECIAL = Set.of(0, 2, 3, 4);
    private static final int MASK = 4;
    private static final int ONE_HUNDRED = 100;

    private final int[] ids = {2, 11, 12, 13, 14, 3};
    private final double[] u = {0.01, 0.1, 0.5, 0.14, 0.02, 0.05};
    private final int[] labels = {-100, 11, -100, 13, 14, -100};
    private final double[] v = {0, 0.3, 0.1, 0.85, 0.95, 0.2};
    private final int[] random = {21, 22, 23, 24, 25, 26};

    @Test
    void someAreChosenButNoSpecialOne() {
        Expect.that(
                        "MaskTokens.labels([2, 11, 12, 13, 14, 3], u, {0, 2, 3, 4})",
                        () -> list(MaskTokens.labels(ids, u, SPECIAL)))
                .looksLike("special-token-chosen", List.of(2, 11, -100, 13, 14, 3))
                .looksLike("everything-predicted", list(ids))
                .looksLike("everything-predicted", List.of(-100, 11, 12, 13, 14, -100))
                .looksLike("zero-for-ignored", List.of(0, 11, 0, 13, 14, 0))
                .is(List.of(-100, 11, -100, 13, 14, -100));
    }

    @Test
    void whatIsToBeGuessedIsHiddenReplacedOrLeft() {
        Expect.that(
                        "MaskTokens.input([2, 11, 12, 13, 14, 3], labels, v, random, 4)",
                        () -> list(MaskTokens.input(ids, labels, v, random, MASK)))
                .looksLike("always-masked", List.of(2, 4, 12, 4, 4, 3))
                .looksLike("shares-not-added", List.of(2, 4, 12, 13, 14, 3))
                .looksLike("unchosen-changed", List.of(4, 4, 4, 24, 14, 4))
                .is(List.of(2, 4, 12, 24, 14, 3));
    }

    @Test
    void ofAHundredEightyAreMaskedTenReplacedTenLeft() {
        int[] many = IntStream.range(0, ONE_HUNDRED).map(t -> 11).toArray();
        int[] others = IntStream.range(0, ONE_HUNDRED).map(t -> 12).toArray();
        double[] even = IntStream.range(0, ONE_HUNDRED).mapToDouble(t -> (t + 0.5) / 100).toArray();
        Expect.that(
                        "[MASK], replaced, left among 100 outputs of MaskTokens.input",
                        () -> shares(list(MaskTokens.input(many, many, even, others, MASK))))
                .looksLike("always-masked", List.of(100, 0, 0))
                .looksLike("shares-not-added", List.of(80, 0, 20))
                .is(List.of(80, 10, 10));
    }

    @Test
    void aTextOfSpecialTokensIsLeftAlone() {
        Expect.that(
                        "MaskTokens.labels([2, 3], [0, 0], {0, 2, 3, 4})",
                        () -> list(MaskTokens.labels(new int[] {2, 3}, new double[2], SPECIAL)))
                .looksLike("special-token-chosen", List.of(2, 3))
                .is(List.of(-100, -100));
        Expect.that(
                        "MaskTokens.labels([], [], {0, 2, 3, 4})",
                        () -> list(MaskTokens.labels(new int[0], new double[0], SPECIAL)))
                .is(List.of());
    }

    @Test
    void theTextItselfStays() {
        Expect.that(
                        "ids and labels after MaskTokens.input(ids, labels, v, random, 4)",
                        () -> {
                            MaskTokens.input(ids, labels, v, random, MASK);
                            return List.of(list(ids), list(labels));
                        })
                .looksLikeIf("input-changed", got -> true)
                .is(List.of(List.of(2, 11, 12, 13, 14, 3), List.of(-100, 11, -100, 13, 14, -100)));
    }

    private static List<Integer> shares(List<Integer> input) {
        return IntStream.of(MASK, 12, 11).mapToObj(id -> Collections.frequency(input, id)).toList();
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
