package io.github.dl4jprimer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/** What holds for every loss: never below its minimum, and there when the output is perfect. */
class LossPropertyTest {
    private static final double SURE = 60;

    /**
     * A loss with labels for it, an output that could not be better, and what that costs.
     *
     * @param minimum the loss at {@code perfect}, and nowhere below it
     */
    private record Problem(
            ILossFunction loss, Activation of, INDArray labels, INDArray perfect, double minimum) {
        double at(INDArray output) {
            return loss.computeScore(labels, output.dup(), of.getActivationFunction(), null, true);
        }
    }

    private static List<Problem> problems(Draw draw) {
        int rows = 6 * draw.between(1, 3);
        int classes = draw.between(2, 6);
        var problems = new ArrayList<Problem>();
        addClassLosses(problems, draw, rows, classes);
        addElementLosses(problems, draw, rows, classes);
        addEmbeddingLosses(problems, draw, rows);
        return problems;
    }

    private static void addClassLosses(List<Problem> problems, Draw draw, int rows, int classes) {
        var hard = draw.oneHot(rows, classes);
        var sure = hard.mul(SURE);
        var soft = draw.distributions(rows, classes);
        var entropy = -soft.mul(Transforms.log(soft)).sumNumber().doubleValue() / rows;
        var logits = Transforms.log(soft).addColumnVector(draw.matrix(rows, 1, 3));
        var weights = draw.distributions(1, classes).toDoubleVector();
        var weighted =
                CrossEntropy.plain().withClassWeights(Arrays.stream(weights).boxed().toList());
        double smoothing = draw.number(0.01, 0.5);
        var smoothed = hard.mul(1 - smoothing).addi(smoothing / classes);
        double smoothedEntropy =
                -smoothed.mul(Transforms.log(smoothed)).sumNumber().doubleValue() / rows;
        var smooth = CrossEntropy.plain().withLabelSmoothing(smoothing);
        problems.add(new Problem(CrossEntropy.plain(), Activation.SOFTMAX, hard, sure, 0));
        problems.add(new Problem(CrossEntropy.plain(), Activation.IDENTITY, soft, logits, entropy));
        problems.add(new Problem(weighted, Activation.SOFTMAX, hard, sure, 0));
        problems.add(
                new Problem(
                        smooth,
                        Activation.SOFTMAX,
                        hard,
                        Transforms.log(smoothed),
                        smoothedEntropy));
        problems.add(new Problem(new KlDivergence(), Activation.SOFTMAX, soft, logits, 0));
        problems.add(
                new Problem(
                        NextTokenCrossEntropy.ofAnyLength(), Activation.SOFTMAX, hard, sure, 0));
        var twice = Groups.join(logits, logits.addColumnVector(draw.matrix(rows, 1, 1)));
        problems.add(new Problem(new SymmetricKl(), Activation.SOFTMAX, twice, twice, 0));
    }

    private static void addElementLosses(List<Problem> problems, Draw draw, int rows, int columns) {
        var numbers = draw.matrix(rows, columns, draw.magnitude(-2, 3));
        var yesOrNo = draw.oneHot(rows, columns);
        var sure = yesOrNo.mul(2).subi(1).muli(SURE);
        for (var loss : List.of(Losses.MSE.function(), Losses.MAE.function())) {
            problems.add(new Problem(loss, Activation.IDENTITY, numbers, numbers, 0));
        }
        var huber = new Huber(draw.magnitude(-2, 2));
        problems.add(new Problem(huber, Activation.IDENTITY, numbers, numbers, 0));
        problems.add(new Problem(BinaryCrossEntropy.plain(), Activation.SIGMOID, yesOrNo, sure, 0));
    }

    private static void addEmbeddingLosses(List<Problem> problems, Draw draw, int rows) {
        // Groups of equal rows, one direction a group, so far apart that no margin is missed.
        var far = Nd4j.eye(rows).castTo(DataType.DOUBLE).muli(draw.number(50, 100));
        var labels = Nd4j.zeros(DataType.DOUBLE, rows, 1);
        var similar = labels.add(1);
        var pairs = repeat(far, rows, 2);
        problems.add(new Problem(new Contrastive(1), Activation.IDENTITY, similar, pairs, 0));
        problems.add(new Problem(new Contrastive(9), Activation.IDENTITY, labels, far, 0));
        var triplets = far.dup();
        for (int i = 0; i < rows; i += 3) {
            triplets.putRow(i + 1, triplets.getRow(i));
        }
        problems.add(
                new Problem(new TripletMargin(5, 0), Activation.IDENTITY, labels, triplets, 0));
        double temperature = draw.magnitude(-1, 0);
        // Cosine 1 to the partner and 0 to all others of the other side.
        double others = rows / 2.0 - 1;
        double nce = Math.log(1 + others * Math.exp(-1 / temperature));
        var infoNce = InfoNce.simCse(temperature);
        problems.add(new Problem(infoNce, Activation.IDENTITY, labels, pairs, nce));
    }

    /** Rows 0, 0, 2, 2, ... for groups of 2. */
    private static INDArray repeat(INDArray array, int rows, int size) {
        var repeated = array.dup();
        for (int i = 0; i < rows; i++) {
            repeated.putRow(i, array.getRow(i - i % size));
        }
        return repeated;
    }

    @Property
    void perfectionCostsTheKnownMinimum(long seed) {
        for (var problem : problems(new Draw(seed))) {
            double scale = Math.max(1, problem.minimum);
            assertEquals(
                    problem.minimum,
                    problem.at(problem.perfect),
                    1e-12 * scale,
                    problem.loss.toString());
        }
    }

    /** InfoNCE has outputs better than the one above: opposite directions. */
    @Property
    void nothingCostsLessThanPerfection(long seed) {
        var draw = new Draw(seed);
        for (var problem : problems(draw)) {
            double minimum = problem.loss instanceof InfoNce ? 0 : problem.minimum;
            for (int i = 0; i < 4; i++) {
                var off =
                        draw.matrix(
                                problem.perfect.rows(),
                                problem.perfect.columns(),
                                draw.magnitude(-3, 2));
                double cost = problem.at(problem.perfect.add(off));
                assertTrue(cost >= minimum - 1e-12, problem.loss + ": " + cost);
                assertTrue(problem.at(off) >= minimum - 1e-12, problem.loss.toString());
            }
        }
    }

    @Property
    void aStepAgainstTheGradientCostsLess(long seed) {
        var draw = new Draw(seed);
        for (var problem : problems(draw)) {
            int columns = problem.perfect.columns();
            var output = draw.matrix(problem.perfect.rows(), columns, 1);
            var gradient =
                    problem.loss.computeGradient(
                            problem.labels, output.dup(), problem.of.getActivationFunction(), null);
            double norm = gradient.norm2Number().doubleValue();
            if (norm > 1e-6) {
                var lower = problem.at(output.sub(gradient.mul(1e-5 / norm)));
                assertTrue(lower < problem.at(output), problem.loss.toString());
            }
        }
    }
}
