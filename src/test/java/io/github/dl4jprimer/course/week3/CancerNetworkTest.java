package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import org.junit.jupiter.api.Test;

class CancerNetworkTest {
    private static Experiment experiment(Regularization penalty, long seed) {
        return CancerNetwork.experiment(
                "cancer", CancerNetwork.settings(), Optimizers.ADAM.at(0.01), penalty, seed);
    }

    @Test
    void aFifthOfTheTableIsToLearnFrom() {
        assertEquals(113, CancerNetwork.trainingRows(CancerNetwork.settings()));
        var half = CancerNetwork.settings().with("trainShare", 0.5);
        assertEquals(284, CancerNetwork.trainingRows(half), 2);
    }

    @Test
    void whateverThePenaltyASeedHasTheSameRowsToLearnFromAndToValidateOn() {
        var plain = experiment(Regularization.none(), 3);
        var penalised = experiment(Regularization.none().withL2(0.1), 3);
        assertEquals(
                plain.training().next().getFeatures(), penalised.training().next().getFeatures());
        var unseen = plain.validation().next().getFeatures();
        assertEquals(unseen, penalised.validation().next().getFeatures());
        var other = experiment(Regularization.none(), 4);
        assertNotEquals(unseen, other.validation().next().getFeatures());
    }

    @Test
    void theModelStartsFromTheSameWeightsWhateverThePenalty() {
        var plain = experiment(Regularization.none(), 3).model().create(3);
        var dropped = experiment(Regularization.none().withDropoutRate(0.5), 3).model().create(3);
        assertEquals(plain.params(), dropped.params());
    }
}
