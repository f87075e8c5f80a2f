package io.github.dl4jprimer.scratch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.Standardization;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** The network written by hand learns real data. */
class RealDataTest {

    @Test
    void irisesAreToldApartByFourMeasurements() {
        double mean =
                LongStream.rangeClosed(1, 5)
                        .mapToDouble(seed -> testAccuracy(Datasets.iris(), 16, 16, 40, seed))
                        .average()
                        .orElseThrow();
        assertTrue(mean >= 0.95, "mean accuracy over five splits " + mean);
    }

    @Test
    void handwrittenDigitsAreRead() {
        double accuracy = testAccuracy(Datasets.digits(), 64, 32, 20, 1);
        assertTrue(accuracy >= 0.96, "accuracy " + accuracy);
    }

    private static double testAccuracy(
            NumberDataset data, int hidden, int batchSize, int epochs, long seed) {
        NumberDataset exact = data.castTo(DataType.DOUBLE);
        var split = Standardization.of(Splits.stratified(exact, 0.1, 0.2, seed));
        NumberDataset train = split.train();
        NumberDataset test = split.test();
        int features = train.featureNames().size();
        int classes = train.labels().size();
        var start =
                TwoLayerNetwork.random(features, hidden, classes, ActivationFunction.RELU, seed);
        return start.train(train.features(), train.targets(), 0.1, batchSize, epochs, seed)
                .accuracy(test.features(), test.targets());
    }
}
