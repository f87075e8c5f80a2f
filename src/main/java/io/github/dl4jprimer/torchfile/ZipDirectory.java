package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Where in a zip its directory is, as the record at the end of the file says.
 *
 * @param begin first byte of the directory
 * @param end byte after its last one
 * @param count number of entries
 */
record ZipDirectory(long begin, long end, long count) {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_AT = 0x07064b50;
    private static final int LARGE_END_AT_BYTES = 20;
    private static final int MAX_COMMENT = 0xffff;
    private static final int MIN_ENTRY_BYTES = 46;

    /** An entry for each of 100 000 tensors; a directory is held in memory. */
    private static final long MAX_BYTES = 1 << 24;

    /** Finds the directory, looking backwards from the end of the file. */
    static ZipDirectory find(FileChannel file, Path path) throws IOException {
        long end = endRecord(file, path);
        var locator = source(file, path, Math.max(0, end - LARGE_END_AT_BYTES));
        if (end >= LARGE_END_AT_BYTES && locator.i32() == LARGE_END_AT) {
            locator.i32();
            return large(file, path, locator.i64()).checked(end, path);
        }
        var record = source(file, path, end);
        record.bytes(10);
        int count = record.u16();
        long bytes = record.u32();
        long begin = record.u32();
        return new ZipDirectory(begin, begin + bytes, count).checked(end, path);
    }

    /** Finds the record that ends the file: the last one whose comment reaches the end exactly. */
    private static long endRecord(FileChannel file, Path path) throws IOException {
        long size = file.size();
        int tail = (int) Math.min(size, END_BYTES + MAX_COMMENT);
        var bytes = ByteBuffer.wrap(source(file, path, size - tail).bytes(tail));
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail - END_BYTES; at >= 0; at--) {
            int comment = bytes.getInt(at) == END ? bytes.getShort(at + 20) & 0xffff : -1;
            if (at + END_BYTES + comment == tail) {
                return size - tail + at;
            }
        }
        throw broken("an end without a directory", path);
    }

    /** Reads the record that files of 4 GB need and PyTorch always writes. */
    private static ZipDirectory large(FileChannel file, Path path, long position)
            throws IOException {
        if (position < 0 || position > file.size()) {
            throw broken("a directory at byte " + position, path);
        }
        var record = source(file, path, position);
        if (record.i32() != LARGE_END) {
            throw broken("none at byte " + position, path);
        }
        record.bytes(28);
        long count = record.i64();
        long bytes = record.i64();
        long begin = record.i64();
        return new ZipDirectory(begin, begin + bytes, count);
    }

    /**
     * Refuses a directory outside the file, or one too small for its entries or too large to hold.
     */
    private ZipDirectory checked(long limit, Path path) {
        long bytes = end - begin;
        if (begin < 0 || end < begin || end > limit) {
            throw broken("one at bytes %d to %d".formatted(begin, end), path);
        }
        if (count < 0 || count > bytes / MIN_ENTRY_BYTES || bytes > MAX_BYTES) {
            throw broken("one of %d entries in %d bytes".formatted(count, bytes), path);
        }
        return this;
    }

    private static ByteSource source(FileChannel file, Path path, long begin) throws IOException {
        return new ByteSource(file, path, begin, file.size());
    }

    private static BadInput broken(String got, Path path) {
        return Refusal.broken("a zip directory", got, path);
    }
}
