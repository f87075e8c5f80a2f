package io.github.dl4jprimer.transformer.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which elements dropout sets to zero: a pure function of a seed and of the element's place.
 *
 * <pre>
 * factor(i) = 0            if hash(seed, i) / 2²⁴ is below the rate
 *             1 / (1 - p)  otherwise, which keeps the mean
 * </pre>
 *
 * <p>Nothing has to be stored for the backward pass, threads may start anywhere, and training that
 * is resumed drops what it would have dropped. Places are counted in row-major order, modulo 2³²;
 * the hash is the finaliser of MurmurHash3.
 *
 * @param rate p, the share to drop, in [0, 1)
 * @param seed see {@link #seed}
 * @param first place of the first element, if these are some of an array's
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>
 */
public record DropoutMask(double rate, long seed, long first) {
    private static final int GOLDEN = 0x9E3779B1;
    private static final int STEPS = 1 << 24;

    /**
     * @throws IllegalArgumentException if the rate is out of its range
     */
    public DropoutMask {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "rate must be at least 0 and below 1, got %s. It is the share to drop."
                            .formatted(rate));
        }
    }

    /** Makes the mask of a whole array. */
    public DropoutMask(double rate, long seed) {
        this(rate, seed, 0);
    }

    /** Returns the mask of the same array's elements from {@code places} further on. */
    public DropoutMask from(long places) {
        return new DropoutMask(rate, seed, first + places);
    }

    /** Returns the mask that drops nothing. */
    public static DropoutMask none() {
        return new DropoutMask(0, 0);
    }

    /**
     * Returns a seed of its own for each place in a network and each step of its training.
     *
     * @param network seed of the network
     * @param layer index of the layer
     * @param iteration updates made so far
     * @param site which dropout of the layer
     */
    public static long seed(long network, int layer, int iteration, int site) {
        return mixed(mixed(mixed(mixed(network) + layer) + iteration) + site);
    }

    /** Whether nothing is dropped. */
    public boolean isNone() {
        return rate == 0;
    }

    /** Returns the factors for an array, of its shape and type. */
    public INDArray array(INDArray like) {
        var factors = new float[Math.toIntExact(like.length())];
        Arrays.fill(factors, 1);
        apply(factors, 0, factors.length, 0, 1);
        INDArray array = Nd4j.createFromArray(factors).reshape('c', like.shape());
        return like.dataType() == DataType.FLOAT ? array : array.castTo(like.dataType());
    }

    /**
     * Multiplies part of a tile by its factors.
     *
     * @param tile numbers in any order
     * @param from first of them
     * @param count how many
     * @param place place of the first in the whole array
     * @param stride distance of their places
     */
    void apply(float[] tile, int from, int count, long place, int stride) {
        int threshold = (int) (rate * STEPS);
        float kept = (float) (1 / (1 - rate));
        int salt = (int) (seed ^ (seed >>> 32));
        int start = (int) (first + place) * GOLDEN;
        int step = stride * GOLDEN;
        for (int i = 0; i < count; i++) {
            int hash = (start + i * step) ^ salt;
            hash ^= hash >>> 16;
            hash *= 0x85ebca6b;
            hash ^= hash >>> 13;
            hash *= 0xc2b2ae35;
            hash ^= hash >>> 16;
            // The sign bit of the difference: -1 if dropped, 0 if kept, without a branch.
            int dropped = ((hash >>> 8) - threshold) >> 31;
            tile[from + i] *= kept * (1 + dropped);
        }
    }

    /** SplitMix64's step: neighbouring numbers become unrelated ones. */
    private static long mixed(long number) {
        long mixed = number + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
