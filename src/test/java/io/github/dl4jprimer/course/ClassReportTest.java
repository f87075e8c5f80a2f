package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.experiment.ConfusionMatrix;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassReportTest {
    @TempDir Path folder;

    // disk: TP 3, FN 1, FP 2; cpu: TP 4, FN 2, FP 1
    private final ConfusionMatrix confusion = new ConfusionMatrix(new long[][] {{3, 1}, {2, 4}});
    private final ClassReport report =
            new ClassReport(
                    "alarms",
                    "alarms",
                    List.of("disk", "cpu"),
                    new EvaluationResult(0.5, Map.of("accuracy", 0.7), confusion));

    @Test
    void theWeakestClassIsTheOneOfTheLowestF1() {
        assertEquals(0, report.weakest()); // F1 of disk 6/9, of cpu 8/11
    }

    @Test
    void theTableHoldsPrecisionRecallAndF1OfEachClass() {
        var lab = new Lab(folder, Settings.none(), 1, Language.EN, Progress.SILENT);
        report.leaveIn(lab);
        var findings = lab.findings("test");
        assertEquals(
                List.of(
                        List.of("disk", "4", "0.6000", "0.7500", "0.6667"),
                        List.of("cpu", "6", "0.8000", "0.6667", "0.7273"),
                        List.of("mean of classes", "10", "0.7000", "0.7083", "0.6970")),
                findings.tables().get(0).table().rows());
        assertEquals(0.7, findings.figures().get("alarms.accuracy"));
    }
}
