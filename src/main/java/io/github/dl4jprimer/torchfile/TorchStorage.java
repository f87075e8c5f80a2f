package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.safetensors.TensorType;

/**
 * A run of numbers in a file, of which one or more tensors are views.
 *
 * @param key its name in the file
 * @param type type of the elements
 * @param length number of elements
 */
record TorchStorage(String key, TensorType type, long length) {
    /** Returns the number of bytes, or -1 if no file could hold as many. */
    long bytes() {
        return length > Long.MAX_VALUE / Long.BYTES ? -1 : length * type.bytes();
    }
}
