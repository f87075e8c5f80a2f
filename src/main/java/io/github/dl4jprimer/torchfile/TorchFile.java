package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.TensorInfo;
import io.github.dl4jprimer.safetensors.TensorSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads the tensors of a {@code pytorch_model.bin}, in the zip or in the legacy format of {@code
 * torch.save}, and runs nothing that the file asks for.
 *
 * <p>Opening reads and checks what the file says about its tensors; their numbers are read when
 * they are asked for. Tensors may share a storage, and may be any view of it.
 *
 * <pre>{@code
 * try (var file = TorchFile.open(Path.of("pytorch_model.bin"))) {
 *     file.readInto("classifier.weight", weights);
 * }
 * }</pre>
 *
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.save.html">torch.save</a>
 */
public final class TorchFile implements TensorSource {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte PICKLE = (byte) Opcode.PROTO.code();
    private static final String LFS_POINTER = "version https://git-lfs";

    private final Path path;
    private final FileChannel channel;
    private final TorchContents contents;
    private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

    private TorchFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        contents = contents(path, channel);
        contents.tensors().forEach((name, tensor) -> tensors.put(name, info(name, tensor)));
    }

    /**
     * Opens a file and checks what it says about its tensors.
     *
     * @throws BadInput if there is no such file, it breaks its format, or it asks for anything but
     *     tensors
     */
    public static TorchFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    "torch file must be a file, got nothing (%s). Check the path.".formatted(path));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            return new TorchFile(path, channel);
        } catch (IOException | BadInput e) {
            closeQuietly(channel);
            throw e instanceof BadInput bad ? bad : new UncheckedIOException((IOException) e);
        }
    }

    /** Returns which of PyTorch's formats the file has, "zip" or "legacy". */
    public String format() {
        return contents.format();
    }

    /**
     * Returns what the file holds, by name, in the file's order.
     *
     * <p>A tensor's {@code begin} is where its storage's view begins in the file; its {@code end}
     * is that and the bytes of its elements, which may be spread over more.
     */
    @Override
    public Map<String, TensorInfo> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /**
     * Returns a tensor as a new row-major array, half precision widened to FLOAT.
     *
     * @throws BadInput if there is no such tensor or its type cannot be read
     */
    public INDArray read(String name) {
        var info = existing(name);
        if (info.type().readAs() == null) {
            throw new BadInput(
                    "tensor '%s' must be F64, F32, F16, BF16, I64 or I32, got %s (%s). Convert it first."
                            .formatted(BadInput.shown(name), info.type(), path));
        }
        if (info.length() == 0) {
            return Nd4j.create(info.type().readAs(), info.dimensions());
        }
        var array = Nd4j.createUninitialized(info.type().readAs(), info.dimensions(), 'c');
        fill(name, array);
        return array;
    }

    @Override
    public void readInto(String name, INDArray target) {
        var info = existing(name);
        if (!Arrays.equals(info.dimensions(), target.shape())) {
            throw new BadInput(
                    "tensor '%s' must be %s, got %s (%s). Use the file that belongs to this model."
                            .formatted(
                                    BadInput.shown(name),
                                    Arrays.toString(target.shape()),
                                    info.shape(),
                                    path));
        }
        if (info.type().readAs() == null || !info.type().readAs().isFPType()) {
            throw new BadInput(
                    "tensor '%s' must be floating-point, got %s (%s). Use the file that belongs to this model."
                            .formatted(BadInput.shown(name), info.type(), path));
        }
        if (info.length() > 0) {
            fill(name, target);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static TorchContents contents(Path path, FileChannel channel) throws IOException {
        var source = new ByteSource(channel, path, 0, channel.size());
        var start = source.bytes(Math.min(LFS_POINTER.length(), channel.size()));
        if (Arrays.equals(Arrays.copyOf(start, ZIP.length), ZIP)) {
            return ZipFormat.read(channel, path);
        }
        if (start.length > 0 && start[0] == PICKLE) {
            return LegacyFormat.read(channel, path);
        }
        if (new String(start, StandardCharsets.ISO_8859_1).equals(LFS_POINTER)) {
            throw new BadInput(
                    "torch file must hold tensors, got the name of a large file in Git (%s). Fetch it: git lfs pull"
                            .formatted(path));
        }
        throw Refusal.broken(
                "what torch.save wrote", start.length == 0 ? "no bytes" : "other bytes", path);
    }

    private TensorInfo info(String name, TorchTensor tensor) {
        var type = tensor.storage().type();
        long storage = contents.storages().get(tensor.storage().key()).begin();
        long begin = storage + tensor.offset() * type.bytes();
        long end = begin + tensor.length() * type.bytes();
        return new TensorInfo(name, type, tensor.shape(), begin, end);
    }

    private void fill(String name, INDArray target) {
        var tensor = contents.tensors().get(name);
        long begin = contents.storages().get(tensor.storage().key()).begin();
        try {
            BlockReader.read(channel, begin, tensor, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TensorInfo existing(String name) {
        var info = tensors.get(name);
        if (info == null) {
            throw new BadInput(
                    "tensor '%s' must be in the file, got none of this name (%s). Use the file that belongs to this model."
                            .formatted(BadInput.shown(name), path));
        }
        return info;
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
