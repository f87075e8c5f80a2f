package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks w3-split. */
class SplitCheck {
    private static final int[] EIGHT = {0, 0, 0, 0, 0, 1, 1, 1};

    /** 100 rows of class 0, and after each ten of them one of class 1. */
    private static final int[] RARE = IntStream.range(0, 110).map(row -> row % 11 / 10).toArray();

    @Test
    void eachClassGivesItsShare() {
        Expect.that(
                        "classes of the test rows of Split.rows([0, 0, 0, 0, 0, 1, 1, 1], 0.25, 1)",
                        () -> counts(EIGHT, test(EIGHT, 0.25, 1)))
                .looksLike("parts-swapped", List.of(4, 2))
                .looksLike("share-cut-off", List.of(1, 0))
                .looksLikeIf("not-stratified", got -> got.get(0) + got.get(1) == 2)
                .is(List.of(1, 1));
    }

    @Test
    void aRareClassIsInBothPartsWhateverTheSeed() {
        for (int seed = 1; seed <= 10; seed++) {
            long given = seed;
            Expect.that(
                            "classes of the test rows of Split.rows(labels, 0.2, %d)"
                                    .formatted(given),
                            () -> counts(RARE, test(RARE, 0.2, given)))
                    .looksLikeIf("not-stratified", got -> got.get(0) + got.get(1) == 22)
                    .is(List.of(20, 2));
        }
    }

    @Test
    void eachRowIsInOnePart() {
        Expect.that(
                        "all rows of Split.rows([0, 0, 0, 0, 0, 1, 1, 1], 0.25, 1), sorted",
                        () -> sorted(Split.rows(EIGHT, 0.25, 1)))
                .looksLikeIf("row-in-both-parts", got -> new HashSet<>(got).size() < got.size())
                .looksLikeIf("row-lost", got -> got.size() < EIGHT.length)
                .is(List.of(0, 1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void theSeedDecides() {
        Expect.that("Split.rows(labels, 0.2, 1): the test rows are the first", () -> atAnEnd())
                .looksLike("not-shuffled", true)
                .is(false);
        Expect.that(
                        "Split.rows(labels, 0.2, 1).equals(Split.rows(labels, 0.2, 1))",
                        () -> Split.rows(RARE, 0.2, 1).equals(Split.rows(RARE, 0.2, 1)))
                .looksLike("seed-not-used", false)
                .is(true);
        Expect.that(
                        "Split.rows(labels, 0.2, 1).equals(Split.rows(labels, 0.2, 2))",
                        () -> Split.rows(RARE, 0.2, 1).equals(Split.rows(RARE, 0.2, 2)))
                .looksLike("seed-not-used", true)
                .is(false);
    }

    @Test
    void onlyTheTrainingDataIsLookedAt() {
        double both = Math.sqrt(56.75);
        Expect.that(
                        "Split.standardize([10, 20], [0, 4])",
                        () -> Split.standardize(new double[] {10, 20}, new double[] {0, 4}))
                .looksLike("peeked-at-the-test-data", new double[] {-1, 1})
                .looksLike("peeked-at-the-test-data", new double[] {1.5 / both, 11.5 / both})
                .looksLike(
                        "divided-by-n-less-one", new double[] {8 / Math.sqrt(8), 18 / Math.sqrt(8)})
                .looksLike("variance-not-deviation", new double[] {2, 4.5})
                .looksLike("mean-not-subtracted", new double[] {5, 10})
                .is(new double[] {4, 9});
    }

    @Test
    void aConstantColumnIsNotDivided() {
        Expect.that(
                        "Split.standardize([3, 5], [3, 3])",
                        () -> Split.standardize(new double[] {3, 5}, new double[] {3, 3}))
                .looksLikeIf("divided-by-zero", got -> !Double.isFinite(got[1]))
                .is(new double[] {0, 2});
    }

    private static List<Integer> test(int[] labels, double share, long seed) {
        return Split.rows(labels, share, seed).get(1);
    }

    private static List<Integer> counts(int[] labels, List<Integer> rows) {
        int ones = rows.stream().mapToInt(row -> labels[row]).sum();
        return List.of(rows.size() - ones, ones);
    }

    private static List<Integer> sorted(List<List<Integer>> parts) {
        return parts.stream().flatMap(List::stream).sorted().toList();
    }

    /** Whether of each class the first rows, or the last, were taken. */
    private static boolean atAnEnd() {
        var rows = new HashSet<>(test(RARE, 0.2, 1));
        return Stream.of(0, 1)
                .allMatch(
                        label -> {
                            var members =
                                    IntStream.range(0, RARE.length)
                                            .filter(row -> RARE[row] == label)
                                            .boxed()
                                            .toList();
                            int count = members.size() / 5;
                            return rows.containsAll(members.subList(0, count))
                                    || rows.containsAll(
                                            members.subList(
                                                    members.size() - count, members.size()));
                        });
    }
}
