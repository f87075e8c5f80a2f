package io.github.dl4jprimer.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a check demands of the learner's code, and the usual mistakes it recognises in the answer.
 *
 * <pre>{@code
 * Expect.that("Softmax.of([[1000, 1001]])", () -> Softmax.of(scores))
 *         .leaves("scores", scores)
 *         .looksLikeIf("maximum-not-subtracted", got -> Double.isNaN(got.getDouble(0)))
 *         .looksLike("wrong-axis", Nd4j.onesLike(scores))
 *         .is(expected, 1e-6);
 * }</pre>
 *
 * <p>Mistakes are tried in the order in which they stand. Any right answer must pass: compare with
 * a tolerance, and arrays of float or double alike. Nothing is said in words, so a check needs no
 * translation: what a mistake is, the texts say, under its id.
 *
 * @param <T> an array, a number, or anything with {@code equals}
 */
public final class Expect<T> {
    private static final double USUAL_TOLERANCE = 1e-6;

    private final String what;
    private final Supplier<? extends T> call;
    private final List<Sign<T>> signs = new ArrayList<>();
    private final Map<String, INDArray> arguments = new LinkedHashMap<>();
    private final Map<String, INDArray> copies = new LinkedHashMap<>();
    private String ifThrown = "";
    private double tolerance = USUAL_TOLERANCE;

    /** A mistake and how it shows in an answer. */
    private record Sign<T>(String mistake, Predicate<? super T> shows) {
        /** A sign that cannot be looked for, in an array of another rank say, is not there. */
        boolean shownBy(T got) {
            try {
                return shows.test(got);
            } catch (RuntimeException e) {
                return false;
            }
        }
    }

    private Expect(String what, Supplier<? extends T> call) {
        this.what = what;
        this.call = call;
    }

    /**
     * Begins a demand.
     *
     * @param what the call as the learner would write it
     * @param call calls the learner's code, once
     */
    public static <T> Expect<T> that(String what, Supplier<? extends T> call) {
        return new Expect<>(what, call);
    }

    /** Demands that the call does not write into an array it is given. */
    public Expect<T> leaves(String name, INDArray argument) {
        arguments.put(name, argument);
        copies.put(name, argument.dup());
        return this;
    }

    /** Names the mistake that gives this wrong answer. */
    public Expect<T> looksLike(String mistake, T wrong) {
        return looksLikeIf(mistake, got -> close(wrong, got));
    }

    /** Names the mistake that answers of this kind come from. */
    public Expect<T> looksLikeIf(String mistake, Predicate<? super T> shows) {
        signs.add(new Sign<>(mistake, shows));
        return this;
    }

    /** Names the mistake that makes the call throw. */
    public Expect<T> looksLikeIfThrown(String mistake) {
        ifThrown = mistake;
        return this;
    }

    /**
     * Calls the learner's code and demands this answer, up to one part in a million.
     *
     * @throws WrongAnswer if another comes
     */
    public void is(T expected) {
        is(expected, USUAL_TOLERANCE);
    }

    /**
     * Calls the learner's code and demands this answer.
     *
     * @param allowed largest |got - expected| / max(1, |expected|)
     * @throws WrongAnswer if another comes
     */
    public void is(T expected, double allowed) {
        tolerance = allowed;
        var got = answer();
        arguments.forEach((name, argument) -> demandUnchanged(name, argument));
        if (!close(expected, got)) {
            var sameShape = !(expected instanceof INDArray array) || sameShape(array, got);
            var kind = sameShape ? Mismatch.Kind.VALUE : Mismatch.Kind.SHAPE;
            throw new WrongAnswer(Mismatch.of(kind, what, expected, got, mistake(got)), null);
        }
    }

    private T answer() {
        try {
            return call.get();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (isTodo(e)) {
                throw e;
            }
            throw new WrongAnswer(Mismatch.thrown(what, e, ifThrown), e);
        }
    }

    /** Whether a part of the exercise has not been written yet. */
    static boolean isTodo(Throwable error) {
        return error instanceof UnsupportedOperationException
                && String.valueOf(error.getMessage()).startsWith("TODO ");
    }

    private void demandUnchanged(String name, INDArray argument) {
        var copy = copies.get(name);
        if (!close(copy, argument)) {
            throw new WrongAnswer(
                    Mismatch.of(
                            Mismatch.Kind.CHANGED, name, copy, argument, Mismatch.INPUT_CHANGED),
                    null);
        }
    }

    private String mistake(T got) {
        return signs.stream()
                .filter(sign -> sign.shownBy(got))
                .map(Sign::mistake)
                .findFirst()
                .orElse("");
    }

    private boolean close(Object expected, Object got) {
        if (expected instanceof INDArray array) {
            return sameShape(array, got) && near(numbers(array), numbers((INDArray) got));
        }
        if (expected instanceof double[] numbers) {
            return got instanceof double[] others && near(numbers, others);
        }
        if (expected instanceof Double number) {
            return got instanceof Double other && near(number, other);
        }
        return Objects.equals(expected, got);
    }

    private boolean near(double[] expected, double[] got) {
        var same = expected.length == got.length;
        for (int i = 0; same && i < expected.length; i++) {
            same = near(expected[i], got[i]);
        }
        return same;
    }

    /** NaN is like NaN, so that a mistake that gives NaN can be named. */
    private boolean near(double expected, double got) {
        return Double.compare(expected, got) == 0
                || Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));
    }

    private static boolean sameShape(INDArray expected, Object got) {
        return got instanceof INDArray array && Arrays.equals(expected.shape(), array.shape());
    }

    private static double[] numbers(INDArray array) {
        return array.isEmpty()
                ? new double[0]
                : array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
