package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrapTextsTest {
    private static final List<String> LINES =
            List.of(
                    "# 坑",
                    "",
                    "## t-a | 标题 | 一",
                    "",
                    "- measured: 测什么",
                    "- dl4j: 做什么: 怎么做",
                    "- right: 什么对",
                    "- do: 怎么办");

    @ParameterizedTest
    @EnumSource
    void everyTrapHasATextInTheOrderOfTheCatalogue(Language language) {
        assertEquals(Traps.all().stream().map(Trap::id).toList(), TrapTexts.of(language).ids());
    }

    @Test
    void bothLanguagesNameTheSameClassesAndTraps() {
        for (var trap : Traps.all()) {
            assertEquals(names(trap.text(Language.EN)), names(trap.text(Language.ZH)), trap.id());
        }
    }

    /** Names like TorchAdam, t-doubled-layer and getNIn that both languages must have. */
    private static Set<String> names(TrapText text) {
        var all = String.join("\n", text.title(), text.dl4j(), text.right(), text.mend());
        var names = Pattern.compile("[A-Za-z]*[a-z][A-Z]\\w*|t-[a-z0-9-]+|\\d+[.]\\d+");
        var found = new TreeSet<String>();
        names.matcher(all).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    @Test
    void theChineseTextsAreChinese() {
        var han = Pattern.compile("\\p{IsHan}");
        for (var trap : Traps.all()) {
            assertTrue(han.matcher(trap.text(Language.ZH).title()).find(), trap.id());
            assertTrue(
                    trap.text(Language.EN).title().codePoints().allMatch(c -> c < 0x3000),
                    trap.id());
        }
    }

    @Test
    void aTextHasATitleAndFourParts() {
        assertEquals(
                new TrapText("标题 | 一", "测什么", "做什么: 怎么做", "什么对", "怎么办"),
                TrapTexts.parse(LINES).text("t-a"));
    }

    @Test
    void aMissingPartIsNamedByItsTitle() {
        assertRefused(
                LINES.subList(0, 7),
                "text must have a title and the parts measured, dl4j, right, do, got '标题 | 一'"
                        + " with a part missing. Add it to the resource.");
    }

    @Test
    void aLineThatIsNeitherIsRefused() {
        assertRefused(
                List.of("## t-a"),
                "line must be '## id | title' or '- part: text', got 't-a'. Mend it.");
        assertRefused(
                List.of("text"),
                "line must be '## id | title' or '- part: text', got 'text'. Mend it.");
    }

    @Test
    void nothingStandsTwice() {
        assertRefused(
                List.of("## t-a | x", "## t-a | y"),
                "heading or part must be unique, got t-a twice. Rename one.");
        assertRefused(
                List.of("## t-a | x", "- do: x", "- do: y"),
                "heading or part must be unique, got do twice. Rename one.");
    }

    private static void assertRefused(List<String> lines, String message) {
        var error = assertThrows(IllegalArgumentException.class, () -> TrapTexts.parse(lines));
        assertEquals(message, error.getMessage());
    }

    @Test
    void aTrapWithoutATextIsNamed() {
        var texts = TrapTexts.parse(LINES);
        var error = assertThrows(IllegalArgumentException.class, () -> texts.text("t-b"));
        assertEquals("id must have a text, got t-b. Add it to the resource.", error.getMessage());
    }
}
