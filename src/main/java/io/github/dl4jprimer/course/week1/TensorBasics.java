package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.HeatMapChart;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J in ten minutes: every row of the tables is a call that is made in this run.
 *
 * <p>The example a is a batch of alarms, [rows, columns] = [samples, features], holding 1, 2, 3 ….
 * See above all which parts of it are {@link TensorViews views}, and {@link NumpyDifferences} if
 * you come from numpy.
 *
 * <p>The first table applies one call a row to a and shows shape and values, so that a guess can be
 * checked at once: which axis a sum removes, that {@code mul} is not the matrix product, and how a
 * row [columns] or a column [rows, 1] is stretched over the whole array (broadcasting).
 *
 * <p>Settings: {@code rows} and {@code columns}, at least 2 each, since an axis of length 1 looks
 * like any other one; {@code added} is what the parts are changed by in the second table.
 *
 * <p>Change this: {@code --set rows=3 --set columns=3} makes a square, in which a wrong axis no
 * longer shows in the shape, only in the values. That is the case in which such a mistake survives
 * longest.
 */
final class TensorBasics implements CourseExperiment {
    @Override
    public String id() {
        return "w1-tensors";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("rows", 2, 2, 10)
                .with("columns", 3, 2, 10)
                .with("added", 10.0, 1e-3, 1e6);
    }

    @Override
    public void run(Lab lab) {
        var a = example(lab);
        shapes(lab, a);
        new TensorViews(a, lab.settings().number("added")).show(lab);
        NumpyDifferences.show(lab, a);
        draw(lab, a);
    }

    /** 1, 2, 3 … row by row, [rows, columns]. */
    private static INDArray example(Lab lab) {
        int rows = lab.settings().integer("rows");
        int columns = lab.settings().integer("columns");
        return countTo(rows * columns).reshape(rows, columns);
    }

    private static INDArray countTo(int last) {
        return Nd4j.arange(1, last + 1).castTo(DataType.FLOAT);
    }

    /** 10, 20, 30 …, [columns]. */
    private static INDArray row(INDArray a) {
        return countTo(a.columns()).mul(10);
    }

    /** 100, 200 …, [rows, 1]. */
    private static INDArray column(INDArray a) {
        return countTo(a.rows()).mul(100).reshape(-1, 1);
    }

    private static void shapes(Lab lab, INDArray a) {
        var t =
                TextTable.of(
                        lab.say("表达式", "expression"),
                        lab.say("形状", "shape"),
                        lab.say("数值", "values"),
                        lab.say("说明", "what it is"));
        add(t, "a", a, lab.say("一批样本：[样本, 特征]", "a batch: [samples, features]"));
        add(t, "a.mul(a)", a.mul(a), lab.say("逐元素相乘", "element by element"));
        var product = a.mmul(a.transpose());
        add(t, "a.mmul(a.transpose())", product, lab.say("矩阵乘法", "matrix product"));
        add(t, "a.sum(0)", a.sum(0), lab.say("消去第 0 轴：每列一个数", "axis 0 gone: one per column"));
        add(t, "a.sum(1)", a.sum(1), lab.say("消去第 1 轴：每行一个数", "axis 1 gone: one per row"));
        add(t, "a.sum(true, 1)", a.sum(true, 1), lab.say("这一轴留下，长度为 1", "the axis stays"));
        add(t, "a.argMax(1)", a.argMax(1), lab.say("每行最大值的列号", "column of each row's largest"));
        add(t, "row", row(a), lab.say("一个向量", "a vector"));
        add(t, "column", column(a), lab.say("一列", "a column"));
        add(t, "a.add(row)", a.add(row(a)), lab.say("广播：每一行都加上 row", "broadcast to each row"));
        var toColumns = a.add(column(a));
        add(t, "a.add(column)", toColumns, lab.say("广播：每一列都加上 column", "broadcast to each column"));
        lab.table(lab.say("形状、轴与广播", "Shapes, axes and broadcasting"), t);
        lab.figure("sum", a.sumNumber().doubleValue());
    }

    private static void add(TextTable table, String expression, INDArray value, String note) {
        table.row(expression, ArrayText.shape(value), ArrayText.values(value), note);
    }

    private static void draw(Lab lab, INDArray a) {
        var sum = a.add(row(a)).add(column(a));
        lab.chart(
                "broadcasting",
                lab.say(
                        "广播：每格都是 a 加上这一行、这一列的数",
                        "Broadcasting: a plus the numbers of its row and its column"),
                chart(lab, "a.add(row).add(column)", sum));
        var changed = a.dup();
        changed.getRow(1).addi(lab.settings().number("added"));
        var title = lab.say("a.getRow(1).addi(…) 之后的 a", "a after a.getRow(1).addi(…)");
        lab.chart(
                "view",
                lab.say("只改了视图，a 的第 1 行却变了", "Only a view was changed, yet row 1 of a is new"),
                chart(lab, title, changed));
    }

    private static HeatMapChart chart(Lab lab, String title, INDArray values) {
        var rows = names(lab.say("行 ", "row "), values.rows());
        var columns = names(lab.say("列 ", "column "), values.columns());
        double[][] matrix = values.castTo(DataType.DOUBLE).toDoubleMatrix();
        return HeatMapChart.matrix(title, rows, columns, matrix)
                .x(lab.say("第 1 轴", "axis 1"))
                .y(lab.say("第 0 轴", "axis 0"))
                .scaleName(lab.say("数值", "value"))
                .withValues();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(index -> prefix + index).toList();
    }
}
