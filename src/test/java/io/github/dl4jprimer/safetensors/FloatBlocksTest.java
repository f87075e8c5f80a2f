package io.github.dl4jprimer.safetensors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class FloatBlocksTest {
    private static final float OUTSIDE = -7;

    @ParameterizedTest(name = "[{0}, {1}]")
    @CsvSource({"1, 1", "1, 40", "40, 1", "3, 5", "16, 16", "17, 33", "700, 401", "2, 300001"})
    void fillsTheTransposeOfSomeColumnsAndNothingBesides(long rows, long columns)
            throws IOException {
        INDArray whole = Nd4j.valueArrayOf(new long[] {columns, rows + 3}, OUTSIDE, DataType.FLOAT);
        INDArray part = whole.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 2 + rows));
        FloatBlocks.read(counting(TensorType.F32), TensorType.F32, part.transpose());
        assertEquals(numbers(rows, columns).transpose(), part.dup('c'));
        assertEquals(3 * columns, whole.eq(OUTSIDE).castTo(DataType.INT64).sumNumber().longValue());
    }

    @ParameterizedTest(name = "[{0}, {1}]")
    @CsvSource({"1, 1", "1, 40", "40, 1", "3, 5", "700, 401", "2, 300001"})
    void fillsSomeColumnsOfAWiderArray(long rows, long columns) throws IOException {
        INDArray whole = Nd4j.valueArrayOf(new long[] {rows, columns + 3}, OUTSIDE, DataType.FLOAT);
        INDArray part = whole.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 2 + columns));
        FloatBlocks.read(counting(TensorType.F32), TensorType.F32, part);
        assertEquals(numbers(rows, columns), part.dup('c'));
        assertEquals(3 * rows, whole.eq(OUTSIDE).castTo(DataType.INT64).sumNumber().longValue());
    }

    @ParameterizedTest
    @CsvSource({"F32", "F64"})
    void fillsColumnMajorArraysAndAnyOrderOfAxes(TensorType type) throws IOException {
        INDArray columnMajor = Nd4j.create(DataType.FLOAT, new long[] {30, 20}, 'f');
        FloatBlocks.read(counting(type), type, columnMajor);
        assertEquals(numbers(30, 20), columnMajor.dup('c'));
        INDArray turned = Nd4j.create(DataType.FLOAT, 4, 2, 3).permute(2, 0, 1);
        FloatBlocks.read(counting(type), type, turned);
        assertEquals(numbers(1, 24).reshape('c', 3, 4, 2), turned.dup('c'));
    }

    @Test
    void fillsEveryOtherNumberOfAVectorAndAScalar() throws IOException {
        INDArray pairs = Nd4j.create(DataType.FLOAT, 5, 2);
        FloatBlocks.read(counting(TensorType.F32), TensorType.F32, pairs.getColumn(1));
        assertEquals(numbers(1, 5).reshape(5), pairs.getColumn(1).dup());
        assertEquals(0, pairs.getColumn(0).sumNumber().doubleValue());
        INDArray scalar = Nd4j.scalar(9f);
        FloatBlocks.read((from, buffer) -> buffer.putFloat(2.5f), TensorType.F32, scalar);
        assertEquals(2.5f, scalar.getFloat(0));
    }

    @Test
    void readsInSmallBlocksOneAfterTheOther() throws IOException {
        INDArray target = Nd4j.create(DataType.FLOAT, 3000, 700).transpose();
        long[] next = {0};
        FloatBlocks.read(
                (from, buffer) -> {
                    assertEquals(next[0], from);
                    assertTrue(buffer.remaining() <= 1 << 18);
                    next[0] += buffer.remaining();
                    buffer.position(buffer.limit());
                },
                TensorType.F32,
                target);
        assertEquals(700 * 3000 * 4, next[0]);
    }

    @Test
    void whatTheFileCannotGivePassesOn() {
        INDArray target = Nd4j.create(DataType.FLOAT, 3, 2).transpose();
        FloatBlocks.Bytes ended =
                (from, buffer) -> {
                    throw new EOFException("shorter");
                };
        assertThrows(EOFException.class, () -> FloatBlocks.read(ended, TensorType.F32, target));
        assertThrows(
                IllegalStateException.class,
                () -> FloatBlocks.read((from, buffer) -> {}, TensorType.BOOL, target));
    }

    /** The numbers 0, 1, 2 … up to the precision of a float, which then go round. */
    private static FloatBlocks.Bytes counting(TensorType type) {
        return (from, buffer) -> {
            assertEquals(ByteOrder.LITTLE_ENDIAN, buffer.order());
            for (long i = from / type.bytes(); buffer.hasRemaining(); i++) {
                put(buffer, type, i);
            }
        };
    }

    private static void put(ByteBuffer buffer, TensorType type, long number) {
        switch (type) {
            case F32 -> buffer.putFloat((float) number);
            case F64 -> buffer.putDouble((double) number);
            default -> buffer.put((byte) number);
        }
    }

    private static INDArray numbers(long rows, long columns) {
        return Nd4j.arange((double) rows * columns)
                .castTo(DataType.FLOAT)
                .reshape('c', rows, columns);
    }
}
