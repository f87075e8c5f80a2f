package io.github.dl4jprimer.torchfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.TensorType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the instructions mean that are obeyed. */
class UnpicklerTest {
    @TempDir Path folder;

    private Object load(Pickle pickle) throws IOException {
        return load(pickle.end());
    }

    private Object load(byte[] bytes) throws IOException {
        var path = Files.write(folder.resolve("data.pkl"), bytes);
        try (var channel = FileChannel.open(path)) {
            var source = new ByteSource(channel, path, 0, channel.size());
            var value = new Unpickler(source).load();
            assertEquals(bytes.length, source.position(), "reads no further than the end");
            return value;
        }
    }

    private String refusal(Pickle pickle) {
        return assertThrows(BadInput.class, () -> load(pickle)).getMessage();
    }

    private List<Object> list(Pickle items) throws IOException {
        return ((Pickled.Sequence) load(items.op(Opcode.APPENDS))).items();
    }

    private static Pickle list() {
        return Pickle.begin().op(Opcode.EMPTY_LIST).op(Opcode.MARK);
    }

    @Test
    void scalarsAreWhatPythonWrites() throws IOException {
        var items = list().op(Opcode.NONE).op(Opcode.NEWTRUE).op(Opcode.NEWFALSE);
        items.op(Opcode.BININT).raw(0xfe, 0xff, 0xff, 0xff);
        items.op(Opcode.BININT1).raw(200).op(Opcode.BININT2).raw(1, 2);
        items.op(Opcode.BINFLOAT).raw(0x3f, 0xf8, 0, 0, 0, 0, 0, 0);
        var expected = new ArrayList<Object>(List.of(true, false, -2L, 200L, 513L, 1.5));
        expected.add(0, null);
        assertEquals(expected, list(items));
    }

