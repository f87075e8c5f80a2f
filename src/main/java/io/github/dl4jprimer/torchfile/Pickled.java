package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The containers that a pickle builds; what is in them are again containers, tensors, {@link
 * AllowedGlobal names}, String, Long, BigInteger, Double, Boolean, or null for Python's None.
 *
 * <p>A forged pickle can make a container hold itself. Nothing here may therefore walk into one:
 * neither {@code hashCode}, {@code equals} nor {@code toString} of these is called.
 */
sealed interface Pickled {
    /** A Python tuple. */
    record Tuple(List<Object> items) implements Pickled {
        Object get(int index) {
            return items.get(index);
        }

        int size() {
            return items.size();
        }
    }

    /** A Python list. */
    record Sequence(List<Object> items) implements Pickled {
        Sequence() {
            this(new ArrayList<>());
        }
    }

    /** A Python dict or OrderedDict, whose keys are text or whole numbers here. */
    record Dict(Map<Object, Object> entries) implements Pickled {
        Dict() {
            this(new LinkedHashMap<>());
        }
    }

    /** Returns what a value is, for errors. */
    static String kind(Object value) {
        if (value instanceof Tuple) {
            return "a tuple";
        } else if (value instanceof Sequence) {
            return "a list";
        } else if (value instanceof Dict) {
            return "a dict";
        } else if (value instanceof TorchTensor) {
            return "a tensor";
        } else if (value instanceof TorchStorage) {
            return "a storage";
        } else if (value instanceof AllowedGlobal name) {
            return name.fullName();
        }
        return value == null ? "None" : "'" + BadInput.shown(value.toString()) + "'";
    }
}
