package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds what is told in Chinese and in English to be the same: as much of it, same numbers. */
final class BothLanguages {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE]-?\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private BothLanguages() {}

    /** Compares what two runs of the same code found. */
    static void assertSame(Findings chinese, Findings english) {
        assertEquals(chinese.claims().size(), english.claims().size(), "claims");
        assertEquals(chinese.tables().size(), english.tables().size(), "tables");
        var inChinese = texts(chinese);
        var inEnglish = texts(english);
        assertEquals(inChinese.size(), inEnglish.size(), "columns and charts");
        for (int i = 0; i < inEnglish.size(); i++) {
            var both = inChinese.get(i) + " | " + inEnglish.get(i);
            assertEquals(numbers(inChinese.get(i)), numbers(inEnglish.get(i)), both);
            assertFalse(CHINESE.matcher(unquoted(inChinese.get(i), inEnglish.get(i))).find(), both);
        }
        for (int i = 0; i < english.tables().size(); i++) {
            assertEquals(
                    english.tables().get(i).table().rows().size(),
                    chinese.tables().get(i).table().rows().size());
        }
    }

    /** The English text without the words that the Chinese one quotes, a character of an alarm. */
    private static String unquoted(String chinese, String english) {
        var left = english;
        for (var quoted : QUOTED.matcher(chinese).results().toList()) {
            left = left.replace(quoted.group(1), "");
        }
        return left;
    }

    /** Claims, captions and the heads of tables, in their order. */
    private static List<String> texts(Findings findings) {
        var texts = new ArrayList<String>();
        findings.claims().forEach(claim -> texts.add(claim.line()));
        findings.charts().forEach(chart -> texts.add(chart.caption()));
        for (var table : findings.tables()) {
            texts.add(table.caption());
            texts.addAll(table.table().head());
        }
        return texts;
    }

    /** The numbers of a text; a language may have another order. */
    static List<String> numbers(String text) {
        return Stream.of(text)
                .flatMap(one -> NUMBER.matcher(one).results())
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
