package io.github.dl4jprimer.torchfile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes pickles by hand, as {@code torch.save} does and as it would not. */
final class Pickle {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A pickle of protocol 2 that has no instruction yet. */
    static Pickle begin() {
        return new Pickle().op(Opcode.PROTO).raw(2);
    }

    Pickle op(Opcode opcode) {
        return raw(opcode.code());
    }

    Pickle raw(int... bytes) {
        for (int value : bytes) {
            out.write(value);
        }
        return this;
    }

    Pickle i32(long number) {
        out.writeBytes(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) number).array());
        return this;
    }

    Pickle text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        op(Opcode.BINUNICODE).i32(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    Pickle number(long number) {
        if (number == (int) number) {
            return op(Opcode.BININT).i32(number);
        }
        op(Opcode.LONG1).raw(8);
        out.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
        return this;
    }

    Pickle numbers(List<Long> numbers) {
        op(Opcode.MARK);
        numbers.forEach(this::number);
        return op(Opcode.TUPLE);
    }

    Pickle global(String module, String name) {
        op(Opcode.GLOBAL);
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Pickle orderedDict() {
        return global("collections", "OrderedDict").op(Opcode.EMPTY_TUPLE).op(Opcode.REDUCE);
    }

    /** A storage as a persistent id names it. */
    Pickle storage(String type, String key, long length) {
        op(Opcode.MARK).text("storage").global("torch", type).text(key).text("cpu");
        return number(length).op(Opcode.TUPLE).op(Opcode.BINPERSID);
    }

    /** A tensor of the storage on top. */
    Pickle tensor(String type, String key, long length, View view) {
        global("torch._utils", "_rebuild_tensor_v2").op(Opcode.MARK);
        storage(type, key, length).number(view.offset());
        numbers(view.shape()).numbers(view.stride()).op(Opcode.NEWFALSE).orderedDict();
        return op(Opcode.TUPLE).op(Opcode.REDUCE);
    }

    /** A vector that is all of its storage. */
    Pickle vector(String type, String key, long length) {
        return tensor(type, key, length, new View(0, List.of(length), List.of(1L)));
    }

    /** The bytes, with the instruction to stop. */
    byte[] end() {
        op(Opcode.STOP);
        return out.toByteArray();
    }

    /** The bytes so far. */
    byte[] bytes() {
        return out.toByteArray();
    }

    /** What a tensor sees of its storage. */
    record View(long offset, List<Long> shape, List<Long> stride) {}
}
