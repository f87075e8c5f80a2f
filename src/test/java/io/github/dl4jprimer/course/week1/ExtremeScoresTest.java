package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.Findings;
import io.github.dl4jprimer.course.LabBench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtremeScoresTest {
    @TempDir private Path folder;

    private final ExtremeScores experiment = new ExtremeScores();

    private Findings run(double largestScore) {
        return LabBench.run(
                experiment, experiment.settings().with("largestScore", largestScore), folder);
    }

    @Test
    void whereTheLiteralFormulaNeverBreaksTheClaimIsFalse() {
        double[][] harmless = {{1, 2, 3}, {0, 0, 0}};
        double[][] extreme = {{1, 2, 3}, {1000, 0, 0}};
        assertEquals(List.of(false), claims(lab -> ExtremeScores.tabulate(lab, harmless)));
        assertEquals(List.of(true), claims(lab -> ExtremeScores.tabulate(lab, extreme)));
    }

    @Test
    void theLossOfEqualScoresIsTheLogarithmOfTheirNumber() {
        var found =
                LabBench.found(lab -> ExtremeScores.tabulate(lab, new double[][] {{7, 7, 7, 7}}));
        var row = LabBench.row(found, 0, 0);
        assertEquals("[0.2500, 0.2500, 0.2500, 0.2500]", row.get(3));
        assertEquals(Math.log(4), Double.parseDouble(row.get(5)), 1e-3);
        assertEquals(Math.log(4), Double.parseDouble(row.get(2)), 1e-3);
    }

    /** e^s overflows above 709.78, and e^-s vanishes below -745.13: 1/0 and 0/inf are no loss. */
    @Test
    void theLiteralFormulaBreaksWhereTheExponentialOverflows() {
        double breaks = run(2000).figures().get("literal.breaksAt");
        assertTrue(breaks > 354 && breaks <= 760, "breaks at " + breaks);
        assertTrue(Double.isNaN(run(100).figures().get("literal.breaksAt")));
    }

    @Test
    void alongTheWrongAxisRowsDoNotSumToOne() {
        var table = run(2000).tables().get(1).table();
        for (var row : table.rows()) {
            assertEquals("1.000", row.get(2));
            assertTrue(!row.get(4).equals("1.000"), row.toString());
        }
        // e² / (e² + 1) and, of the row below it, 1 / (e² + 1)
        assertTrue(table.rows().get(0).get(3).startsWith("[0.8808, 0.1192"));
    }
}
