package io.github.dl4jprimer.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.reduce.floating.Norm2;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.linalg.cpu.nativecpu.CpuEnvironment;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's executioner for processors, with the chosen number of threads, quick ways for some
 * operations, and a memory for how arrays split along dimensions.
 *
 * <p>Threads: ND4J sets its own number of them, the cores of one processor chip, unless Java's copy
 * of the environment has {@code OMP_NUM_THREADS}; and Java copies the environment when it starts,
 * before {@link NativeRuntime} could set it. An executioner is made right after that, and before
 * ND4J sets OpenBLAS's threads in the same way, so these are set again at the first operation. From
 * then on each operation on arrays gets the {@linkplain OperationThreads number that is worth
 * waking}.
 *
 * <p>Quick ways: a matrix that only changes its order is {@linkplain TransposedCopy copied by
 * blocks}, a {@linkplain MatrixProduct product} and the {@linkplain VectorNorm norm} of a whole
 * array are OpenBLAS's, and Adam's step and ReLU's derivative are {@linkplain TiledOperations
 * vector loops}. All give what libnd4j gives, up to the rounding of the last digit.
 *
 * <p>Splits: a reduction or a broadcast along a dimension works on the array's sub-arrays ("tensors
 * along dimension"): their common shape and the offset of each. Both follow from the array's shape
 * and the dimensions alone and libnd4j keeps them, but ND4J 1.0.0-M2.1 asks for them anew and wraps
 * them in two buffers at every operation, for example at every added bias.
 *
 * <p>ND4J loads it by name: {@link NativeSettings} sets the property {@code opexec}.
 */
public final class PreparedExecutioner extends NativeOpExecutioner {
    /** Splits kept at most; beyond them each is made anew, which is slow but right. */
    static final int LIMIT = 10_000;

    private final Map<Split, TadPack> known = new ConcurrentHashMap<>();
    private final OperationThreads threads;
    private final TransposedCopy copies = new TransposedCopy();
    private final TiledOperations tiled;
    private volatile boolean blasPrepared;

    /** Made by ND4J when it loads. */
    public PreparedExecutioner() {
        var libnd4j = CpuEnvironment.getInstance();
        chosenThreads("OMP_NUM_THREADS")
                .ifPresent(NativeOpsHolder.getInstance().getDeviceNativeOps()::setOmpNumThreads);
        int all = libnd4j.maxMasterThreads();
        threads = new OperationThreads(all, libnd4j);
        tiled = new TiledOperations(all);
    }

    /**
     * ND4J makes its access to OpenBLAS after the executioner, and sets that one's threads then.
     */
    void prepareBlas() {
        if (!blasPrepared && Nd4j.factory() != null) {
            chosenThreads("OPENBLAS_NUM_THREADS").ifPresent(Nd4j.factory().blas()::setMaxThreads);
            blasPrepared = true;
        }
    }

    private static OptionalInt chosenThreads(String variable) {
        var chosen = NativeEnvironment.get(variable);
        return chosen != null && chosen.matches("[0-9]{1,4}")
                ? OptionalInt.of(Integer.parseInt(chosen))
                : OptionalInt.empty();
    }

    @Override
    public INDArray exec(Op op, OpContext context) {
        if (context == null && op instanceof Assign && copies.copy(op.x(), op.z())) {
            return op.z();
        }
        prepare(op, context);
        return super.exec(op, context);
    }

    @Override
    public INDArray exec(ScalarOp op, OpContext context) {
        prepare(op, context);
        return super.exec(op, context);
    }

    @Override
    public INDArray exec(BroadcastOp op, OpContext context) {
        prepare(op, context);
        return super.exec(op, context);
    }

    @Override
    public INDArray exec(ReduceOp op, OpContext context) {
        if (context == null && isPlainNorm(op)) {
            var norm = VectorNorm.of(op.x());
            if (norm.isPresent()) {
                op.setZ(Nd4j.scalar(op.x().dataType(), norm.getAsDouble()));
                return op.z();
            }
        }
        prepare(op, context);
        return super.exec(op, context);
    }

    /** Whether it is the norm of all numbers, into a new array without dimensions. */
    private static boolean isPlainNorm(ReduceOp op) {
        if (!(op instanceof Norm2) || op.y() != null || op.z() != null || op.isKeepDims()) {
            return false;
        }
        var along = op.dimensions();
        return along == null || (along.length() == 1 && along.getInt(0) == Integer.MAX_VALUE);
    }

    @Override
    public INDArray exec(IndexAccumulation op, OpContext context) {
        prepare(op, context);
        return super.exec(op, context);
    }

    @Override
    public INDArray exec(RandomOp op, OpContext context, Random random) {
        prepare(length(op.z()));
        return super.exec(op, context, random);
    }

    @Override
    public INDArray[] exec(CustomOp op) {
        prepareBlas();
        return MatrixProduct.run(op) ? new INDArray[] {op.getOutputArgument(0)} : super.exec(op);
    }

    @Override
    public INDArray[] exec(CustomOp op, OpContext context) {
        if (tiled.run(op, context)) {
            return context.getOutputArrays().toArray(INDArray[]::new);
        }
        prepare(Math.max(longest(context.getInputArrays()), longest(context.getOutputArrays())));
        return super.exec(op, context);
    }

    private void prepare(Op op, OpContext context) {
        prepare(context == null ? length(op.x()) : longest(context.getInputArrays()));
    }

    private void prepare(long length) {
        prepareBlas();
        threads.prepare(length);
    }

    private static long longest(List<INDArray> arrays) {
        long longest = 0;
        for (var array : arrays) {
            longest = Math.max(longest, length(array));
        }
        return longest;
    }

    private static long length(INDArray array) {
        return array == null ? 0 : array.length();
    }

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
