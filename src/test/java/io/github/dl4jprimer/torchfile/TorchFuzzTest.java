package io.github.dl4jprimer.torchfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and invented files: each gives tensors or an answer of one line, and nothing else. */
class TorchFuzzTest {
    private static final Opcode[] OPCODES = Opcode.values();

    @TempDir Path folder;

    private int tensors;
    private int refusals;

    @Test
    void aThousandDamagedFilesGiveTensorsOrAnAnswer() throws IOException {
        fuzz(1, 1000);
    }

    @Test
    @Tag("slow")
    void twentyThousandDamagedFilesGiveTensorsOrAnAnswer() throws IOException {
        fuzz(2, 20_000);
    }

    private void fuzz(long seed, int cases) throws IOException {
        var random = new Random(seed);
        for (int i = 0; i < cases; i++) {
            switch (i % 4) {
                case 0 -> open(damaged(zip(pickle()), random));
                case 1 -> open(damaged(TorchFiles.legacy(pickle(), 4, storages()), random));
                case 2 -> open(zip(damaged(pickle(), random)));
                default -> open(zip(invented(random)));
            }
        }
        assertEquals(cases, tensors + refusals);
        assertTrue(tensors > cases / 50, tensors + " were read");
        assertTrue(refusals > cases / 4, refusals + " were refused");
    }

    private void open(byte[] bytes) throws IOException {
        var path = Files.write(folder.resolve("fuzz.bin"), bytes);
        try (var file = TorchFile.open(path)) {
            for (var tensor : file.tensors().values()) {
                assertTrue(tensor.bytes() <= bytes.length, tensor::toString);
                assertEquals(tensor.length(), read(file, tensor.name()));
            }
            tensors++;
        } catch (BadInput e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
            refusals++;
        }
    }

    /** Reads a tensor if its type can be, and returns its number of elements. */
    private static long read(TorchFile file, String name) {
        var info = file.tensors().get(name);
        return info.type().readAs() == null ? info.length() : file.read(name).length();
    }

    private static byte[][] storages() {
        return new byte[][] {new byte[24], new byte[16]};
    }

    private static byte[] zip(byte[] pickle) {
        return TorchFiles.zip(pickle, storages());
    }

    private static byte[] pickle() {
        var pickle = Pickle.begin().orderedDict().op(Opcode.MARK);
        pickle.text("w")
                .tensor(
                        "FloatStorage",
                        "0",
                        6,
                        new Pickle.View(0, List.of(2L, 3L), List.of(1L, 2L)));
        pickle.text("b").vector("FloatStorage", "1", 4).op(Opcode.SETITEMS);
        return pickle.end();
    }

    /** One to four bits or bytes changed, or the end cut off, or a stretch repeated. */
    private static byte[] damaged(byte[] bytes, Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        if (kind == 1) {
            int from = random.nextInt(bytes.length);
            int to = random.nextInt(bytes.length);
            int count = random.nextInt(bytes.length - Math.max(from, to) + 1);
            System.arraycopy(bytes.clone(), from, bytes, to, count);
            return bytes;
        }
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    kind < 6
                            ? (byte) (bytes[at] ^ 1 << random.nextInt(8))
                            : (byte) random.nextInt();
        }
        return bytes;
    }

    /** Instructions one after the other, in any order, with operands for most. */
    private static byte[] invented(Random random) {
        var pickle = Pickle.begin();
        for (int count = random.nextInt(60); count > 0; count--) {
            switch (random.nextInt(8)) {
                case 0 -> pickle.text("w");
                case 1 -> pickle.number(random.nextInt(6));
                case 2 -> pickle.vector("FloatStorage", "0", 6);
                case 3 -> pickle.orderedDict();
                case 4 -> pickle.op(Opcode.BINGET).raw(random.nextInt(3));
                case 5 -> pickle.op(Opcode.BINPUT).raw(random.nextInt(3));
                case 6 -> pickle.op(OPCODES[random.nextInt(OPCODES.length)]);
                default -> pickle.op(Opcode.SETITEM);
            }
        }
        return pickle.end();
    }
}
