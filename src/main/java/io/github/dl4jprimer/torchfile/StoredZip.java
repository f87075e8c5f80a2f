package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The entries of a zip that are not compressed, so that each is a stretch of the file that can be
 * read in place; {@code java.util.zip} does not say where.
 *
 * <p>Nothing is unpacked: a name is only ever compared, and no entry is longer than the file.
 * Checksums are not looked at, since PyTorch itself can be told to write none.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">The zip format</a>
 */
final class StoredZip {
    private static final int LOCAL_HEADER = 0x04034b50;

    private final FileChannel file;
    private final Path path;
    private final Map<String, ZipEntryHeader> entries = new LinkedHashMap<>();

    private StoredZip(FileChannel file, Path path) {
        this.file = file;
        this.path = path;
    }

    /** Reads a zip's directory. */
    static StoredZip read(FileChannel file, Path path) throws IOException {
        var zip = new StoredZip(file, path);
        var directory = ZipDirectory.find(file, path);
        var source = new ByteSource(file, path, directory.begin(), directory.end());
        for (long i = 0; i < directory.count(); i++) {
            zip.add(ZipEntryHeader.read(source));
        }
        if (source.remaining() > 0) {
            throw Refusal.broken(
                    "a zip directory of %d entries".formatted(directory.count()), "more", path);
        }
        return zip;
    }

    private void add(ZipEntryHeader entry) {
        if (entries.put(entry.name(), entry) != null) {
            throw Refusal.broken("each entry once", entry.quotedName() + " twice", path);
        }
    }

    /** Returns the names of the entries, in the directory's order. */
    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Returns where an entry's bytes are. */
    ByteRange range(String name) throws IOException {
        var entry = entries.get(name);
        if (entry == null) {
            throw Refusal.broken("entry '%s'".formatted(BadInput.shown(name)), "none", path);
        }
        if (entry.headerAt() < 0 || entry.headerAt() > file.size()) {
            throw outside(entry, "byte " + entry.headerAt());
        }
        long begin = afterHeader(entry);
        if (entry.bytes() < 0 || entry.bytes() > file.size() - begin) {
            throw outside(entry, entry.bytes() + " bytes");
        }
        return new ByteRange(begin, begin + entry.bytes());
    }

    /** Reads the second header, which stands before an entry's bytes and repeats its name. */
    private long afterHeader(ZipEntryHeader entry) throws IOException {
        var header = new ByteSource(file, path, entry.headerAt(), file.size());
        if (header.i32() != LOCAL_HEADER) {
            throw Refusal.broken(
                    "%s at byte %d".formatted(entry.quotedName(), entry.headerAt()),
                    "something else",
                    path);
        }
        header.bytes(22);
        int nameBytes = header.u16();
        int extraBytes = header.u16();
        var repeated = header.text(nameBytes);
        if (!repeated.equals(entry.name())) {
            throw Refusal.broken(
                    entry.quotedName(), "'%s'".formatted(BadInput.shown(repeated)), path);
        }
        return header.position() + extraBytes;
    }

    private BadInput outside(ZipEntryHeader entry, String got) {
        return Refusal.broken(entry.quotedName() + " within the file", got, path);
    }
}
