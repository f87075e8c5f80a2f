package io.github.dl4jprimer.course.week3;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week3.Normalisation.Kind;
import io.github.dl4jprimer.course.week3.NormalizedNetwork.Over;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalisationTest {
    @TempDir private Path folder;

    private final Normalisation experiment = new Normalisation();

    /** Accuracies without, with batch and with layer normalisation. */
    private static List<Kind> kinds(int batchSize, double none, double batch, double layer) {
        return List.of(
                new Kind(Over.NOTHING, batchSize, MadeUpTraining.seeds(none)),
                new Kind(Over.BATCH, batchSize, MadeUpTraining.seeds(batch)),
                new Kind(Over.LAYER, batchSize, MadeUpTraining.seeds(layer)));
    }

    private static List<Boolean> claim(List<Kind> large, List<Kind> small) {
        return claims(lab -> Normalisation.conclude(lab, large, small));
    }

    @Test
    void bothMustHelpByTenPointsInLargeBatches() {
        var small = kinds(2, 0.3, 0.3, 0.7);
        assertEquals(List.of(true, true), claim(kinds(60, 0.4, 0.9, 0.51), small));
        assertEquals(List.of(false, true), claim(kinds(60, 0.4, 0.9, 0.49), small));
        assertEquals(List.of(false, true), claim(kinds(60, 0.4, 0.49, 0.51), small));
    }

    @Test
    void batchNormalisationMustLoseThreePointsMoreInSmallOnes() {
        var large = kinds(60, 0.4, 0.9, 0.9);
        assertEquals(List.of(true, true), claim(large, kinds(2, 0.3, 0.76, 0.8)));
        assertEquals(List.of(true, false), claim(large, kinds(2, 0.3, 0.78, 0.8)));
        assertEquals(List.of(true, false), claim(large, kinds(2, 0.3, 0.8, 0.7)));
    }

    /** A last batch of one example would have no variance. */
    @Test
    void everyBatchIsFull() {
        for (int batchSize : new int[] {2, 7, 60}) {
            var training =
                    Normalisation.experiment(experiment.settings(), Over.BATCH, batchSize, 1)
                            .training();
            while (training.hasNext()) {
                assertEquals(batchSize, training.next().numExamples());
            }
        }
    }

    @Test
    void allKindsOfASeedLearnFromTheSameRows() {
        var rows = Normalisation.experiment(experiment.settings(), Over.NOTHING, 60, 4).training();
        var same = Normalisation.experiment(experiment.settings(), Over.LAYER, 60, 4).training();
        assertEquals(rows.next().getFeatures(), same.next().getFeatures());
    }

    /** Column 1, 3, 5 has mean 3 and deviation 1.63; row 1, 2, 6 mean 3 and deviation 2.16. */
    @Test
    void theSmallTableIsTheFormulaWorkedByHand() {
        var settings = experiment.quick().with("largeBatchEpochs", 1).with("smallBatchEpochs", 1);
        var found = LabBench.run(experiment, settings, folder);
        var first = LabBench.row(found, 0, 0);
        assertTrue(first.get(2).startsWith("-1.22  "), first.toString());
        assertEquals("-0.926  -0.463  1.39", first.get(3));
        assertEquals(6, found.tables().get(1).table().rows().size());
    }
}
