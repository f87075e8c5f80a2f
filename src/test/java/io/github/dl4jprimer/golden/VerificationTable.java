package io.github.dl4jprimer.golden;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.TextTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Collects what the golden tests report and makes the READMEs' table of it.
 *
 * <p>The table states a bound, a power of ten, for each largest deviation: the digits differ from
 * processor to processor, the bound does not.
 */
final class VerificationTable implements TestExecutionListener {
    private final Map<Verified, Row> rows = new EnumMap<>(Verified.class);

    /** What one group adds up to. */
    private static final class Row {
        private final Set<String> cases = new TreeSet<>();
        private final Map<DataType, Double> deviations = new EnumMap<>(DataType.class);
        private long values;
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        var reported = entry.getKeyValuePairs();
        if (reported.containsKey("verified")) {
            var group = Verified.valueOf(reported.get("verified"));
            var row = rows.computeIfAbsent(group, key -> new Row());
            row.cases.add(reported.get("case"));
            row.values += Long.parseLong(reported.get("values"));
            row.deviations.merge(
                    DataType.valueOf(reported.get("precision")),
                    Double.valueOf(reported.get("deviation")),
                    Math::max);
        }
    }

    /** Returns every case that a test has compared something with. */
    Set<String> cases() {
        var all = new TreeSet<String>();
        rows.values().forEach(row -> all.addAll(row.cases));
        return all;
    }

    /** Returns the groups that were reported. */
    Set<Verified> groups() {
        return rows.keySet();
    }

    /** Returns a group's largest deviation in a precision, or NaN if none was reported. */
    double deviation(Verified group, DataType type) {
        return rows.get(group).deviations.getOrDefault(type, Double.NaN);
    }

    /** Returns the table as the READMEs should have it. */
    TextTable bounds(Language language) {
        return table(language, (group, type) -> "≤ " + power(bound(deviation(group, type))));
    }

    /** Returns the table with the deviations as they were measured. */
    TextTable measured(Language language) {
        return table(language, (group, type) -> "%.1e".formatted(deviation(group, type)));
    }

    /** How a deviation is shown. */
    private interface Shown {
        String text(Verified group, DataType type);
    }

    private TextTable table(Language language, Shown shown) {
        var table =
                TextTable.of(
                        language.choose("验证了什么", "what"),
                        language.choose("对照", "against"),
                        language.choose("用例", "cases"),
                        language.choose("数值", "values"),
                        "double",
                        "float");
        rows.forEach(
                (group, row) ->
                        table.row(
                                group.title(language),
                                "`" + group.reference() + "`",
                                row.cases.size(),
                                row.values,
                                shown.text(group, DataType.DOUBLE),
                                shown.text(group, DataType.FLOAT)));
        return table;
    }

    /** Returns the smallest power of ten at least four times the deviation: room for rounding. */
    static double bound(double deviation) {
        return Math.pow(10, Math.ceil(Math.log10(4 * deviation)));
    }

    private static String power(double bound) {
        return "1e" + Math.round(Math.log10(bound));
    }
}
