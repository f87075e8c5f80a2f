package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

class OperationThreadsTest {
    private static final int ALL = 2;

    private final Environment libnd4j = Nd4j.getEnvironment();
    private final int before = libnd4j.maxMasterThreads();
    private final OperationThreads threads = new OperationThreads(ALL, libnd4j);

    @AfterEach
    void restore() {
        threads.prepare(OperationThreads.LARGE);
        libnd4j.setMaxMasterThreads(before);
    }

    @Test
    void aSmallArrayGetsOneThreadAndALargeOneAll() {
        threads.prepare(OperationThreads.LARGE - 1);
        assertThreads(1);
        threads.prepare(OperationThreads.LARGE);
        assertThreads(Math.min(ALL, libnd4j.maxThreads()));
        threads.prepare(0);
        assertThreads(1);
    }

    @Test
    void anotherThreadsLargeArrayIsNotHeldBackByASmallOne() {
        threads.prepare(1);
        CompletableFuture.runAsync(() -> threads.prepare(OperationThreads.LARGE)).join();
        assertEquals(Math.min(ALL, libnd4j.maxThreads()), libnd4j.maxMasterThreads());
        assertEquals(1, openMp());
    }

    /** Fails when an operation passes the executioner by. */
    @Test
    void eachKindOfOperationIsCountedByItsLargestArray() {
        var small = Nd4j.ones(2, 3);
        var large = Nd4j.ones(2, OperationThreads.LARGE / 2);
        assertAfter(() -> large.add(1), () -> small.add(1));
        assertAfter(() -> large.add(large), () -> small.add(small));
        assertAfter(() -> large.addRowVector(row(large)), () -> small.addRowVector(row(small)));
        assertAfter(() -> large.sum(0), () -> small.sum(0));
        assertAfter(() -> Nd4j.argMax(large, 1), () -> Nd4j.argMax(small, 1));
        assertAfter(() -> softmax(large), () -> softmax(small));
        assertAfter(() -> Nd4j.rand(large.shape()), () -> Nd4j.rand(small.shape()));
        assertAfter(() -> outerProduct(large), () -> outerProduct(small));
    }

    private static INDArray row(INDArray array) {
        return array.getRow(0, true);
    }

    /** Small arrays, large result; in double precision, as products of floats pass by. */
    private static void outerProduct(INDArray array) {
        var doubles = array.castTo(DataType.DOUBLE);
        doubles.getColumn(0, true).mmul(row(doubles));
    }

    private static void softmax(INDArray array) {
        Nd4j.exec(new SoftMax(array, array.ulike(), -1));
    }

    private void assertAfter(Runnable large, Runnable small) {
        small.run();
        assertEquals(1, libnd4j.maxMasterThreads());
        large.run();
        assertEquals(before(), libnd4j.maxMasterThreads());
        small.run();
        assertEquals(1, libnd4j.maxMasterThreads());
    }

    private int before() {
        return libnd4j.maxThreads();
    }

    private void assertThreads(int expected) {
        assertEquals(expected, libnd4j.maxMasterThreads());
        assertEquals(expected, openMp());
    }

    /** What OpenMP would give this thread's next parallel region. */
    private static int openMp() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }
}
