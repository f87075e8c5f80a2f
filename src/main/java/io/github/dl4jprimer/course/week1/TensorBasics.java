package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.HeatMapChart;
import io.github.dl4jprimer.report.TextTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * ND4J in ten minutes: every row of the tables is a call that is made in this run.
 *
 * <p>The example a is a batch of alarms, [rows, columns] = [samples, features], holding 1, 2, 3 ….
 * See above all which parts are views: changing those changes a.
 */
final class TensorBasics implements CourseExperiment {
    @Override
    public String id() {
        return "w1-tensors";
    }

    @Override
    public Settings settings() {
        return Settings.none().with("rows", 2).with("columns", 3).with("added", 10.0);
    }

    @Override
    public void run(Lab lab) {
        var a = example(lab);
        shapes(lab, a);
        views(lab, a);
        numpy(lab, a);
        draw(lab, a);
    }

    /** 1, 2, 3 … row by row, [rows, columns]. */
    private static INDArray example(Lab lab) {
        int rows = Math.max(2, lab.settings().integer("rows"));
        int columns = Math.max(2, lab.settings().integer("columns"));
        return Nd4j.arange(1, rows * columns + 1).castTo(DataType.FLOAT).reshape(rows, columns);
    }

    private static INDArray row(INDArray a) {
        return Nd4j.arange(1, a.columns() + 1).castTo(DataType.FLOAT).mul(10);
    }

    private static INDArray column(INDArray a) {
        return Nd4j.arange(1, a.rows() + 1).castTo(DataType.FLOAT).mul(100).reshape(-1, 1);
    }

    private static void shapes(Lab lab, INDArray a) {
        var table =
                TextTable.of(
                        lab.say("表达式", "expression"),
                        lab.say("形状", "shape"),
                        lab.say("数值", "values"),
                        lab.say("说明", "what it is"));
        var same = lab.say("逐元素相乘", "element by element");
        row(table, "a", a, lab.say("一批样本：[样本, 特征]", "a batch: [samples, features]"));
        row(table, "a.mul(a)", a.mul(a), same);
        row(
                table,
                "a.mmul(a.transpose())",
                a.mmul(a.transpose()),
                lab.say("矩阵乘法", "matrix product"));
        row(table, "a.sum(0)", a.sum(0), lab.say("消去第 0 轴：每列一个数", "axis 0 gone: one per column"));
        row(table, "a.sum(1)", a.sum(1), lab.say("消去第 1 轴：每行一个数", "axis 1 gone: one per row"));
        row(
                table,
                "a.sum(true, 1)",
                a.sum(true, 1),
                lab.say("保留这一轴，长度为 1", "the axis stays, of length 1"));
        row(table, "a.argMax(1)", a.argMax(1), lab.say("每行最大值在第几列", "where each row is largest"));
        row(table, "row", row(a), lab.say("一个向量", "a vector"));
        row(table, "column", column(a), lab.say("一列", "a column"));
        row(
                table,
                "a.add(row)",
                a.add(row(a)),
                lab.say("广播：每一行都加", "broadcast: added to each row"));
        row(
                table,
                "a.add(column)",
                a.add(column(a)),
                lab.say("广播：每一列都加", "broadcast: to each column"));
        lab.table(lab.say("形状、轴与广播", "Shapes, axes and broadcasting"), table);
        lab.figure("sumOfColumns", a.sum(0).sumNumber().doubleValue());
    }

    private static void row(TextTable table, String expression, INDArray value, String note) {
        table.row(expression, ArrayText.shape(value), ArrayText.values(value), note);
    }

    /** Takes a part of a copy of a, adds to the part in place, and looks at the copy. */
    private static void views(Lab lab, INDArray a) {
        double added = lab.settings().number("added");
        var table =
                TextTable.of(
                        lab.say("part = ", "part = "),
                        lab.say("part 的形状", "shape of part"),
                        lab.say("part.addi(%s) 之后的 a", "a after part.addi(%s)")
                                .formatted(ArrayText.values(Nd4j.scalar(added))),
                        lab.say("part 是", "part is a"));
        int views = 0;
        int right = 0;
        for (var part : parts().entrySet()) {
            var original = a.dup();
            var taken = part.getValue().apply(original);
            taken.addi(added);
            boolean view = !original.equals(a);
            views += view ? 1 : 0;
            right += view == !part.getKey().matches(".*(dup|getRows|getColumns).*") ? 1 : 0;
            table.row(
                    part.getKey(),
                    ArrayText.shape(taken),
                    ArrayText.values(original),
                    view ? lab.say("视图", "view") : lab.say("副本", "copy"));
        }
        lab.table(lab.say("视图与副本", "Views and copies"), table);
        lab.figure("views", views);
        lab.figure("copies", parts().size() - views);
        lab.claim(
                lab.say(
                                "%d 种取法里 %d 种是视图，改它就改了 a；dup()、getRows、getColumns 是副本",
                                "of %d ways to take a part %d give views, and changing those"
                                        + " changes a; dup(), getRows and getColumns copy")
                        .formatted(parts().size(), views),
                right == parts().size());
    }

