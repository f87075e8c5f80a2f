package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The format of {@code torch.save} before PyTorch 1.6: five pickles, then the storages.
 *
 * <pre>
 * pickle   magic number
 * pickle   protocol version, 1001
 * pickle   facts about the machine that wrote it, which do not matter
 * pickle   the value, its storages by key
 * pickle   the keys in the order in which the storages follow
 * storage  8 bytes number of elements, the elements; little-endian on every machine
 * …
 * </pre>
 *
 * @see <a href="https://github.com/pytorch/pytorch/blob/main/torch/serialization.py">{@code
 *     _legacy_load}</a>
 */
final class LegacyFormat {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final Long VERSION = 1001L;

    private final FileChannel file;
    private final Path path;
    private final ByteSource source;

    private LegacyFormat(FileChannel file, Path path) throws IOException {
        this.file = file;
        this.path = path;
        source = new ByteSource(file, path, 0, file.size());
    }

    /** Reads everything but the numbers. */
    static TorchContents read(FileChannel file, Path path) throws IOException {
        return new LegacyFormat(file, path).read();
    }

    private TorchContents read() throws IOException {
        var magic = new Unpickler(source).load();
        if (!MAGIC.equals(magic)) {
            throw Refusal.broken("PyTorch's magic number", Pickled.kind(magic), path);
        }
        var version = new Unpickler(source).load();
        if (!VERSION.equals(version)) {
            throw Refusal.unsupported("format " + VERSION, Pickled.kind(version), path);
        }
        new Unpickler(source).load();
        var unpickler = new Unpickler(source);
        var tensors = StateDict.tensors(unpickler.load(), path, file.size());
        var ranges = storages(unpickler.storages(), new Unpickler(source).load());
        for (var key : unpickler.storages().keySet()) {
            if (!ranges.containsKey(key)) {
                throw Refusal.broken("storage '%s'".formatted(BadInput.shown(key)), "none", path);
            }
        }
        return new TorchContents("legacy", tensors, ranges);
    }

    /** Finds the storages, which follow the pickles in the order of the keys without a gap. */
    private Map<String, ByteRange> storages(Map<String, TorchStorage> known, Object keys)
            throws IOException {
        if (!(keys instanceof Pickled.Sequence list)) {
            throw Refusal.broken("a list of storages", Pickled.kind(keys), path);
        }
        var ranges = new HashMap<String, ByteRange>();
        long position = source.position();
        for (var key : list.items()) {
            if (!(key instanceof String name && known.containsKey(name))) {
                throw Refusal.broken("storages of its tensors only", Pickled.kind(key), path);
            }
            var range = storage(known.get(name), position);
            if (ranges.put(name, range) != null) {
                throw Refusal.broken("each storage once", Pickled.kind(key) + " twice", path);
            }
            position = range.end();
        }
        if (position != file.size()) {
            throw Refusal.broken(
                    "nothing after its storages", (file.size() - position) + " bytes more", path);
        }
        return ranges;
    }

    /**
     * Finds one storage, whose length is said twice: in the pickle and in front of its elements.
     */
    private ByteRange storage(TorchStorage storage, long position) throws IOException {
        long length = new ByteSource(file, path, position, file.size()).i64();
        long begin = position + Long.BYTES;
        if (length != storage.length()
                || storage.bytes() < 0
                || storage.bytes() > file.size() - begin) {
            throw Refusal.broken(
                    "%d elements of storage '%s'"
                            .formatted(storage.length(), BadInput.shown(storage.key())),
                    "%d in the last %d bytes".formatted(length, file.size() - begin),
                    path);
        }
        return new ByteRange(begin, begin + storage.bytes());
    }
}
