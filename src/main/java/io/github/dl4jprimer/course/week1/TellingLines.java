package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Test lines on which keyword rules and network differ: recoveries first, then other lines that
 * keywords mislead, then lines that only the rules get right.
 *
 * <p>An accuracy says how many, these lines say which. Of each kind at most three are shown and no
 * two with the same pair of guesses, so that one frequent confusion does not fill the table.
 *
 * @param test the lines
 * @param rules the keyword rules
 * @param predicted the network's class of each line
 */
record TellingLines(TextDataset test, KeywordRules rules, int[] predicted) {
    private static final int OF_A_KIND = 3;
    private static final int LONGEST = 44;

    /** Returns the table; no two lines of a kind have the same class and the same wrong guess. */
    TextTable table(Lab lab) {
        var table =
                TextTable.of(
                        lab.say("告警", "alarm"),
                        lab.say("真实", "true class"),
                        lab.say("规则", "rules"),
                        lab.say("学习到的", "learned"));
        for (int row : rows()) {
            table.row(
                    shortened(test.examples().get(row).text()),
                    AlarmNames.of(truth(row), lab),
                    AlarmNames.of(byRule(row), lab),
                    AlarmNames.of(learned(row), lab));
        }
        return table;
    }

    /** The lines to show, in order. */
    List<Integer> rows() {
        IntPredicate onlyLearned = row -> !right(byRule(row), row) && right(learned(row), row);
        IntPredicate onlyRule = row -> right(byRule(row), row) && !right(learned(row), row);
        IntPredicate recovery = row -> truth(row).equals("normal");
        var rows = new ArrayList<Integer>();
        rows.addAll(some(onlyLearned.and(recovery)));
        rows.addAll(some(onlyLearned.and(recovery.negate())));
        rows.addAll(some(onlyRule));
        return rows;
    }

    private List<Integer> some(IntPredicate wanted) {
        var seen = new HashSet<String>();
        return IntStream.range(0, test.size())
                .filter(wanted)
                .filter(row -> seen.add(byRule(row) + " " + learned(row)))
                .limit(OF_A_KIND)
                .boxed()
                .toList();
    }

    private boolean right(String label, int row) {
        return label.equals(truth(row));
    }

    private String truth(int row) {
        return test.examples().get(row).label();
    }

    private String byRule(int row) {
        return rules.classify(test.examples().get(row).text());
    }

    private String learned(int row) {
        return test.labels().get(predicted[row]);
    }

    private static String shortened(String line) {
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
