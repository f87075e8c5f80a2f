package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks w4-wordpiece; the pieces of the golden check are HuggingFace's. */
class WordpieceCheck {
    private static final List<String> UNKNOWN = List.of("[UNK]");
    private static final Set<String> VOCABULARY = Set.of("d", "s", "disk", "##i", "##s", "##k");

    @Test
    void theLongestPieceComesFirst() {
        of("disks", VOCABULARY)
                .looksLike("shortest-first", List.of("d", "##i", "##s", "##k", "##s"))
                .looksLike("marks-forgotten", List.of("disk", "s"))
                .is(List.of("disk", "##s"));
        of("disk", VOCABULARY).is(List.of("disk"));
    }

    @Test
    void aWordWithAPartThatNoPieceHasIsUnknown() {
        of("diskx", VOCABULARY)
                .looksLike("known-part-kept", List.of("disk", "[UNK]"))
                .looksLike("known-part-kept", List.of("disk"))
                .is(UNKNOWN);
        of("xdisk", VOCABULARY).looksLikeIf("known-part-kept", got -> got.size() > 1).is(UNKNOWN);
    }

    @Test
    void whatWasTakenStaysTaken() {
        of("abc", Set.of("ab", "a", "##bc"))
                .looksLike("went-back", List.of("a", "##bc"))
                .is(UNKNOWN);
    }

    @Test
    void aPieceForTheMiddleDoesNotBeginAWord() {
        of("kd", Set.of("##k", "d", "##d"))
                .looksLikeIf("middle-piece-at-the-start", got -> got.size() == 2)
                .is(UNKNOWN);
    }

    @Test
    void aChineseCharacterIsAWord() {
        of("磁", Set.of("磁", "盘")).is(List.of("磁"));
        of("𠮷", Set.of("磁", "盘")).is(UNKNOWN);
    }

    @Test
    void theEmptyWordHasNoPieces() {
        of("", VOCABULARY).looksLike("empty-word-unknown", UNKNOWN).is(List.of());
    }

    @Test
    void logWordsAreCutAsHuggingFaceCutsThem() {
        var gateway =
                Set.of(
                        "g", "ga", "##a", "##e", "##g", "##t", "##w", "##y", "##ay", "##ga", "##at",
                        "##te", "##ew", "##way", "##ate");
        of("gateway", gateway).is(List.of("ga", "##te", "##way"));
        var messages =
                Set.of(
                        "m", "me", "##a", "##e", "##g", "##m", "##s", "##ss", "##es", "##me",
                        "##ge", "##sa", "##age", "##ess");
        of("messages", messages).is(List.of("me", "##ss", "##age", "##s"));
    }

    private static Expect<List<String>> of(String word, Set<String> vocabulary) {
        return Expect.that(
                "Wordpiece.of(\"%s\", %s)".formatted(word, vocabulary.stream().sorted().toList()),
                () -> Wordpiece.of(word, vocabulary));
    }
}
