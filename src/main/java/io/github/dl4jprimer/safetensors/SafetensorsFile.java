package io.github.dl4jprimer.safetensors;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads a safetensors file: 8 bytes little-endian header length, the header, the tensors' bytes.
 *
 * <p>Opening reads and checks the header alone; each tensor is then read straight into an array's
 * memory. {@link SafetensorsWriter} writes such files.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">The format</a>
 */
public final class SafetensorsFile implements TensorSource {
    /** The reference implementation's limit; it keeps a forged length from asking for memory. */
    static final long MAX_HEADER_BYTES = 100_000_000;

    private final Path path;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final long dataStart;

    private SafetensorsFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        long size = channel.size();
        long length = size < 8 ? -1 : bytes(0, 8).getLong();
        if (length < 2 || length > Math.min(MAX_HEADER_BYTES, size - 8)) {
            throw new BadInput(
                    "safetensors file must hold a header within its %d bytes, got one of %s bytes (%s). Copy or download the file again."
                            .formatted(
                                    size, size < 8 ? "no" : Long.toUnsignedString(length), path));
        }
        dataStart = 8 + length;
        header = SafetensorsHeader.parse(text(length), size - dataStart, path.toString());
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws BadInput if there is no such file or it breaks the format
     */
    public static SafetensorsFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    "safetensors file must be a file, got nothing (%s). Check the path."
                            .formatted(path));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            return new SafetensorsFile(path, channel);
        } catch (IOException | BadInput e) {
            closeQuietly(channel);
            throw e instanceof BadInput bad ? bad : new UncheckedIOException((IOException) e);
        }
    }

    /** Returns the free text in the header. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    @Override
    public Map<String, TensorInfo> tensors() {
        return Collections.unmodifiableMap(header.tensors());
    }

    /**
     * Returns a tensor as a new array, half precision widened to FLOAT.
     *
     * @throws BadInput if there is no such tensor or its type cannot be read
     */
    public INDArray read(String name) {
        var info = info(name);
        if (info.type().readAs() == null) {
            throw new BadInput(
                    "tensor '%s' must be F64, F32, F16, BF16, I64 or I32, got %s (%s). Convert it first."
                            .formatted(name, info.type(), path));
        }
        if (info.bytes() == 0) {
            return Nd4j.create(info.type().readAs(), info.dimensions());
        }
        var array = Nd4j.createUninitialized(info.type().readAs(), new long[] {info.length()}, 'c');
        fill(info, array);
        return array.reshape('c', info.dimensions());
    }

    @Override
    public void readInto(String name, INDArray target) {
        var info = info(name);
        if (!info.hasShape(target.shape())) {
            throw new BadInput(
                    "tensor '%s' must be %s, got %s (%s). Use the file that belongs to this model."
                            .formatted(name, Arrays.toString(target.shape()), info.shape(), path));
        }
        if (info.type().readAs() == null || !info.type().readAs().isFPType()) {
            throw new BadInput(
                    "tensor '%s' must be floating-point, got %s (%s). Use the file that belongs to this model."
                            .formatted(name, info.type(), path));
        }
        var isFloat = target.dataType() == DataType.FLOAT;
        if (target.isEmpty()) {
            return;
        }
        if (isFloat || ArrayBytes.isPlain(target, info.type().readAs())) {
            fill(info, target);
        } else {
            target.assign(read(name).castTo(target.dataType()));
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private void fill(TensorInfo info, INDArray array) {
        long start = dataStart + info.begin();
        try {
            if (info.type().isDirect() && ArrayBytes.isPlain(array, info.type().readAs())) {
                ArrayBytes.read(channel, start, array);
            } else {
                FloatBlocks.read(
                        (from, buffer) -> ArrayBytes.read(channel, start + from, buffer),
                        info.type(),
                        array);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TensorInfo info(String name) {
        var info = header.tensors().get(name);
        if (info == null) {
            throw new BadInput(
                    "tensor '%s' must be in the file, got none of this name (%s). Use the file that belongs to this model."
                            .formatted(name, path));
        }
        return info;
    }

    private String text(long length) throws IOException {
        var raw = bytes(8, (int) length);
        // The format demands '{' first, which also tells a pickle or a zip under a wrong name.
        if (raw.get(0) != '{') {
            throw new BadInput(
                    "safetensors header must be a JSON object, got other bytes (%s). Check that it is a safetensors file."
                            .formatted(path));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(
                    "safetensors header must be UTF-8, got other bytes (%s). Copy or download the file again."
                            .formatted(path),
                    e);
        }
    }

    private ByteBuffer bytes(long from, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        ArrayBytes.read(channel, from, buffer);
        return buffer.flip();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
