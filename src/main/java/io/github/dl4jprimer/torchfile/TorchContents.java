package io.github.dl4jprimer.torchfile;

import java.util.Map;

/**
 * What a file holds, whichever its format.
 *
 * @param format "zip" or "legacy"
 * @param tensors by name, in the file's order
 * @param storages where the numbers of each storage are, by its key
 */
record TorchContents(
        String format, Map<String, TorchTensor> tensors, Map<String, ByteRange> storages) {}
