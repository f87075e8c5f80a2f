package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.safetensors.TensorType;
import java.util.Optional;

/**
 * The Python names that a pickle may speak of: functions that rebuild a tensor, the dictionary that
 * holds tensors, and the kinds of storages.
 *
 * <p>A name is a constant of this enum and nothing else; there is no way from a name in a file to a
 * class or a method.
 */
enum AllowedGlobal {
    /** What {@code module.state_dict()} returns. */
    ORDERED_DICT("collections.OrderedDict"),
    /** A tensor as early versions of PyTorch wrote it. */
    REBUILD_TENSOR("torch._utils._rebuild_tensor"),
    /** A tensor as PyTorch writes it now. */
    REBUILD_TENSOR_V2("torch._utils._rebuild_tensor_v2"),
    /** A tensor that is learned, where a dict holds parameters instead of their data. */
    REBUILD_PARAMETER("torch._utils._rebuild_parameter"),
    /** torch.float64. */
    DOUBLE_STORAGE("torch.DoubleStorage", TensorType.F64),
    /** torch.float32, what nearly all checkpoints hold. */
    FLOAT_STORAGE("torch.FloatStorage", TensorType.F32),
    /** torch.float16. */
    HALF_STORAGE("torch.HalfStorage", TensorType.F16),
    /** torch.bfloat16. */
    BFLOAT16_STORAGE("torch.BFloat16Storage", TensorType.BF16),
    /** torch.int64, as {@code position_ids} are. */
    LONG_STORAGE("torch.LongStorage", TensorType.I64),
    /** torch.int32. */
    INT_STORAGE("torch.IntStorage", TensorType.I32),
    /** torch.int16. */
    SHORT_STORAGE("torch.ShortStorage", TensorType.I16),
    /** torch.int8. */
    CHAR_STORAGE("torch.CharStorage", TensorType.I8),
    /** torch.uint8. */
    BYTE_STORAGE("torch.ByteStorage", TensorType.U8),
    /** torch.bool. */
    BOOL_STORAGE("torch.BoolStorage", TensorType.BOOL);

    private final String fullName;
    private final TensorType elements;

    AllowedGlobal(String fullName) {
        this(fullName, null);
    }

    AllowedGlobal(String fullName, TensorType elements) {
        this.fullName = fullName;
        this.elements = elements;
    }

    /** Returns the name in Python, module first. */
    String fullName() {
        return fullName;
    }

    /** Returns the type of a storage's elements, or nothing if this is no storage. */
    Optional<TensorType> elements() {
        return Optional.ofNullable(elements);
    }

    /** Returns the name that a pickle means by a module and a name in it, if it is allowed. */
    static Optional<AllowedGlobal> named(String module, String name) {
        var wanted = module + "." + name;
        for (var allowed : values()) {
            if (allowed.fullName.equals(wanted)) {
                return Optional.of(allowed);
            }
        }
        return Optional.empty();
    }
}
