package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;

/**
 * The format of {@code torch.save} since PyTorch 1.6: a zip with one folder, of any name.
 *
 * <pre>
 * name/data.pkl    the value, pickled; its storages by key
 * name/byteorder   "little" or "big"; little if there is none
 * name/data/0      the elements of storage "0"
 * …
 * </pre>
 *
 * @see <a href="https://pytorch.org/docs/stable/notes/serialization.html">PyTorch, Serialization
 *     semantics</a>
 */
final class ZipFormat {
    private static final String PICKLE = "/data.pkl";
    private static final String BYTE_ORDER = "/byteorder";

    private ZipFormat() {}

    /** Reads everything but the numbers. */
    static TorchContents read(FileChannel file, Path path) throws IOException {
        var zip = StoredZip.read(file, path);
        var root = root(zip, path);
        checkByteOrder(zip, root, file, path);
        var range = zip.range(root + PICKLE);
        var source = new ByteSource(file, path, range.begin(), range.end());
        var unpickler = new Unpickler(source);
        var tensors = StateDict.tensors(unpickler.load(), path, file.size());
        var ranges = new HashMap<String, ByteRange>();
        for (var storage : unpickler.storages().values()) {
            var data = zip.range(root + "/data/" + storage.key());
            if (data.length() != storage.bytes()) {
                throw Refusal.broken(
                        "%d elements of storage '%s'"
                                .formatted(storage.length(), BadInput.shown(storage.key())),
                        data.length() + " bytes",
                        path);
            }
            ranges.put(storage.key(), data);
        }
        return new TorchContents("zip", tensors, ranges);
    }

    /** Returns the folder, which is called as the file was when it was saved, or "archive". */
    private static String root(StoredZip zip, Path path) {
        var pickles =
                zip.names().stream()
                        .filter(name -> name.endsWith(PICKLE))
                        .filter(name -> name.indexOf('/') == name.length() - PICKLE.length())
                        .toList();
        if (pickles.size() != 1) {
            throw Refusal.broken(
                    "one data.pkl in its folder", pickles.isEmpty() ? "none" : "several", path);
        }
        var name = pickles.get(0);
        return name.substring(0, name.length() - PICKLE.length());
    }

    private static void checkByteOrder(StoredZip zip, String root, FileChannel file, Path path)
            throws IOException {
        if (zip.names().contains(root + BYTE_ORDER)) {
            var range = zip.range(root + BYTE_ORDER);
            var source = new ByteSource(file, path, range.begin(), range.end());
            var order = source.text(Math.min(range.length(), 10)).strip();
            if (!order.equals("little")) {
                throw Refusal.unsupported(
                        "little-endian numbers", "'" + BadInput.shown(order) + "'", path);
            }
        }
    }
}
