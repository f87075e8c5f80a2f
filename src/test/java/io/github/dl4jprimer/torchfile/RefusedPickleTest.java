package io.github.dl4jprimer.torchfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that ask for something else than tensors, or are malformed. */
class RefusedPickleTest {
    private static final String UNSAFE =
            "torch file must only rebuild tensors, got %s (%s). Nothing of it was run; take the"
                    + " model's model.safetensors from a source you trust.";
    private static final String BROKEN =
            "torch file must hold %s, got %s (%s). Copy or download the file again.";

    @TempDir Path folder;

    private String refusal(byte[] pickle) throws IOException {
        var path = Files.write(folder.resolve("pytorch_model.bin"), TorchFiles.zip(pickle));
        var message = assertThrows(BadInput.class, () -> TorchFile.open(path)).getMessage();
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.contains(path.toString()), message);
        assertTrue(message.length() < 500, message);
        return message.replace(path.toString(), "%s");
    }

    private void assertUnsafe(String got, Pickle pickle) throws IOException {
        assertEquals(UNSAFE.formatted(got, "%s"), refusal(pickle.end()));
    }

    private void assertBroken(String expected, String got, Pickle pickle) throws IOException {
        assertEquals(BROKEN.formatted(expected, got, "%s"), refusal(pickle.end()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "os, system",
        "posix, system",
        "nt, system",
        "builtins, eval",
        "builtins, getattr",
        "__builtin__, print",
        "os, getcwd",
        "subprocess, Popen",
        "torch.hub, load",
        "torch, load",
        "torch, FloatStorage2",
        "torch._utils, _rebuild_tensor_v3",
        "torch._utils, _rebuild_sparse_tensor",
        "collections, OrderedDict.fromkeys",
        "collections.OrderedDict, fromkeys",
        "numpy.core.multiarray, _reconstruct",
        "java.lang, Runtime"
    })
    void aForeignNameIsRefusedBeforeAnythingIsDoneWithIt(String module, String name)
            throws IOException {
        var expected = "the name '%s.%s'".formatted(module, name);
        assertUnsafe(expected, Pickle.begin().global(module, name));
        assertUnsafe(
                expected,
                Pickle.begin()
                        .global(module, name)
                        .text("touch /tmp/ran")
                        .op(Opcode.TUPLE1)
                        .op(Opcode.REDUCE));
        assertUnsafe(expected, Pickle.begin().text(module).text(name).op(Opcode.STACK_GLOBAL));
    }

    @Test
    void aNameIsShownWithoutWhatATerminalWouldObey() throws IOException {
        assertUnsafe("the name 'a?[2Jb?c.d'", Pickle.begin().global("a\u001b[2Jb\rc", "d"));
        var message =
                refusal(
                        Pickle.begin()
                                .text("x".repeat(5000))
                                .text("y")
                                .op(Opcode.STACK_GLOBAL)
                                .end());
        assertTrue(message.contains("x".repeat(79) + "…'"), message);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "INST",
                "OBJ",
                "NEWOBJ",
                "NEWOBJ_EX",
                "EXT1",
                "EXT2",
                "EXT4",
                "PERSID",
                "POP",
                "POP_MARK",
                "DUP",
                "FLOAT",
                "INT",
                "LONG",
                "STRING",
                "UNICODE",
                "DICT",
                "GET",
                "LIST",
                "PUT",
                "BINBYTES",
                "SHORT_BINBYTES",
                "LONG4",
                "BINUNICODE8",
                "BINBYTES8",
                "EMPTY_SET",
                "ADDITEMS",
                "FROZENSET",
                "BYTEARRAY8",
                "NEXT_BUFFER",
                "READONLY_BUFFER"
            })
    void anInstructionThatStateDictsDoNotUseIsRefusedByName(Opcode opcode) throws IOException {
        var operands = Pickle.begin().op(Opcode.MARK).orderedDict().op(Opcode.EMPTY_TUPLE);
        assertUnsafe("the pickle instruction " + opcode, operands.op(opcode).raw(1, 0, 0, 0));
        assertUnsafe("the pickle instruction " + opcode, Pickle.begin().op(opcode));
    }

    @Test
    void everyInstructionIsEitherObeyedOrRefusedByName() throws IOException {
        for (int code = 0; code < 256; code++) {
            var opcode = Opcode.of(code);
            var message = refusal(Pickle.begin().raw(code).end());
            if (opcode == null) {
                assertEquals(
                        BROKEN.formatted("a pickle", "the byte 0x%02x in it".formatted(code), "%s"),
                        message);
            } else {
                assertEquals(code, opcode.code());
            }
        }
    }

    @Test
    void attributesAreSetOnNothingButADict() throws IOException {
        assertUnsafe(
                "the pickle instruction BUILD on a tensor",
                Pickle.begin()
                        .vector("FloatStorage", "0", 1)
                        .op(Opcode.EMPTY_DICT)
                        .op(Opcode.BUILD));
        assertUnsafe(
                "the pickle instruction BUILD on collections.OrderedDict",
                Pickle.begin()
                        .global("collections", "OrderedDict")
                        .op(Opcode.EMPTY_DICT)
                        .op(Opcode.BUILD));
        assertUnsafe(
                "the pickle instruction BUILD on a dict",
                Pickle.begin().op(Opcode.EMPTY_DICT).number(1).op(Opcode.BUILD));
    }

    @Test
    void onlyFunctionsAreCalledAndOnlyWithTheirArguments() throws IOException {
        assertUnsafe(
                "a call of torch.FloatStorage",
                Pickle.begin()
                        .global("torch", "FloatStorage")
                        .op(Opcode.EMPTY_TUPLE)
                        .op(Opcode.REDUCE));
        assertBroken(
                "a well-formed pickle",
                "REDUCE on 'os.system'",
                Pickle.begin().text("os.system").op(Opcode.EMPTY_TUPLE).op(Opcode.REDUCE));
        assertBroken(
                "the usual arguments of collections.OrderedDict",
                "1 others",
                Pickle.begin()
                        .global("collections", "OrderedDict")
                        .op(Opcode.EMPTY_LIST)
                        .op(Opcode.TUPLE1)
                        .op(Opcode.REDUCE));
        assertBroken(
                "the usual arguments of torch._utils._rebuild_parameter",
                "3 others",
                Pickle.begin()
                        .global("torch._utils", "_rebuild_parameter")
                        .number(1)
                        .number(2)
                        .number(3)
                        .op(Opcode.TUPLE3)
                        .op(Opcode.REDUCE));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"module", "Storage", ""})
    void aPersistentIdThatIsNoStorageIsRefused(String kind) throws IOException {
        var pickle = Pickle.begin().op(Opcode.MARK).text(kind).global("torch", "FloatStorage");
        pickle.text("0").text("cpu").number(1).op(Opcode.TUPLE).op(Opcode.BINPERSID);
        var message = refusal(pickle.end());
        assertTrue(
                message.contains(
                        "got a tuple of 5 that begins with '" + kind + "' (%s). Save it as"),
                message);
    }

    @Test
    void oddPersistentIdsAreRefused() throws IOException {
        var ids =
                List.of(
                        Pickle.begin().text("0"),
                        Pickle.begin().op(Opcode.EMPTY_TUPLE),
                        Pickle.begin().op(Opcode.NONE),
                        Pickle.begin().global("torch", "FloatStorage"),
                        id("FloatStorage", -1),
                        id("OrderedDict", 1));
        for (var id : ids) {
            var message = refusal(id.op(Opcode.BINPERSID).end());
            assertTrue(message.contains("('storage', type, key, device, length), got "), message);
        }
    }

    private static Pickle id(String type, long length) {
        var module = type.endsWith("Storage") ? "torch" : "collections";
        var pickle = Pickle.begin().op(Opcode.MARK).text("storage").global(module, type);
        return pickle.text("0").text("cpu").number(length).op(Opcode.TUPLE);
    }

    @Test
    void textsAreNoLongerThanTheFileAndUtf8() throws IOException {
        for (var opcode : List.of(Opcode.BINUNICODE, Opcode.BINSTRING)) {
            assertBroken(
                    "texts of at most 1048576 bytes",
                    "4294967295 bytes",
                    Pickle.begin().op(opcode).i32(-1));
            assertTrue(
                    refusal(Pickle.begin().op(opcode).i32(1 << 20).end())
                            .contains("complete data, got an early end"));
        }
        assertBroken(
                "text in UTF-8",
                "other bytes",
                Pickle.begin().op(Opcode.BINUNICODE).i32(1).raw(255));
        assertBroken(
                "names of at most 200 bytes",
                "longer",
                Pickle.begin().global("a".repeat(201), "b"));
    }

    @Test
    void aPickleOfAnotherProtocolIsRefused() throws IOException {
        var message = refusal(new Pickle().op(Opcode.PROTO).raw(5).end());
        assertTrue(message.contains("a pickle of protocol 2 to 4, got protocol 5"), message);
        var text = refusal("I1\n.".getBytes(StandardCharsets.UTF_8));
        assertTrue(text.contains("the pickle instruction INT"), text);
    }
}
