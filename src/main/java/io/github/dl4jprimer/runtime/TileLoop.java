package io.github.dl4jprimer.runtime;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loop over the same places of several float arrays, tile by tile.
 *
 * <p>The JIT compiler makes vector instructions of a loop over {@code float[]}, but not over memory
 * outside the Java heap, where ND4J keeps its numbers: a tile that fits the first cache is copied
 * in, worked on, and copied back.
 */
final class TileLoop {
    private static final int TILE = 2048;

    /** A buffer counts its bytes in an int. */
    private static final int LONGEST = Integer.MAX_VALUE / Float.BYTES;

    private final List<INDArray> from;
    private final List<INDArray> to;
    private final int length;

    private TileLoop(List<INDArray> from, List<INDArray> to) {
        this.from = from;
        this.to = to;
        length = (int) from.get(0).length();
    }

    /** What is done with a tile of each array read. */
    interface Body {
        /**
         * Works on the first {@code count} numbers of the tiles. The first tiles are then written,
         * as many as there are arrays to write.
         */
        void run(float[][] tiles, int count);
    }

    /** Whether arrays are floats without gaps, all of one shape and one order. */
    static boolean fits(List<INDArray> from, List<INDArray> to) {
        var first = from.get(0);
        return Stream.concat(from.stream(), to.stream())
                .allMatch(
                        array ->
                                array.dataType() == DataType.FLOAT
                                        && array.elementWiseStride() == 1
                                        && array.length() <= LONGEST
                                        && Arrays.equals(array.shape(), first.shape())
                                        && hasOrderOf(first, array));
    }

    /** ND4J gives an axis of one any stride. */
    private static boolean hasOrderOf(INDArray first, INDArray array) {
        return array.isVector() || Arrays.equals(array.stride(), first.stride());
    }

    /** Returns a loop over arrays that {@link #fits fit}. */
    static TileLoop of(List<INDArray> from, List<INDArray> to) {
        return new TileLoop(from, to);
    }

    /** Runs it in so many parts at once. */
    void run(int parts, Body body) {
        int size = (length + parts - 1) / parts;
        try {
            var part = IntStream.range(0, parts);
            (parts == 1 ? part : part.parallel())
                    .forEach(i -> run(i * size, Math.min(length, (i + 1) * size), body));
        } finally { // the memory must outlive the loop
            Reference.reachabilityFence(from);
            Reference.reachabilityFence(to);
        }
    }

    private void run(int start, int end, Body body) {
        var sources = from.stream().map(TileLoop::buffer).toArray(FloatBuffer[]::new);
        var targets = to.stream().map(TileLoop::buffer).toArray(FloatBuffer[]::new);
        var tiles = new float[sources.length][Math.min(TILE, Math.max(0, end - start))];
        for (int at = start; at < end; at += TILE) {
            int count = Math.min(TILE, end - at);
            for (int i = 0; i < sources.length; i++) {
                sources[i].get(at, tiles[i], 0, count);
            }
            body.run(tiles, count);
            for (int i = 0; i < targets.length; i++) {
                targets[i].put(at, tiles[i], 0, count);
            }
        }
    }

    private static FloatBuffer buffer(INDArray array) {
        var pointer = new FloatPointer((FloatPointer) array.data().addressPointer());
        return pointer.capacity(pointer.position() + array.length()).asBuffer();
    }
}
