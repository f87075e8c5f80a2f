package io.github.dl4jprimer.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript program as the archive that {@code torch.jit.load} reads.
 *
 * <p>The pickle holds one object of class {@code __torch__.Peer} with the state 0, which PyTorch
 * hands to its {@code __setstate__}.
 */
final class TorchScriptArchive {
    private static final String OBJECT = "\u0080\u0002c__torch__\nPeer\n)\u0081K\u0000b.";
    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private TorchScriptArchive() {}

    /** Writes the archive, replacing one that exists. */
    static void write(String program, Path file) {
        var folder = file.getFileName().toString().replaceFirst("[.]pt$", "") + "/";
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, folder + "version", "3\n");
            entry(zip, folder + "data.pkl", OBJECT);
            entry(zip, folder + "constants.pkl", NO_CONSTANTS);
            entry(zip, folder + "code/__torch__.py", program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1); // a pickle is bytes
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED); // PyTorch reads nothing else
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
