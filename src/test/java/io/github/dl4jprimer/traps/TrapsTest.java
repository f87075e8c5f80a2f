package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrapsTest {
    @Test
    void idsAreUnique() {
        var ids = Traps.all().stream().map(Trap::id).toList();
        assertEquals(new HashSet<>(ids).size(), ids.size());
    }

    @Test
    void aTrapIsFoundByItsId() {
        Traps.all().forEach(trap -> assertEquals(trap.id(), Traps.named(trap.id()).id()));
    }

    @Test
    void anUnknownIdIsAnsweredWithTheNearest() {
        var error = assertThrows(BadInput.class, () -> Traps.named("t-nadm"));
        assertEquals(
                "trap must be an id, got t-nadm. The nearest are t-nadam-first-step,"
                    + " t-samediff-dropout, t-samediff-gather; 'primer traps --list' shows all.",
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "gelu, t-gelu",
        "weight-decay, t-weight-decay-twice",
        "t-cross-entropy, t-cross-entropy-clip",
        "T-GELU, t-gelu"
    })
    void thePartOfAnIdOrAnotherSpellingFindsIt(String given, String nearest) {
        var error = assertThrows(BadInput.class, () -> Traps.named(given));
        assertEquals(nearest, error.getMessage().replaceFirst(".*nearest are ([^,]+),.*", "$1"));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, ac, 1",
        "abcdef, abc, 0",
        "abcdef, cde, 0",
        "abcdef, bxd, 1",
        "abc, '', 0",
        "'', abc, 3",
        "kitten, sitting, 3",
        "the kitten sleeps, sitting, 3"
    })
    void lettersToChangeAreCounted(String id, String given, int distance) {
        assertEquals(distance, Traps.distance(id, given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t-", "t", "adam", "t-Adam", "t-adam-", "t--adam", "t-坑"})
    void anIdIsSpelledLikeAllOthers(String id) {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Trap(id, () -> Evidence.of(1, 2)));
        assertEquals(
                "id must be t- and lower-case words with dashes, got " + id + ". Rename it.",
                error.getMessage());
    }
}
