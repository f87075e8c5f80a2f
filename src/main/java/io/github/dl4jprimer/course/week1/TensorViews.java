package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Which ways to take a part of an array share its numbers, found by changing the part and looking
 * at the array.
 *
 * <p>A view is another way to look at the same numbers in memory: no copy is made, and a method
 * that ends in i (addi, muli, …) writes through it. The test is mechanical: take the part of a copy
 * of the array, add to the part in place, and see whether the copy changed. Nothing is believed
 * that is not seen.
 *
 * <p>The list is what a learner meets first. {@code getRow} is a view and {@code getRows} is not,
 * {@code getColumn} is one and {@code getColumns} is not: the one letter decides whether a change
 * stays local. When in doubt, {@code dup()}.
 *
 * @param a the array, a matrix
 * @param added what is added to each part in place
 */
record TensorViews(INDArray a, double added) {
    private static final List<Part> PARTS =
            List.of(
                    new Part("a.getRow(1)", true, a -> a.getRow(1)),
                    new Part("a.getColumn(0)", true, a -> a.getColumn(0)),
                    new Part(
                            "a.get(all(), interval(0, 2))",
                            true,
                            a -> a.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2))),
                    new Part("a.transpose()", true, INDArray::transpose),
                    new Part("a.reshape(-1)", true, a -> a.reshape(-1)),
                    new Part("a.getRow(1).dup()", false, a -> a.getRow(1).dup()),
                    new Part("a.getRows(0, 1)", false, a -> a.getRows(0, 1)),
                    new Part("a.getColumns(0, 1)", false, a -> a.getColumns(0, 1)));

    /** A way to take a part, and whether the lesson calls it a view. */
    private record Part(String expression, boolean view, UnaryOperator<INDArray> of) {}

    /** Leaves the table and the claim. */
    void show(Lab lab) {
        var addition = "part.addi(%s)".formatted(ArrayText.number(added));
        var table =
                TextTable.of(
                        "part = …",
                        lab.say("part 的形状", "shape of part"),
                        lab.say("%s 之后的 a", "a after %s").formatted(addition),
                        lab.say("part 是", "part is a"));
        int views = 0;
        boolean asTaught = true;
        for (var part : PARTS) {
            var original = a.dup();
            var taken = part.of().apply(original);
            taken.addi(added);
            boolean view = !original.equals(a);
            table.row(
                    part.expression(),
                    ArrayText.shape(taken),
                    ArrayText.values(original),
                    view ? lab.say("视图", "view") : lab.say("副本", "copy"));
            views += view ? 1 : 0;
            asTaught &= view == part.view();
        }
        lab.table(lab.say("视图与副本", "Views and copies"), table);
        claim(lab, views, asTaught);
    }

    private static void claim(Lab lab, int views, boolean asTaught) {
        lab.figure("views", views);
        lab.figure("copies", PARTS.size() - views);
        lab.claim(
                lab.say(
                                "%d 种取法里 %d 种是视图，改它就改了 a；dup()、getRows、getColumns 是副本",
                                "%2$d of %1$d ways to take a part give views, and changing those"
                                        + " changes a; dup(), getRows and getColumns copy")
                        .formatted(PARTS.size(), views),
                asTaught);
    }
}
