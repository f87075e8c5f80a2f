package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.Lesson;
import io.github.dl4jprimer.course.Week;
import java.util.List;

/** The lessons of week 1: neural networks and backpropagation. */
public final class Week1 {
    private Week1() {}

    /** Returns the week. */
    public static Week week() {
        return new Week(
                1,
                List.of(
                        Lesson.of("tensors", new TensorBasics()),
                        Lesson.of("rules-or-learning", new RulesAgainstLearning()),
                        Lesson.of("neuron", new NeuronVotes(), new ActivationCurves()),
                        Lesson.of("softmax", new ExtremeScores()),
                        Lesson.of(
                                "regression", new LineThroughPoints(), new IrisSoftmaxRegression()),
                        Lesson.of("two-layers", new DecisionBoundaries(), new TwoLayerAccuracy()),
                        Lesson.of("gradient-check", new GradientCheck()),
                        Lesson.of("dl4j", new SameNetwork())));
    }
}
