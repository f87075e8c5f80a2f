package io.github.dl4jprimer.torchfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the files that hold pickles, in the zip and in the legacy format. */
final class TorchFiles {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);

    private TorchFiles() {}

    /** A zip as {@code torch.save} makes it; storages are named 0, 1, … */
    static byte[] zip(byte[] pickle, byte[]... storages) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("archive/data.pkl", pickle);
        for (int i = 0; i < storages.length; i++) {
            entries.put("archive/data/" + i, storages[i]);
        }
        entries.put("archive/version", new byte[] {'3', '\n'});
        return zip(entries, ZipEntry.STORED);
    }

    /** A zip with one tensor, "w", of one storage. */
    static byte[] oneTensor(String type, long length, Pickle.View view, byte[] storage) {
        var pickle = Pickle.begin().orderedDict().text("w").tensor(type, "0", length, view);
        return zip(pickle.op(Opcode.SETITEM).end(), storage);
    }

    /** A zip of any entries. */
    static byte[] zip(Map<String, byte[]> entries, int method) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(method);
            for (var content : entries.entrySet()) {
                var entry = new ZipEntry(content.getKey());
                var crc = new CRC32();
                crc.update(content.getValue());
                entry.setSize(content.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file of the legacy format; storages are named 0, 1, … */
    static byte[] legacy(byte[] pickle, int bytesEach, byte[]... storages) {
        var keys = Pickle.begin().op(Opcode.EMPTY_LIST).op(Opcode.MARK);
        for (int i = 0; i < storages.length; i++) {
            keys.text(String.valueOf(i));
        }
        var file = new ByteArrayOutputStream();
        for (var part : List.of(magic(), version(1001), system(), pickle)) {
            file.writeBytes(part);
        }
        file.writeBytes(keys.op(Opcode.APPENDS).end());
        for (var storage : storages) {
            file.writeBytes(
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(storage.length / bytesEach)
                            .array());
            file.writeBytes(storage);
        }
        return file.toByteArray();
    }

    static byte[] magic() {
        var pickle = Pickle.begin().op(Opcode.LONG1).raw(10);
        var bytes = MAGIC.toByteArray();
        for (int i = bytes.length - 1; i >= 0; i--) {
            pickle.raw(bytes[i]);
        }
        return pickle.end();
    }

    static byte[] version(int number) {
        return Pickle.begin().number(number).end();
    }

    static byte[] system() {
        return Pickle.begin()
                .op(Opcode.EMPTY_DICT)
                .text("little_endian")
                .op(Opcode.NEWTRUE)
                .op(Opcode.SETITEM)
                .end();
    }

    /** The bytes of float storage elements. */
    static byte[] floats(float... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }
}
