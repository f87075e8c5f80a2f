package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One entry as a zip's directory describes it.
 *
 * @param headerAt where in the file the entry's own header is; may be forged
 * @param bytes its length, which is not compressed; may be forged
 */
record ZipEntryHeader(String name, long headerAt, long bytes) {
    private static final int SIGNATURE = 0x02014b50;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int ZIP64 = 1;
    private static final long IN_ZIP64 = 0xffffffffL;

    /** Reads the next entry of a directory. */
    static ZipEntryHeader read(ByteSource source) {
        if (source.i32() != SIGNATURE) {
            throw Refusal.broken(
                    "as many entries as its zip directory says", "fewer", source.path());
        }
        source.bytes(4);
        int flags = source.u16();
        int method = source.u16();
        source.bytes(8);
        long packed = source.u32();
        long bytes = source.u32();
        int nameBytes = source.u16();
        int extraBytes = source.u16();
        int commentBytes = source.u16();
        source.bytes(8);
        long[] numbers = {bytes, packed, source.u32()};
        var name = source.text(nameBytes);
        replaceLarge(numbers, largeNumbers(source, extraBytes));
        source.bytes(commentBytes);
        var entry = new ZipEntryHeader(name, numbers[2], numbers[0]);
        if (method != STORED || (flags & ENCRYPTED) != 0 || numbers[0] != numbers[1]) {
            throw Refusal.unsupported(
                    "entries without compression", entry.quotedName() + " with it", source.path());
        }
        return entry;
    }

    /** Returns the name as errors show it. */
    String quotedName() {
        return "'" + BadInput.shown(name) + "'";
    }

    /** Puts the large numbers, of which there are only the needed ones, where they belong. */
    private static void replaceLarge(long[] numbers, Deque<Long> large) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == IN_ZIP64 && !large.isEmpty()) {
                numbers[i] = large.poll();
            }
        }
    }

    /** Reads what does not fit into 32 bits from among the extra fields: type, length, content. */
    private static Deque<Long> largeNumbers(ByteSource source, int extraBytes) {
        var large = new ArrayDeque<Long>();
        int left = extraBytes;
        while (left >= 4) {
            int type = source.u16();
            int length = source.u16();
            left -= 4 + length;
            if (left < 0) {
                throw Refusal.broken("a well-formed zip directory", "a long field", source.path());
            }
            int numbers = type == ZIP64 ? length / Long.BYTES : 0;
            for (int i = 0; i < numbers; i++) {
                large.add(source.i64());
            }
            source.bytes(length - numbers * Long.BYTES);
        }
        source.bytes(left);
        return large;
    }
}
