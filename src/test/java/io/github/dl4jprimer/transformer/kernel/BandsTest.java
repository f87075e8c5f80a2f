package io.github.dl4jprimer.transformer.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dl4jprimer.runtime.ProductThreads;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BandsTest {
    private static final int THREADS = Parallel.threads();
    private static final int LARGE = 1 << 20;

    private record Seen(int from, int to, int number, int partsInside, int productThreads) {}

    @BeforeEach
    void severalThreads() {
        assumeTrue(THREADS > 1, "one thread: nothing is split");
    }

    private static ConcurrentLinkedQueue<Seen> run(int examples, long numbersAnExample) {
        var seen = new ConcurrentLinkedQueue<Seen>();
        Bands.run(
                examples,
                numbersAnExample,
                (from, to, number) -> {
                    int inside = Parallel.parts(LARGE, LARGE);
                    int products = ProductThreads.now();
                    seen.add(new Seen(from, to, number, inside, products));
                });
        assertEquals(THREADS, Parallel.parts(LARGE, LARGE), "loops are split again");
        assertEquals(THREADS, ProductThreads.now(), "products are split again");
        return seen;
    }

    @Test
    void eachThreadHasABandOfItsOwnInWhichNothingIsSplit() {
        var seen = run(4 * THREADS, LARGE);
        assertEquals(THREADS, seen.size());
        for (var band : seen) {
            var wanted = new Seen(4 * band.number, 4 * band.number + 4, band.number, 1, 1);
            assertEquals(wanted, band);
        }
        assertEquals(THREADS, seen.stream().mapToInt(Seen::number).distinct().count());
    }

    @Test
    void oneBandSplitsItsOperationsIfThereAreFewOrUnevenExamples() {
        for (int examples : new int[] {1, THREADS - 1, THREADS + 1}) {
            var wanted = new Seen(0, examples, 0, THREADS, THREADS);
            assertEquals(wanted, run(examples, LARGE).peek(), examples + " examples");
        }
        assertEquals(1, run(4 * THREADS, 1).size(), "too little work");
    }

    @Test
    void productsAreSplitAgainAfterAnError() {
        var error =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Bands.run(
                                        4 * THREADS,
                                        LARGE,
                                        (from, to, number) -> {
                                            throw new IllegalStateException("band");
                                        }));
        assertTrue(String.valueOf(error).contains("band"), error.toString());
        assertEquals(THREADS, ProductThreads.now());
        assertEquals(THREADS, Parallel.parts(LARGE, LARGE));
    }

    @Test
    void bandsOfTwoProgramsMayOverlap() throws InterruptedException {
        Runnable program =
                () -> {
                    for (int i = 0; i < 200; i++) {
                        Bands.run(4 * THREADS, LARGE, (from, to, number) -> {});
                    }
                };
        var other = new Thread(program);
        other.start();
        program.run();
        other.join();
        assertEquals(THREADS, ProductThreads.now());
    }
}
