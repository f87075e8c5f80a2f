package io.github.dl4jprimer.traps;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * ND4J's arithmetic: two GELUs that are none, an argument that changes, a softmax without a result,
 * sums that drift.
 *
 * <pre>
 * GELU         x Phi(x),  Phi the normal distribution function
 * tanh form    x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))     within 5e-4 of it
 * gelu         x sigmoid(1.702 x)                                within 2.1e-2
 * </pre>
 *
 * <p>A float has 24 bits. Next to a running total of 19 000 floats are 1/512 apart, so of a term of
 * 0.1 six bits are left, rounded the same way each time: the error grows with the number of terms.
 * Adding in pairs, as PyTorch does, or in double precision keeps it at the last bit. The sums run
 * down the columns of a matrix, where the number of threads does not change the result.
 *
 * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel 2016 (GELU)</a>
 * @see <a href="https://doi.org/10.1137/0914050">Higham 1993, the accuracy of summation</a>
 */
final class ArithmeticTraps {
    /** {@code 2 * Phi(2)}, by SciPy's {@code norm.cdf}. */
    private static final double GELU_OF_2 = 1.9544997361036416;

    private static final int ROWS = 190_000;
    private static final int COLUMNS = 10;

    private ArithmeticTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-gelu", ArithmeticTraps::gelu),
                new Trap("t-precise-gelu", ArithmeticTraps::preciseGelu),
                new Trap("t-overwritten-argument", ArithmeticTraps::overwrittenArgument),
                new Trap("t-double-softmax", ArithmeticTraps::doubleSoftmax),
                new Trap("t-float-sum", ArithmeticTraps::floatSum),
                new Trap("t-norm2", ArithmeticTraps::norm2));
    }

    /** The exact form, which BERT uses. */
    private static Evidence gelu() {
        return Evidence.of(Nd4j.nn().gelu(two()).getDouble(0), GELU_OF_2);
    }

    /** The tanh form: {@code x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))}. */
    private static Evidence preciseGelu() {
        double right = 1 + Math.tanh(Math.sqrt(2 / Math.PI) * (2 + 0.044715 * 8));
        return Evidence.of(Nd4j.nn().preciseGelu(two()).getDouble(0), right);
    }

    /** What is left in x after {@code tanh(x)}. */
    private static Evidence overwrittenArgument() {
        var x = two();
        Nd4j.nn().tanh(x);
        var kept = two();
        Nd4j.nn().tanh(kept.dup());
        return Evidence.of(x.getDouble(0), 2).withWorkaround(kept.getDouble(0));
    }

    /** The first row's first probability, {@code 1 / (1 + e^-1)} for scores that lie 1 apart. */
    private static Evidence doubleSoftmax() {
        return Evidence.of(softmax(farBelowZero()), 1 / (1 + Math.exp(-1)))
                .withWorkaround(softmax(farBelowZero().subiColumnVector(farBelowZero().max(1))));
    }

    private static double softmax(INDArray scores) {
        return Transforms.softmax(scores, true).getDouble(0, 0);
    }

    /** Two rows of scores; one row alone takes another path, which is right. */
    private static INDArray farBelowZero() {
        return Nd4j.createFromArray(new double[][] {{-1000, -1001}, {-1000, -1001}});
    }

    /** A new array each time, as ND4J may write into it. */
    private static INDArray two() {
        return Nd4j.createFromArray(2.0);
    }

    /** Sum of a column of 190 000 times 0.1. */
    private static Evidence floatSum() {
        var exact = tenths().castTo(DataType.DOUBLE).sum(0).getDouble(0);
        return Evidence.of(tenths().sum(0).getDouble(0), ROWS * (double) 0.1f)
                .withWorkaround(exact);
    }

    /** Length of a column of 190 000 times 0.1. */
    private static Evidence norm2() {
        var column = tenths().getColumn(0).dup();
        return Evidence.of(tenths().norm2(0).getDouble(0), 0.1f * Math.sqrt(ROWS))
                .withWorkaround(Nd4j.getBlasWrapper().nrm2(column));
    }

    /** [rows, columns] in single precision. */
    private static INDArray tenths() {
        return Nd4j.valueArrayOf(new long[] {ROWS, COLUMNS}, 0.1, DataType.FLOAT);
    }
}
