package io.github.dl4jprimer.transformer.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RowsTest {
    /** Sizes that one thread works on, and sizes that are split, evenly and not. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "1000, 64", "1001, 77"})
    void stepsAreTakenInOrderWithEveryRow(int count, int width) {
        INDArray x = Nd4j.rand(DataType.FLOAT, count, width);
        INDArray other = Nd4j.rand(DataType.FLOAT, count, width);
        INDArray bias = Nd4j.rand(DataType.FLOAT, width);
        INDArray early = Nd4j.zeros(DataType.FLOAT, count, width);
        INDArray late = Nd4j.zeros(DataType.FLOAT, count, width);
        INDArray sums = Nd4j.valueArrayOf(new long[] {width}, Float.NaN, DataType.FLOAT);
        Rows.of(count, width)
                .read(Floats.of(x))
                .add(Floats.of(bias))
                .write(Floats.of(early))
                .addRow(Floats.of(other))
                .sumTo(Floats.of(sums))
                .write(Floats.of(late))
                .run();
        INDArray wanted = x.addRowVector(bias);
        assertEquals(wanted, early);
        assertEquals(wanted.add(other), late);
        INDArray exact = late.castTo(DataType.DOUBLE).sum(0);
        assertTrue(exact.equalsWithEps(sums.castTo(DataType.DOUBLE), 1e-3));
    }

    @Test
    void partsOfALoopCoverItOnce() {
        for (int items : new int[] {1, 2, 3, 10, 101}) {
            for (int parts = 1; parts <= Math.min(items, 7); parts++) {
                var seen = new AtomicIntegerArray(items);
                Parallel.run(
                        items,
                        parts,
                        (from, to, part) -> {
                            for (int i = from; i < to; i++) {
                                seen.incrementAndGet(i);
                            }
                        });
                for (int i = 0; i < items; i++) {
                    assertEquals(1, seen.get(i), items + " items, " + parts + " parts");
                }
            }
        }
    }

    @Test
    void smallLoopsStayOnOneThread() {
        assertEquals(1, Parallel.parts(100, 10));
        assertEquals(Parallel.threads(), Parallel.parts(1000, 1000));
        assertEquals(1, Parallel.parts(1, 1 << 30));
    }

    @Test
    void anErrorOnAnotherThreadComesBack() {
        var error =
                assertThrows(
                        RuntimeException.class,
                        () ->
                                Parallel.run(
                                        2,
                                        2,
                                        (from, to, part) -> {
                                            if (part == 1) {
                                                throw new IllegalStateException("part 1");
                                            }
                                        }));
        assertTrue(String.valueOf(error).contains("part 1"), error.toString());
    }
}
