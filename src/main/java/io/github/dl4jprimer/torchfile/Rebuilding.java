package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the allowed Python functions mean here: descriptions of tensors, without their numbers.
 *
 * <pre>
 * OrderedDict()                                                 an empty dict
 * _rebuild_tensor_v2(storage, offset, shape, stride, …)         a view of a storage
 * _rebuild_parameter(tensor, …)                                 the tensor
 * persistent id ('storage', FloatStorage, key, device, length)  a storage
 * </pre>
 *
 * <p>What stands for the dots (whether it learns, hooks) says nothing about the numbers.
 *
 * @param file the file's name in errors
 * @see <a href="https://github.com/pytorch/pytorch/blob/main/torch/_utils.py">torch/_utils.py</a>
 */
record Rebuilding(Path file) {
    /** ND4J's arrays have no more axes. */
    private static final int MAX_AXES = 32;

    /** Returns what Python would get from {@code function(*arguments)}. */
    Object call(AllowedGlobal function, Pickled.Tuple arguments) {
        return switch (function) {
            case ORDERED_DICT -> {
                need(arguments.size() == 0, function, arguments);
                yield new Pickled.Dict();
            }
            case REBUILD_TENSOR, REBUILD_TENSOR_V2 -> tensor(function, arguments);
            case REBUILD_PARAMETER -> {
                need(arguments.size() == 3, function, arguments);
                need(arguments.get(0) instanceof TorchTensor, function, arguments);
                yield arguments.get(0);
            }
            default -> throw Refusal.unsafe("a call of " + function.fullName(), file);
        };
    }

    /** Returns the storage that a persistent id names. */
    TorchStorage storage(Object id) {
        // The legacy format has a sixth item, None for every storage that is not part of another.
        if (id instanceof Pickled.Tuple tuple
                && (tuple.size() == 5 || (tuple.size() == 6 && tuple.get(5) == null))
                && "storage".equals(tuple.get(0))
                && tuple.get(1) instanceof AllowedGlobal name
                && name.elements().isPresent()
                && tuple.get(2) instanceof String key
                && tuple.get(4) instanceof Long length
                && length >= 0) {
            return new TorchStorage(key, name.elements().get(), length);
        }
        throw Refusal.unsupported(
                "persistent ids of the form ('storage', type, key, device, length)",
                id instanceof Pickled.Tuple tuple && tuple.size() > 0
                        ? "a tuple of %d that begins with %s"
                                .formatted(tuple.size(), Pickled.kind(tuple.get(0)))
                        : Pickled.kind(id),
                file);
    }

    /**
     * Returns the view of a storage that four arguments describe; what follows them is not looked
     * at.
     */
    private TorchTensor tensor(AllowedGlobal function, Pickled.Tuple arguments) {
        need(arguments.size() >= 4 && arguments.size() <= 7, function, arguments);
        if (!(arguments.get(0) instanceof TorchStorage storage
                && arguments.get(1) instanceof Long offset)) {
            throw odd(function, arguments);
        }
        var shape = sizes(arguments.get(2));
        var stride = sizes(arguments.get(3));
        need(shape != null && stride != null, function, arguments);
        return new TorchTensor(storage, offset, shape, stride).checked(file);
    }

    /** Returns a tuple's whole numbers, or null if it is something else. */
    private static List<Long> sizes(Object value) {
        if (!(value instanceof Pickled.Tuple tuple) || tuple.size() > MAX_AXES) {
            return null;
        }
        var sizes = new ArrayList<Long>();
        for (var item : tuple.items()) {
            if (!(item instanceof Long size)) {
                return null;
            }
            sizes.add(size);
        }
        return sizes;
    }

    private void need(boolean condition, AllowedGlobal function, Pickled.Tuple arguments) {
        if (!condition) {
            throw odd(function, arguments);
        }
    }

    private BadInput odd(AllowedGlobal function, Pickled.Tuple arguments) {
        return Refusal.broken(
                "the usual arguments of " + function.fullName(),
                "%d others".formatted(arguments.size()),
                file);
    }
}
