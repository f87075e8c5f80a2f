package io.github.dl4jprimer.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * ND4J's executioner for processors, which remembers how arrays split along dimensions.
 *
 * <p>A reduction or a broadcast along a dimension works on the array's sub-arrays ("tensors along
 * dimension"): their common shape and the offset of each. Both follow from the array's shape and
 * the dimensions alone and libnd4j keeps them, but ND4J 1.0.0-M2.1 asks for them anew and wraps
 * them in two buffers at every operation, for example at every added bias.
 *
 * <p>ND4J loads it by name: {@link NativeSettings} sets the property {@code opexec}.
 */
public final class CachingExecutioner extends NativeOpExecutioner {
    /** Splits kept at most; beyond them each is made anew, which is slow but right. */
    static final int LIMIT = 10_000;

    private final Map<Split, TadPack> known = new ConcurrentHashMap<>();

    @Override
    public TadPack tadShapeInfoAndOffsets(INDArray array, int[] dimension) {
        var key = new Split(array.shapeInfoJava(), dimension.clone());
        var pack = known.get(key);
        if (pack == null) {
            pack = super.tadShapeInfoAndOffsets(array, dimension);
            if (known.size() < LIMIT) {
                known.put(key, pack);
            }
        }
        return pack;
    }

    /** An array's shape, strides, order and type, with the dimensions to split along. */
    private record Split(long[] shapeInformation, int[] dimensions) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Split split
                    && Arrays.equals(shapeInformation, split.shapeInformation)
                    && Arrays.equals(dimensions, split.dimensions);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(shapeInformation) + Arrays.hashCode(dimensions);
        }
    }
}