    private static Map<String, UnaryOperator<INDArray>> parts() {
        var parts = new LinkedHashMap<String, UnaryOperator<INDArray>>();
        parts.put("a.getRow(1)", a -> a.getRow(1));
        parts.put("a.getColumn(0)", a -> a.getColumn(0));
        parts.put(
                "a.get(all(), interval(0, 2))",
                a -> a.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2)));
        parts.put("a.transpose()", INDArray::transpose);
        parts.put("a.reshape(-1)", a -> a.reshape(-1));
        parts.put("a.getRow(1).dup()", a -> a.getRow(1).dup());
        parts.put("a.getRows(0, 1)", a -> a.getRows(0, 1));
        parts.put("a.getColumns(0, 1)", a -> a.getColumns(0, 1));
        return parts;
    }

    /** What a learner from numpy trips over; numpy's side is as its documentation has it. */
    private static void numpy(Lab lab, INDArray a) {
        var column = a.getColumn(0).castTo(DataType.DOUBLE);
        double sample = column.stdNumber(true).doubleValue();
        double population = column.stdNumber(false).doubleValue();
        var integers = Nd4j.createFromArray(7, 8);
        var unsorted = Nd4j.createFromArray(3, 1, 2);
        Nd4j.sort(unsorted, true);
        var table =
                TextTable.of(
                        lab.say("ND4J 的写法", "in ND4J"),
                        lab.say("ND4J 得到", "ND4J gives"),
                        lab.say("numpy 得到", "numpy gives"),
                        lab.say("要记住", "remember"));
        table.row(
                "column.std()",
                sample,
                population,
                lab.say(
                        "ND4J 除以 n-1；std(false, …) 才除以 n",
                        "ND4J divides by n-1; std(false, …) by n"));
        table.row(
                "Nd4j.zeros(2).dataType()",
                Nd4j.zeros(2).dataType(),
                "float64",
                lab.say("默认是单精度", "single precision unless asked"));
        table.row(
                "[7, 8].div(2)",
                ArrayText.values(integers.div(2)),
                "[3.5, 4]",
                lab.say("整数除整数还是整数", "whole numbers stay whole"));
        table.row(
                "float32.add(float64)",
                Nd4j.zeros(DataType.FLOAT, 2).add(Nd4j.zeros(DataType.DOUBLE, 2)).dataType(),
                "float64",
                lab.say("结果跟左边的类型走", "the left side's type wins"));
        table.row(
                "Nd4j.sort([3, 1, 2], true)",
                lab.say("原数组变为 ", "the array becomes ") + ArrayText.values(unsorted),
                lab.say("新数组", "a new array"),
                lab.say("就地排序，要原样先 dup()", "sorts in place: dup() first"));
        lab.table(lab.say("从 numpy 来的人会绊倒的地方", "What a learner from numpy trips over"), table);
        lab.figure("std.nd4j", sample);
        lab.figure("std.numpy", population);
        lab.claim(
                lab.say(
                                "同一列，ND4J 的 std 是 %.4f，numpy 的是 %.4f",
                                "one column: std is %.4f in ND4J, %.4f in numpy")
                        .formatted(sample, population),
                sample > population);
    }

    private static void draw(Lab lab, INDArray a) {
        var sum = a.add(row(a)).add(column(a));
        lab.chart(
                "broadcasting",
                lab.say(
                        "广播：每格都是 a 加上这一行、这一列的数",
                        "Broadcasting: a plus its row's and its column's number"),
                chart(lab, "a.add(row).add(column)", sum));
        var changed = a.dup();
        changed.getRow(1).addi(lab.settings().number("added"));
        lab.chart(
                "view",
                lab.say(
                        "只改了视图，a 的第 1 行却变了",
                        "Only the view was changed, yet row 1 of a is different"),
                chart(
                        lab,
                        lab.say("a.getRow(1).addi(…) 之后的 a", "a after a.getRow(1).addi(…)"),
                        changed));
    }

    private static HeatMapChart chart(Lab lab, String title, INDArray values) {
        var rows = names(lab.say("行 ", "row "), values.rows());
        var columns = names(lab.say("列 ", "column "), values.columns());
        return HeatMapChart.matrix(
                        title, rows, columns, values.castTo(DataType.DOUBLE).toDoubleMatrix())
                .x(lab.say("第 1 轴", "axis 1"))
                .y(lab.say("第 0 轴", "axis 0"))
                .scaleName(lab.say("数值", "value"))
                .withValues();
    }

    private static java.util.List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(index -> prefix + index).toList();
    }
}
