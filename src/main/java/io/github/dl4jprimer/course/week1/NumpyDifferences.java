package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.report.TextTable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a learner from numpy trips over; ND4J's side is computed here, numpy's is what its manual
 * says.
 *
 * <pre>
 * sample deviation      √(Σ (x - mean)² / (n - 1))    ND4J's std
 * population deviation  √(Σ (x - mean)² / n)          numpy's std
 * </pre>
 *
 * <p>For two numbers the first is √2 times the second, so a standardisation ported from numpy is
 * off by that much on tiny data and by nothing that matters on large data. The claim fails for a
 * column whose numbers are all the same: both deviations are 0 then.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.std.html">numpy.std</a>
 */
final class NumpyDifferences {
    private NumpyDifferences() {}

    /** Leaves the table and the claim, with the first column of {@code a} as the example. */
    static void show(Lab lab, INDArray a) {
        var column = a.getColumn(0).castTo(DataType.DOUBLE);
        double sample = column.stdNumber().doubleValue();
        double population = column.stdNumber(false).doubleValue();
        var table =
                TextTable.of(
                        lab.say("ND4J 的写法", "in ND4J"),
                        lab.say("ND4J 得到", "ND4J gives"),
                        lab.say("numpy 得到", "numpy gives"),
                        lab.say("要记住", "remember"));
        table.row(
                "column.stdNumber()",
                sample,
                population,
                lab.say("默认除以 n-1；stdNumber(false) 除以 n", "divides by n-1; stdNumber(false) by n"));
        types(lab, table);
        sorting(lab, table);
        lab.table(lab.say("从 numpy 来的人会绊倒的地方", "Where a learner from numpy trips"), table);
        lab.figure("std.nd4j", sample);
        lab.figure("std.numpy", population);
        lab.claim(
                lab.say(
                                "同一列的标准差，ND4J 给出 %.4f，numpy 给出 %.4f",
                                "the deviation of one column: %.4f in ND4J, %.4f in numpy")
                        .formatted(sample, population),
                sample > population);
    }

    private static void types(Lab lab, TextTable table) {
        table.row(
                "Nd4j.zeros(2).dataType()",
                Nd4j.zeros(2).dataType(),
                "float64",
                lab.say("默认是单精度", "single precision by default"));
        table.row(
                "[7, 8].div(2)",
                ArrayText.values(Nd4j.createFromArray(7, 8).div(2)),
                "[3.5, 4]",
                lab.say("整数除以整数还是整数", "whole numbers stay whole"));
        table.row(
                "float.add(double)",
                Nd4j.zeros(DataType.FLOAT, 2).add(Nd4j.zeros(DataType.DOUBLE, 2)).dataType(),
                "float64",
                lab.say("结果跟左边的类型走", "the left side's type wins"));
    }

    private static void sorting(Lab lab, TextTable table) {
        var unsorted = Nd4j.createFromArray(3, 1, 2);
        Nd4j.sort(unsorted, true);
        table.row(
                "Nd4j.sort([3, 1, 2], true)",
                lab.say("原数组变成 ", "the array becomes ") + ArrayText.values(unsorted),
                lab.say("一个新数组", "a new array"),
                lab.say("就地排序，要保留原样先 dup()", "sorts in place: dup() first"));
    }
}
