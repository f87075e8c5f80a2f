package io.github.dl4jprimer.torchfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A stretch of a file, read from front to back through a small buffer.
 *
 * <p>A length that the file states is compared with what is left of the stretch before anything is
 * allocated for it. Numbers are little-endian unless their method says otherwise.
 */
final class ByteSource {
    private static final int BUFFER_BYTES = 1 << 13;

    private final FileChannel file;
    private final Path path;
    private final long end;
    private final ByteBuffer buffer;
    private long bufferEnd;

    /**
     * A source of the bytes {@code [begin, end)}.
     *
     * @param path the file's name in errors
     */
    ByteSource(FileChannel file, Path path, long begin, long end) {
        this.file = file;
        this.path = path;
        this.end = end;
        bufferEnd = begin;
        int capacity = (int) Math.max(Long.BYTES, Math.min(BUFFER_BYTES, end - begin));
        buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    }

    /** Returns the file, to be named in errors. */
    Path path() {
        return path;
    }

    /** Returns where in the file the next byte is. */
    long position() {
        return bufferEnd - buffer.remaining();
    }

    /** Returns how many bytes of the stretch are left. */
    long remaining() {
        return end - position();
    }

    /** Returns the next byte, 0 to 255. */
    int u8() {
        return need(1).get() & 0xff;
    }

    /** Returns the next two bytes, 0 to 65535. */
    int u16() {
        return need(2).getShort() & 0xffff;
    }

    /** Returns the next four bytes with their sign. */
    int i32() {
        return need(4).getInt();
    }

    /** Returns the next four bytes, 0 to 4294967295. */
    long u32() {
        return need(4).getInt() & 0xffffffffL;
    }

    /** Returns the next eight bytes with their sign; a forged length may be negative. */
    long i64() {
        return need(8).getLong();
    }

    /** Returns the next eight bytes as a double, the highest byte first, as pickles have them. */
    double bigEndianDouble() {
        return Double.longBitsToDouble(Long.reverseBytes(i64()));
    }

    /** Returns the next bytes, of which there must be as many. */
    byte[] bytes(long count) {
        if (count > remaining()) {
            throw endsEarly();
        }
        var bytes = new byte[Math.toIntExact(count)];
        for (int done = 0; done < bytes.length; ) {
            need(1);
            int part = Math.min(buffer.remaining(), bytes.length - done);
            buffer.get(bytes, done, part);
            done += part;
        }
        return bytes;
    }

    /** Returns the next bytes as text, which must be UTF-8. */
    String text(long bytes) {
        var raw = ByteBuffer.wrap(bytes(bytes));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.broken("text in UTF-8", "other bytes", path);
        }
    }

    /** Returns the text before the next line feed, and passes over that. */
    String line(int longest) {
        var line = new StringBuilder();
        for (int next = u8(); next != '\n'; next = u8()) {
            if (line.length() == longest) {
                throw Refusal.broken("names of at most " + longest + " bytes", "longer", path);
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** Returns the buffer with at least so many bytes in it. */
    private ByteBuffer need(int count) {
        if (buffer.remaining() < count) {
            if (remaining() < count) {
                throw endsEarly();
            }
            try {
                fill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return buffer;
    }

    private void fill() throws IOException {
        buffer.compact();
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + end - bufferEnd));
        while (buffer.hasRemaining()) {
            int count = file.read(buffer, bufferEnd);
            if (count < 0) {
                throw new IOException("the file became shorter while it was read: " + path);
            }
            bufferEnd += count;
        }
        buffer.flip();
    }

    private RuntimeException endsEarly() {
        return Refusal.broken("complete data", "an early end at byte " + position(), path);
    }
}
