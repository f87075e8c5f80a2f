package io.github.dl4jprimer.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Runs all tests tagged {@code golden}, prints what they compared with PyTorch's numbers and how
 * far it was off, and holds the table in both READMEs to it.
 *
 * <p>To bring the READMEs up to date, run {@code mvn test -Dtest=VerificationTest} and copy the
 * tables of {@code target/verification.md} and {@code target/verification.zh-CN.md} over theirs.
 */
class VerificationTest {
    /** How much larger than what was measured a bound may be before it says too little. */
    private static final double LOOSEST = 1000;

    private static final VerificationTable TABLE = new VerificationTable();

    private static final SummaryGeneratingListener SUMMARY = new SummaryGeneratingListener();

    @BeforeAll
    static void runTheGoldenTests() throws IOException {
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage("io.github.dl4jprimer"))
                        .filters(TagFilter.includeTags("golden"))
                        .build();
        LauncherFactory.create().execute(request, TABLE, SUMMARY);
        System.out.println("Held to PyTorch 1.13 in float64, largest deviations measured:");
        System.out.println(TABLE.measured(Language.EN).text());
        for (var language : Language.values()) {
            Files.writeString(
                    Path.of("target", readme(language).replace("README", "verification")),
                    TABLE.bounds(language).markdown());
        }
    }

    @Test
    void everyGoldenTestPasses() {
        assertTrue(SUMMARY.getSummary().getTestsSucceededCount() > 100, "golden tests are found");
        assertEquals(0, SUMMARY.getSummary().getTestsFailedCount());
    }

    @Test
    void everyReferenceValueThereIsIsUsedByATest() {
        var unused = Golden.everything();
        assertTrue(unused.size() >= 84, "reference values are found: " + unused.size());
        unused.removeAll(TABLE.cases());
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyGroupIsReportedInBothPrecisions() {
        assertEquals(Set.of(Verified.values()), TABLE.groups());
        for (var group : Verified.values()) {
            assertTrue(TABLE.deviation(group, DataType.DOUBLE) < 1e-9, group.name());
            assertTrue(TABLE.deviation(group, DataType.FLOAT) < 1e-4, group.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theReadmeStatesWhatWasMeasured(Language language) throws IOException {
        var expected = TABLE.bounds(language).markdown().lines().toList();
        var stated =
                Files.readString(Path.of(readme(language)))
                        .lines()
                        .dropWhile(line -> !line.equals(expected.get(0)))
                        .limit(expected.size())
                        .toList();
        var advice = "copy target/" + readme(language).replace("README", "verification");
        assertEquals(withoutBounds(expected), withoutBounds(stated), advice);
        var rows = stated.listIterator(2);
        for (var group : Verified.values()) {
            var cells = rows.next().split("[|]");
            assertBound(cells[5], TABLE.deviation(group, DataType.DOUBLE), advice + ": " + group);
            assertBound(cells[6], TABLE.deviation(group, DataType.FLOAT), advice + ": " + group);
        }
    }

    @Test
    void aBoundIsAPowerOfTenAtLeastFourTimesTheDeviation() {
        assertEquals(1e-12, VerificationTable.bound(2e-13), 1e-20);
        assertEquals(1e-11, VerificationTable.bound(3e-13), 1e-19);
    }

    private static List<String> withoutBounds(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("≤ 1e-[0-9]+", "≤")).toList();
    }

    private static void assertBound(String cell, double measured, String what) {
        double stated = Double.parseDouble(cell.replace("≤", "").strip());
        assertTrue(
                measured <= stated, "%s: %s measured, %s stated".formatted(what, measured, stated));
        assertTrue(
                stated <= LOOSEST * measured,
                "%s: %s stated, only %s measured".formatted(what, stated, measured));
    }

    private static String readme(Language language) {
        return language == Language.ZH ? "README.zh-CN.md" : "README.md";
    }
}
