package io.github.dl4jprimer.safetensors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * Writes a file or a folder that others see whole or not at all: aside first, then to the disk,
 * then renamed.
 *
 * <p>If writing fails, what was there before is untouched and nothing half-written is left. A
 * folder that exists is moved out of the way before the new one takes its name; a crash between
 * these two renames leaves the old one beside it as {@code .<name>-…-old}.
 */
public final class AtomicWrite {
    private AtomicWrite() {}

    /** Writes into a path it is given. */
    @FunctionalInterface
    public interface Content {
        /** Writes the file at {@code path}, or files into the folder {@code path}. */
        void writeTo(Path path) throws IOException;
    }

    /** Writes a file, replacing one that exists. */
    public static void file(Path target, Content content) {
        try {
            var parent = target.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            var aside = Files.createFile(beside(target));
            try {
                content.writeTo(aside);
                sync(aside);
                Files.move(
                        aside,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                sync(parent);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a folder, replacing one that exists. */
    public static void folder(Path target, Content content) {
        try {
            var parent = target.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            var aside = Files.createDirectory(beside(target));
            try {
                content.writeTo(aside);
                syncAll(aside);
                replace(target, aside, parent.resolve(aside.getFileName() + "-old"));
                sync(parent);
            } finally {
                delete(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A name for the time of writing; unlike a temporary file, what has it may be read by others.
     */
    private static Path beside(Path target) {
        return target.resolveSibling(".%s-%s".formatted(target.getFileName(), UUID.randomUUID()));
    }

    private static void replace(Path target, Path aside, Path old) throws IOException {
        var exists = Files.exists(target);
        if (exists) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (exists) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        delete(old);
    }

    private static void syncAll(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                sync(path);
            }
        }
    }

    private static void sync(Path path) throws IOException {
        // A folder's own entries reach the disk only when it is synced too; Windows cannot open
        // one.
        if (Files.isDirectory(path) && path.getFileSystem().getSeparator().equals("\\")) {
            return;
        }
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                            throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
