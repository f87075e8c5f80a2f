package io.github.dl4jprimer.safetensors;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Whatever the bytes of a file are, it is read, or refused in one line. */
class SafetensorsFuzzTest {
    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    "\"",
                    "\\",
                    "\"dtype\"",
                    "\"shape\"",
                    "null",
                    "\"data_offsets\"",
                    "\"F32\"",
                    "\"F16\"",
                    "\"BF16\"",
                    "\"I64\"",
                    "\"BOOL\"",
                    "\"a\"",
                    "\"b\\n\"",
                    "\"\\u0000\"",
                    "\"__metadata__\"",
                    "0",
                    "1",
                    "-1",
                    "8",
                    "16",
                    "1e9",
                    "1.5",
                    "9223372036854775807",
                    "18446744073709551616",
                    "true",
                    " ",
                    "\n",
                    "\u0000",
                    "\u2028",
                    "磁",
                    "\"dtype\":\"F32\",",
                    "\"shape\":[2],",
                    "\"data_offsets\":[0,8]",
                    "\"a\":{",
                    "},");

    @TempDir Path folder;

    private int read;

    @Test
    void fiveHundredBrokenFiles() throws IOException {
        run(500, 1);
    }

    @Test
    @Tag("slow")
    void twentyThousandBrokenFiles() throws IOException {
        run(20_000, 2);
    }

    private void run(int cases, long seed) throws IOException {
        var random = new Random(seed);
        var path = folder.resolve("fuzz.safetensors");
        for (int i = 0; i < cases; i++) {
            byte[] bytes =
                    switch (i % 4) {
                        case 0 -> flipped(random);
                        case 1 -> cut(random);
                        case 2 -> withHeader(changedHeader(random), random);
                        default -> withHeader(madeUpHeader(random), random);
                    };
            Files.write(path, bytes);
            check(path, bytes, i);
        }
        assertTrue(read > cases / 100, "some are still good: " + read);
        assertTrue(read < cases / 2, "most are not: " + read);
    }

    /** Reads everything there is, to the last byte. */
    private void check(Path path, byte[] bytes, int number) {
        try (var file = SafetensorsFile.open(path)) {
            for (var tensor : file.tensors().values()) {
                assertTrue(tensor.bytes() <= bytes.length, () -> shown(number, bytes));
                if (tensor.type().readAs() != null) {
                    assertTrue(file.read(tensor.name()).length() == tensor.length());
                }
                if (tensor.type().readAs() != null && tensor.type().readAs().isFPType()) {
                    var target = Nd4j.create(DataType.FLOAT, tensor.dimensions());
                    file.readInto(tensor.name(), target.isEmpty() ? target : target.dup('f'));
                }
            }
            read++;
        } catch (BadInput e) {
            var message = e.getMessage();
            assertTrue(message.contains(path.toString()), () -> shown(number, bytes));
            assertTrue(message.length() < 600, message);
            assertFalse(message.matches("(?s).*[\\p{Cntrl}\\u2028\\u2029].*"), message);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(shown(number, bytes), e);
        }
    }

    private static byte[] flipped(Random random) {
        byte[] bytes = good();
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] cut(Random random) {
        byte[] bytes = good();
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
    }

    /** A good header in which some stretches are replaced. */
    private static String changedHeader(Random random) {
        var header = new StringBuilder(header());
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int from = random.nextInt(header.length());
            int to = Math.min(header.length(), from + random.nextInt(12));
            header.replace(from, to, pieces(random, random.nextInt(3)));
        }
        return header.toString();
    }

    private static String madeUpHeader(Random random) {
        return (random.nextInt(10) == 0 ? "" : "{") + pieces(random, random.nextInt(30));
    }

    private static String pieces(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static byte[] withHeader(String header, Random random) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        int data = random.nextInt(4) == 0 ? random.nextInt(40) : 36;
        long length = random.nextInt(10) == 0 ? random.nextLong() : json.length;
        return file(length, json, data);
    }

    private static byte[] good() {
        byte[] json = header().getBytes(StandardCharsets.UTF_8);
        return file(json.length, json, 36);
    }

    private static byte[] file(long length, byte[] json, int data) {
        var buffer = ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.putLong(length).put(json).array();
    }

    private static String header() {
        return """
        {"__metadata__":{"format":"pt"},\
        "a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},\
        "b":{"dtype":"F16","shape":[4],"data_offsets":[16,24]},\
        "c":{"dtype":"I64","shape":[],"data_offsets":[24,32]},\
        "d":{"dtype":"BOOL","shape":[4,0,9],"data_offsets":[32,32]},\
        "e":{"dtype":"BF16","shape":[2],"data_offsets":[32,36]}}\
        """;
    }

    private static String shown(int number, byte[] bytes) {
        return "case %d: %s".formatted(number, new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
