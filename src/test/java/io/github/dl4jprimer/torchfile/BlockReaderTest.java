package io.github.dl4jprimer.torchfile;

import static io.github.dl4jprimer.torchfile.TorchFiles.floats;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.torchfile.Pickle.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Views of storages, read into arrays of every memory order. */
class BlockReaderTest {
    @TempDir Path folder;

    /** A file with one FLOAT tensor, "w", of one storage. */
    private TorchFile file(long length, View view, byte[] storage) throws IOException {
        var bytes = TorchFiles.oneTensor("FloatStorage", length, view, storage);
        return TorchFile.open(Files.write(folder.resolve("pytorch_model.bin"), bytes));
    }

    private static View view(long offset, List<Long> shape, List<Long> stride) {
        return new View(offset, shape, stride);
    }

    @Test
    void anyViewIsReadIntoAnyArray() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            var shape = random.longs(1 + random.nextInt(4), 1, 6).boxed().toList();
            var stride = shape.stream().map(size -> (long) random.nextInt(40)).toList();
            long length = 1000;
            long product = shape.stream().reduce(1L, (a, b) -> a * b);
            assertTrue(product <= length);
            var view = view(random.nextInt(200), shape, stride);
            try (var file = file(length, view, floats(counting((int) length)))) {
                var target = target(random, shape);
                file.readInto("w", target);
                assertEquals(expected(view), target.castTo(DataType.DOUBLE), view.toString());
                assertEquals(expected(view), file.read("w").castTo(DataType.DOUBLE));
            }
        }
    }

    private static float[] counting(int length) {
        var values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i;
        }
        return values;
    }

    /** An array that is row-major, column-major or a view with gaps, FLOAT or DOUBLE. */
    private static INDArray target(Random random, List<Long> shape) {
        long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
        var type = random.nextBoolean() ? DataType.FLOAT : DataType.DOUBLE;
        return switch (random.nextInt(3)) {
            case 0 -> Nd4j.create(type, sizes, 'c');
            case 1 -> Nd4j.create(type, sizes, 'f');
            default -> {
                long[] wider = LongStream.concat(LongStream.of(sizes), LongStream.of(3)).toArray();
                var indices = new INDArrayIndex[wider.length];
                Arrays.fill(indices, NDArrayIndex.all());
                indices[sizes.length] = NDArrayIndex.point(1);
                yield Nd4j.create(type, wider, 'c').get(indices);
            }
        };
    }

    /** The elements of a view of a storage that counts from 0, one by one. */
    private static INDArray expected(View view) {
        long[] sizes = view.shape().stream().mapToLong(Long::longValue).toArray();
        var array = Nd4j.create(DataType.DOUBLE, sizes, 'c');
        for (long i = 0; i < array.length(); i++) {
            long rest = i;
            long at = view.offset();
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                at += rest % sizes[axis] * view.stride().get(axis);
                rest /= sizes[axis];
            }
            array.putScalar(i, (double) at);
        }
        return array;
    }

    @Test
    void partsOfAFlatArrayAreFilledInPlaceAndNothingBesideThem() throws IOException {
        var view = view(0, List.of(2L, 3L), List.of(3L, 1L));
        try (var file = file(6, view, floats(1, 2, 3, 4, 5, 6))) {
            var flat = Nd4j.zeros(DataType.FLOAT, 1, 10);
            var part = flat.get(NDArrayIndex.point(0), NDArrayIndex.interval(3, 9));
            file.readInto("w", part.reshape('c', 2, 3));
            assertArrayEquals(new float[] {0, 0, 0, 1, 2, 3, 4, 5, 6, 0}, flat.toFloatVector());
            file.readInto("w", part.reshape('f', 2, 3));
            assertArrayEquals(new float[] {0, 0, 0, 1, 4, 2, 5, 3, 6, 0}, flat.toFloatVector());
        }
    }

    @ParameterizedTest(name = "shape {0} x {1}, stride {2}, {3}")
    @CsvSource({
        "3000, 1000, 1000, 1",
        "3000, 1000, 1, 3000",
        "2, 1500000, 1500000, 1",
        "2, 1500000, 1, 2"
    })
    void largeTensorsAreReadInBlocks(long rows, long columns, long down, long right)
            throws IOException {
        var storage = floats(counting((int) (rows * columns)));
        var view = view(0, List.of(rows, columns), List.of(down, right));
        try (var file = file(rows * columns, view, storage)) {
            for (char order : new char[] {'c', 'f'}) {
                var target = Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, order);
                file.readInto("w", target);
                var probe = new Random(1);
                for (int i = 0; i < 10_000; i++) {
                    long row = (long) (probe.nextDouble() * rows);
                    long column = (long) (probe.nextDouble() * columns);
                    assertEquals(
                            (float) (row * down + column * right), target.getFloat(row, column));
                }
                assertEquals((float) (columns * right - right), target.getFloat(0, columns - 1));
                assertEquals((float) (rows * columns - 1), target.getFloat(rows - 1, columns - 1));
            }
        }
    }
}
