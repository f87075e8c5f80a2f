package io.github.dl4jprimer.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.BaseShapeInfoProvider;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;

/**
 * Gives arrays of the same shape one native description of it, where ND4J makes one for each.
 *
 * <p>Every array, every view and every result carries a shape description in native memory: rank,
 * sizes, strides, element-wise stride, order and data type. ND4J 1.0.0-M2.1 has a cache of them
 * ({@code DirectShapeInfoProvider}), but its arrays call the one variant of {@code
 * createShapeInformation} that goes past it. A training step of a small network then spends more
 * time on descriptions, and on the garbage they leave, than on arithmetic. libnd4j keeps every
 * description it has seen for good, so that keeping the Java side of it adds little.
 *
 * <p>ND4J loads it by name: {@link NativeSettings} sets the property {@code shapeinfoprovider}.
 */
public final class ShapeCache extends BaseShapeInfoProvider {
    /** Descriptions kept at most; beyond them each is made anew, which is slow but right. */
    static final int LIMIT = 10_000;

    private final Map<LongShapeDescriptor, Pair<DataBuffer, long[]>> known =
            new ConcurrentHashMap<>();

    @Override
    public Pair<DataBuffer, long[]> createShapeInformation(
            long[] shape,
            long[] stride,
            long elementWiseStride,
            char order,
            DataType dataType,
            boolean empty) {
        var key =
                LongShapeDescriptor.fromShape(
                        shape, stride, elementWiseStride, order, dataType, empty);
        return createShapeInformation(shape, stride, elementWiseStride, order, key.getExtras());
    }

    @Override
    public Pair<DataBuffer, long[]> createShapeInformation(
            long[] shape, long[] stride, long elementWiseStride, char order, long extras) {
        // No offset: a description is shared by views that start anywhere.
        var key = new LongShapeDescriptor(shape, stride, 0, elementWiseStride, order, extras);
        var description = known.get(key);
        if (description == null) {
            description =
                    super.createShapeInformation(shape, stride, elementWiseStride, order, extras);
            if (known.size() < LIMIT) {
                known.put(key, description);
            }
        }
        return description;
    }

    @Override
    public void purgeCache() {
        known.clear();
    }
}
