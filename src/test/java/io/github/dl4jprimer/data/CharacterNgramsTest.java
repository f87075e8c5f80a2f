package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterNgramsTest {
    private static final List<String> THREE = List.of("盘满", "盘慢", "盘满满");

    @Test
    void columnsAreCharactersAndPairsTheMostFrequentFirst() {
        var ngrams = CharacterNgrams.fit(THREE, 1, 100);
        assertEquals(List.of("盘", "满", "盘满", "慢", "满满", "盘慢"), ngrams.ngrams());
        assertEquals(List.of("盘", "满", "盘满"), CharacterNgrams.fit(THREE, 2, 100).ngrams());
        assertEquals(List.of("盘", "满"), CharacterNgrams.fit(THREE, 1, 2).ngrams());
    }

    @Test
    void valuesAreInverseDocumentFrequenciesOfLengthOne() {
        var row = CharacterNgrams.fit(THREE, 2, 100).transform(List.of("盘满满满")).toDoubleVector();
        double everywhere = Math.log(4.0 / 4) + 1; // 盘 is in 3 of 3 texts
        double twice = Math.log(4.0 / 3) + 1; // 满 and 盘满 are in 2
        double length = Math.sqrt(everywhere * everywhere + 2 * twice * twice);
        assertArrayEquals(
                new double[] {everywhere / length, twice / length, twice / length}, row, 1e-6);
        double squares = row[0] * row[0] + row[1] * row[1] + row[2] * row[2];
        assertEquals(1, squares, 1e-6);
    }

    @Test
    void aTextWithoutAKnownNgramIsARowOfZeros() {
        var row = CharacterNgrams.fit(THREE, 2, 100).transform(List.of("网络"));
        assertEquals(0, row.sumNumber().doubleValue());
        assertArrayEquals(new long[] {1, 3}, row.shape());
    }

    @Test
    void widthCaseAndDigitsMakeNoDifference() {
        var ngrams = CharacterNgrams.fit(List.of("CPU 95%", "disk 3"), 1, 100);
        assertEquals(ngrams.transform(List.of("cpu 12%")), ngrams.transform(List.of("ＣＰＵ　７８％")));
    }

    @Test
    void charactersOutsideTheBasicPlaneAreNotCutInTwo() {
        assertEquals(List.of("𠮷", "𠮷𠮷"), CharacterNgrams.fit(List.of("𠮷𠮷"), 1, 9).ngrams());
    }

    @Test
    void impossibleLimitsAndEmptyInputAreRejected() {
        var limits =
                assertThrows(
                        IllegalArgumentException.class, () -> CharacterNgrams.fit(THREE, 0, 5));
        assertEquals(
                "minCount and maxFeatures must be at least 1, got 0 and 5. Try 2 and 20000.",
                limits.getMessage());
        var nothing =
                assertThrows(
                        IllegalArgumentException.class, () -> CharacterNgrams.fit(THREE, 4, 5));
        assertEquals(
                "minCount must leave an n-gram of 3 texts, got 4. Give more texts or lower it.",
                nothing.getMessage());
        var ngrams = CharacterNgrams.fit(THREE, 1, 5);
        var empty = assertThrows(IllegalArgumentException.class, () -> ngrams.transform(List.of()));
        assertEquals(
                "texts must be at least one, got 0. Give a text to transform.", empty.getMessage());
    }
}
