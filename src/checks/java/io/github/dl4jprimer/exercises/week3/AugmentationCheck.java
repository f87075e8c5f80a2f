package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w3-augmentation. */
class AugmentationCheck {
    private final INDArray train = matrix(new double[][] {{0, 10}, {4, 30}});
    private final INDArray noise = matrix(new double[][] {{1, -1}, {0.5, 2}});

    @Test
    void theNoiseIsMeasuredByTheFeaturesSpread() {
        noisy(0.1)
                .leaves("train", train)
                .leaves("noise", noise)
                .looksLike("originals-replaced", matrix(new double[][] {{0.2, 9}, {4.1, 32}}))
                .looksLike("spread-forgotten", after(new double[][] {{0.1, 9.9}, {4.05, 30.2}}))
                .looksLike("sample-spread", after(sampleSpread()))
                .looksLike("one-spread-for-all", after(oneSpread()))
                .is(after(new double[][] {{0.2, 9}, {4.1, 32}}));
    }

    @Test
    void noNoiseGivesTheRowsTwice() {
        noisy(0).looksLike("originals-replaced", train)
                .is(after(new double[][] {{0, 10}, {4, 30}}));
    }

    @Test
    void aConstantFeatureStaysConstant() {
        INDArray constant = matrix(new double[][] {{7, 1}, {7, 3}});
        Expect.that(
                        "Augmentation.noisy([[7, 1], [7, 3]], noise, 1)",
                        () -> Augmentation.noisy(constant, noise, 1))
                .is(matrix(new double[][] {{7, 1}, {7, 3}, {7, 0}, {7, 5}}));
    }

    @Test
    void oneCharacterIsDropped() {
        dropped("磁盘告警已恢复", 2, "恢复").is("磁盘警已恢复");
        dropped("CPU 高", 0, "磁盘").is("PU 高");
        dropped("断", 0).is("");
    }

    @Test
    void whatDecidesTheLabelIsNotDropped() {
        for (int at = 5; at <= 6; at++) {
            dropped("磁盘告警已恢复", at, "恢复")
                    .looksLike("label-changed", at == 5 ? "磁盘告警已复" : "磁盘告警已恢")
                    .is("磁盘告警已恢复");
        }
    }

    @Test
    void onlyThatCharacterIsDropped() {
        dropped("告警：磁盘告警", 5, "磁盘").looksLike("every-such-character-dropped", "警：磁盘警").is("告警：磁盘警");
    }

    @Test
    void aWordIsKeptWhereverItStands() {
        dropped("恢复后又恢复", 4, "恢复").looksLike("only-the-first-kept", "恢复后又复").is("恢复后又恢复");
    }

    private Expect<INDArray> noisy(double amount) {
        return Expect.that(
                "Augmentation.noisy([[0, 10], [4, 30]], [[1, -1], [0.5, 2]], %s)".formatted(amount),
                () -> Augmentation.noisy(train, noise, amount));
    }

    private static Expect<String> dropped(String line, int at, String... kept) {
        return Expect.that(
                "Augmentation.drop(\"%s\", %d, %s)".formatted(line, at, List.of(kept)),
                () -> Augmentation.drop(line, at, List.of(kept)));
    }

    private double[][] sampleSpread() {
        return train.add(noise.mulRowVector(train.std(true, 0)).mul(0.1)).toDoubleMatrix();
    }

    private double[][] oneSpread() {
        return train.add(noise.mul(0.1 * train.stdNumber(false).doubleValue())).toDoubleMatrix();
    }

    private static INDArray after(double[][] copies) {
        return Nd4j.concat(0, matrix(new double[][] {{0, 10}, {4, 30}}), matrix(copies));
    }

    private static INDArray matrix(double[][] numbers) {
        return Nd4j.createFromArray(numbers);
    }
}
