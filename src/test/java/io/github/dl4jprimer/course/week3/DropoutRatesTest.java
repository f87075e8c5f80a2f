package io.github.dl4jprimer.course.week3;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week3.DropoutRates.Rate;
import io.github.dl4jprimer.report.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropoutRatesTest {
    @TempDir private Path folder;

    private static Rate rate(double dropoutRate, double incomplete, double validation) {
        return new Rate(
                dropoutRate,
                Summary.of(incomplete),
                Summary.of(0.01),
                Summary.of(validation),
                Summary.of(0.9));
    }

    private static List<Boolean> claim(Rate... rates) {
        return claims(lab -> DropoutRates.conclude(lab, new Sweep<>(List.of(rates))));
    }

    @Test
    void theIncompleteTeamsLossMustRiseTenfold() {
        assertEquals(List.of(true, true), claim(rate(0, 0.004, 0.14), rate(0.7, 0.05, 0.11)));
        assertEquals(List.of(false, true), claim(rate(0, 0.004, 0.14), rate(0.7, 0.04, 0.11)));
    }

    @Test
    void someRateMustBeATwentiethBetterThanNone() {
        var none = rate(0, 0.004, 0.14);
        var most = rate(0.7, 0.05, 0.15);
        assertEquals(List.of(true, true), claim(none, rate(0.3, 0.01, 0.12), most));
        assertEquals(List.of(true, false), claim(none, rate(0.3, 0.01, 0.135), most));
        assertEquals(List.of(true, false), claim(none, most));
    }

    @Test
    void theGapIsThatOfTheCompleteTeam() {
        assertEquals(0.13, rate(0.5, 0.5, 0.14).gap(), 1e-12);
    }

    /** With nobody missing, what was logged in the epoch differs by the epoch's progress alone. */
    @Test
    void eachRateHasItsRowAndTheCaptionItsTrainingRows() {
        var experiment = new DropoutRates();
        var settings = experiment.quick().with("seeds", 1).changed("dropoutRates", "0.5,0,0.95");
        var found = LabBench.run(experiment, settings, folder);
        var rows = found.tables().get(0).table().rows();
        assertEquals(List.of("0.50", "0", "0.95"), rows.stream().map(row -> row.get(0)).toList());
        assertEquals(
                "Breast cancer, 113 training rows", found.tables().get(0).caption().split(":")[0]);
    }
}
