package io.github.dl4jprimer.notebook;

import io.github.dl4jprimer.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array as a learner reads it: type, shape, and its numbers in rows and columns, of which a
 * large array shows only the first and the last.
 *
 * <pre>
 * FLOAT [100, 3]
 *   5.1  3.5  1.4
 *   4.9    3  1.4
 *     …    …    …
 *   5.9    3  5.1
 * </pre>
 *
 * <p>An array of rank 3 or more is a list of matrices under their leading indices. ND4J's own text
 * has neither shape nor type, and prints a thousand numbers before it leaves one out.
 */
final class ArrayTable {
    private static final int DIGITS = 4;
    private static final String GAP = "…";

    /** From here on even whole numbers are written with an exponent, and not exactly. */
    private static final double LARGE = 1e9;

    /** Rows and columns shown at either end; as many in all, and one more, are shown whole. */
    private static final int EDGE = 5;

    /** Matrices shown at either end of an array of higher rank. */
    private static final int MATRIX_EDGE = 2;

    private final INDArray array;

    ArrayTable(INDArray array) {
        this.array = array;
    }

    /** Returns type and shape: {@code FLOAT [2, 3]}. */
    String head() {
        var shape =
                LongStream.of(array.shape())
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(", ", "[", "]"));
        return array.dataType() + " " + shape;
    }

    /** Returns head and numbers as lines. */
    String text() {
        var text = new StringBuilder(head()).append('\n');
        for (var matrix : matrices()) {
            text.append(matrix.name().isEmpty() ? "" : matrix.name() + "\n");
            int width =
                    matrix.rows().stream()
                            .flatMap(List::stream)
                            .mapToInt(String::length)
                            .max()
                            .orElse(0);
            for (var row : matrix.rows()) {
                row.forEach(
                        cell -> text.append(" ".repeat(2 + width - cell.length())).append(cell));
                text.append('\n');
            }
        }
        return text.toString().stripTrailing();
    }

    /** Returns head and numbers as HTML tables. */
    String html() {
        var html = new StringBuilder("<div><code>" + head() + "</code>");
        for (var matrix : matrices()) {
            html.append(matrix.name().isEmpty() ? "" : "<div>" + matrix.name() + "</div>");
            html.append("<table>");
            for (var row : matrix.rows()) {
                html.append("<tr>");
                row.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
                html.append("</tr>");
            }
            html.append("</table>");
        }
        return html.append("</div>").toString();
    }

    /** The last two axes at fixed leading indices, or a gap between such. */
    private record Matrix(String name, List<List<String>> rows) {}

    private List<Matrix> matrices() {
        if (array.isEmpty() || array.length() == 0) {
            return List.of();
        }
        int rank = array.rank();
        if (rank <= 2) {
            return List.of(new Matrix("", rows(new long[0])));
        }
        long count = LongStream.of(array.shape()).limit(rank - 2L).reduce(1, (a, b) -> a * b);
        var matrices = new ArrayList<Matrix>();
        for (long index : shown(count, MATRIX_EDGE)) {
            matrices.add(index < 0 ? new Matrix(GAP, List.of()) : matrix(index));
        }
        return matrices;
    }

    private Matrix matrix(long index) {
        long[] leading = new long[array.rank() - 2];
        long rest = index;
        for (int axis = leading.length - 1; axis >= 0; axis--) {
            leading[axis] = rest % array.size(axis);
            rest /= array.size(axis);
        }
        var name =
                LongStream.of(leading)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(", ", "[", ", :, :]"));
        return new Matrix(name, rows(leading));
    }

    private List<List<String>> rows(long[] leading) {
        int rank = array.rank();
        long rows = rank < 2 ? 1 : array.size(rank - 2);
        long columns = rank < 1 ? 1 : array.size(rank - 1);
        var shown = new ArrayList<List<String>>();
        for (long row : shown(rows, EDGE)) {
            var cells = new ArrayList<String>();
            for (long column : shown(columns, EDGE)) {
                cells.add(row < 0 || column < 0 ? GAP : cell(index(leading, row, column)));
            }
            shown.add(cells);
        }
        return shown;
    }

    /** The full index of an entry: nothing for a scalar, the column alone for a vector. */
    private long[] index(long[] leading, long row, long column) {
        int rank = array.rank();
        long[] index =
                LongStream.concat(LongStream.of(leading), LongStream.of(row, column)).toArray();
        return LongStream.of(index).skip(Math.max(0, index.length - rank)).toArray();
    }

    private String cell(long[] index) {
        if (array.dataType() == DataType.UTF8) {
            return array.getString(index[index.length - 1]);
        }
        double value = array.rank() == 0 ? array.getDouble(0) : array.getDouble(index);
        if (array.dataType() == DataType.BOOL) {
            return value == 0 ? "false" : "true";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGE;
        return whole ? Long.toString((long) value) : Numbers.significant(value, DIGITS);
    }

    /** Indices below a count, or those at either end with -1 for what is left out between. */
    private static long[] shown(long count, int edge) {
        return count <= 2L * edge + 1
                ? LongStream.range(0, count).toArray()
                : LongStream.concat(
                                LongStream.concat(LongStream.range(0, edge), LongStream.of(-1)),
                                LongStream.range(count - edge, count))
                        .toArray();
    }
}