    @Test
    void longNumbersAreLittleEndianWithSign() throws IOException {
        var items = list().op(Opcode.LONG1).raw(0).op(Opcode.LONG1).raw(1, 0xff);
        items.op(Opcode.LONG1).raw(2, 0xff, 0).op(Opcode.LONG1).raw(9, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        items.op(Opcode.LONG1).raw(8, 0, 0, 0, 0, 0, 0, 0, 0x80);
        assertEquals(
                List.of(0L, -1L, 255L, BigInteger.ONE.shiftLeft(64), Long.MIN_VALUE), list(items));
    }

    @Test
    void textsOfEveryKindAreUtf8() throws IOException {
        var items = list().text("磁盘").op(Opcode.SHORT_BINUNICODE).raw(3, 0xe7, 0x9b, 0x98);
        items.op(Opcode.SHORT_BINSTRING).raw(2, 'a', 'b').op(Opcode.BINSTRING).i32(1).raw('c');
        assertEquals(List.of("磁盘", "盘", "ab", "c"), list(items));
    }

    @Test
    void containersHoldWhatWasPushedInOrder() throws IOException {
        var items = list().number(1).number(2).number(3).number(4);
        items.op(Opcode.TUPLE3).op(Opcode.TUPLE2).op(Opcode.TUPLE1).op(Opcode.EMPTY_TUPLE);
        items.op(Opcode.MARK).number(5).op(Opcode.TUPLE);
        assertEquals(List.of(tuple(tuple(1L, tuple(2L, 3L, 4L))), tuple(), tuple(5L)), list(items));
        var dict = Pickle.begin().op(Opcode.EMPTY_DICT).text("a").number(1).op(Opcode.SETITEM);
        dict.op(Opcode.MARK).number(7).op(Opcode.EMPTY_LIST).text("x").op(Opcode.APPEND);
        dict.op(Opcode.SETITEMS);
        assertEquals(
                Map.of("a", 1L, 7L, new Pickled.Sequence(List.of("x"))),
                ((Pickled.Dict) load(dict)).entries());
    }

    private static Pickled.Tuple tuple(Object... items) {
        return new Pickled.Tuple(List.of(items));
    }

    @Test
    void theMemoGivesTheSameValueAgain() throws IOException {
        var items = list().op(Opcode.EMPTY_LIST).op(Opcode.BINPUT).raw(0);
        items.op(Opcode.EMPTY_LIST).op(Opcode.LONG_BINPUT).i32(-1).op(Opcode.MEMOIZE);
        items.op(Opcode.BINGET).raw(0).op(Opcode.LONG_BINGET).i32(-1).op(Opcode.BINGET).raw(2);
        var list = list(items);
        assertSame(list.get(0), list.get(2));
        assertSame(list.get(1), list.get(3));
        assertSame(list.get(1), list.get(4));
    }

    @Test
    void framesAndAttributesOfADictArePassedOver() throws IOException {
        var pickle = Pickle.begin().op(Opcode.FRAME).i32(0).i32(0).orderedDict();
        pickle.op(Opcode.EMPTY_DICT).text("_metadata").orderedDict().op(Opcode.SETITEM);
        var dict = (Pickled.Dict) load(pickle.op(Opcode.BUILD));
        assertTrue(dict.entries().isEmpty());
    }

    @Test
    void tensorsAndParametersAreViewsOfStorages() throws IOException {
        var expected =
                new TorchTensor(
                        new TorchStorage("k", TensorType.F16, 9), 0, List.of(9L), List.of(1L));
        assertEquals(expected, load(Pickle.begin().vector("HalfStorage", "k", 9)));
        var parameter = Pickle.begin().global("torch._utils", "_rebuild_parameter");
        parameter.vector("HalfStorage", "k", 9).op(Opcode.NEWTRUE).orderedDict();
        assertEquals(expected, load(parameter.op(Opcode.TUPLE3).op(Opcode.REDUCE)));
        var old = Pickle.begin().text("torch._utils").text("_rebuild_tensor");
        old.op(Opcode.STACK_GLOBAL).op(Opcode.MARK).storage("HalfStorage", "k", 9).number(0);
        old.numbers(List.of(9L)).numbers(List.of(1L)).op(Opcode.TUPLE).op(Opcode.REDUCE);
        assertEquals(expected, load(old));
        assertNull(load(Pickle.begin().op(Opcode.NONE)));
    }

    @Test
    void aMalformedPickleIsRefused() {
        var cases =
                Map.of(
                        "an end in the middle", Pickle.begin(),
                        "an instruction without its operand",
                                Pickle.begin().number(1).op(Opcode.MARK).op(Opcode.BINPERSID),
                        "an instruction without its operands",
                                Pickle.begin().number(1).op(Opcode.MARK).op(Opcode.TUPLE1),
                        "an instruction without its mark",
                                Pickle.begin().number(1).op(Opcode.TUPLE),
                        "a memo without entry 3", Pickle.begin().op(Opcode.BINGET).raw(3),
                        "a memo without entry 4294967295",
                                Pickle.begin().op(Opcode.LONG_BINGET).i32(-1),
                        "APPENDS on a tuple",
                                Pickle.begin().op(Opcode.EMPTY_TUPLE).number(1).op(Opcode.APPEND),
                        "SETITEMS on a dict",
                                Pickle.begin()
                                        .op(Opcode.EMPTY_DICT)
                                        .op(Opcode.MARK)
                                        .number(1)
                                        .op(Opcode.SETITEMS),
                        "STACK_GLOBAL on '1'",
                                Pickle.begin().number(1).text("a").op(Opcode.STACK_GLOBAL));
        cases.forEach(
                (got, pickle) -> {
                    var message = refusal(pickle);
                    assertTrue(
                            message.contains("a well-formed pickle, got " + got + " ("), message);
                });
        assertTrue(
                refusal(Pickle.begin().number(1).number(2)).contains("got an end in the middle"));
    }

    @Test
    void namesAreUniqueAndKeysPlain() {
        var twice = Pickle.begin().op(Opcode.EMPTY_DICT).op(Opcode.MARK).text("a").number(1);
        twice.text("a").number(1).op(Opcode.SETITEMS);
        assertTrue(refusal(twice).contains("unique names, got 'a' twice"));
        var list = Pickle.begin().op(Opcode.EMPTY_DICT).op(Opcode.EMPTY_LIST).number(1);
        assertTrue(
                refusal(list.op(Opcode.SETITEM)).contains("dicts with keys of text, got a list"));
    }

    @Test
    void nestingAndWorkAreBounded() {
        var deep = Pickle.begin();
        for (int i = 0; i <= PickleStack.MAX_DEPTH; i++) {
            deep.op(Opcode.MARK);
        }
        assertTrue(refusal(deep).contains("containers at most 100 deep, got deeper nesting"));
        var tower = Pickle.begin().op(Opcode.EMPTY_TUPLE);
        for (int i = 0; i < Unpickler.MAX_INSTRUCTIONS; i++) {
            tower.op(Opcode.TUPLE1);
        }
        assertTrue(refusal(tower).contains("a pickle of at most 1000000 instructions, got more"));
    }

    @Test
    void textsAreBoundedTogether() {
        var longest = "x".repeat(Unpickler.MAX_TEXT);
        var pickle = Pickle.begin();
        for (int i = 0; i < 17; i++) {
            pickle.text(longest);
        }
        assertTrue(refusal(pickle).contains("texts of at most 16777216 bytes together, got more"));
    }

    @Test
    void aListThatHoldsItselfDoesNoHarm() throws IOException {
        var pickle = Pickle.begin().op(Opcode.EMPTY_LIST).op(Opcode.BINPUT).raw(0);
        pickle.op(Opcode.BINGET).raw(0).op(Opcode.APPEND);
        var list = (Pickled.Sequence) load(pickle);
        assertSame(list, list.items().get(0));
        assertEquals("a list", Pickled.kind(list));
    }
}
