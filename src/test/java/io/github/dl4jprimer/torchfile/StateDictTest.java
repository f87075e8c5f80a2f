package io.github.dl4jprimer.torchfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.torchfile.Pickle.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateDictTest {
    @TempDir Path folder;

    private Path write(Pickle pickle) throws IOException {
        var bytes = TorchFiles.zip(pickle.end(), new byte[4]);
        return Files.write(folder.resolve("model.bin"), bytes);
    }

    private List<String> names(Pickle pickle) throws IOException {
        try (var file = TorchFile.open(write(pickle))) {
            return List.copyOf(file.tensors().keySet());
        }
    }

    private void assertNoTensors(String got, Pickle pickle) throws IOException {
        var path = write(pickle);
        assertEquals(
                "torch file must hold tensors by name, got %s (%s). Save it as safetensors in Python: safetensors.torch.save_model(model, 'model.safetensors')."
                        .formatted(got, path),
                assertThrows(BadInput.class, () -> TorchFile.open(path)).getMessage());
    }

    /** Begins a dict whose entries follow. */
    private static Pickle dict() {
        return Pickle.begin().op(Opcode.EMPTY_DICT).op(Opcode.MARK);
    }

    private static Pickle tensor(Pickle pickle, String name) {
        return pickle.text(name).vector("FloatStorage", "0", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state_dict", "model_state_dict", "model", "module"})
    void aWrappedDictIsUnwrapped(String wrapper) throws IOException {
        var pickle = dict().text("epoch").number(3).text(wrapper).op(Opcode.EMPTY_DICT);
        tensor(tensor(pickle.op(Opcode.MARK), "b"), "a").op(Opcode.SETITEMS);
        assertEquals(List.of("b", "a"), names(pickle.op(Opcode.SETITEMS)));
    }

    @Test
    void otherDictsAreNotLookedInto() throws IOException {
        var pickle = dict().text("optimizer").op(Opcode.EMPTY_DICT);
        tensor(pickle, "a").op(Opcode.SETITEM).text("epoch").number(3);
        assertNoTensors("a dict of {'optimizer', 'epoch'}", pickle.op(Opcode.SETITEMS));
    }

    @Test
    void tensorsBesideAWrapperComeFirst() throws IOException {
        var pickle = tensor(dict(), "a").text("model").op(Opcode.EMPTY_DICT);
        tensor(pickle, "b").op(Opcode.SETITEM).text("step").number(3);
        assertEquals(List.of("a"), names(pickle.op(Opcode.SETITEMS)));
    }

    @Test
    void thePrefixOfDataParallelIsDroppedIfAllHaveIt() throws IOException {
        var all = tensor(tensor(dict(), "module.a"), "module.module.b");
        assertEquals(List.of("a", "module.b"), names(all.op(Opcode.SETITEMS)));
        var some = tensor(tensor(dict(), "module.a"), "b");
        assertEquals(List.of("module.a", "b"), names(some.op(Opcode.SETITEMS)));
    }

    @Test
    void whatHoldsNoNamedTensorsIsRefused() throws IOException {
        assertNoTensors("a list", Pickle.begin().op(Opcode.EMPTY_LIST));
        assertNoTensors("None", Pickle.begin().op(Opcode.NONE));
        assertNoTensors("a tensor", Pickle.begin().vector("FloatStorage", "0", 1));
        assertNoTensors("a dict of {}", Pickle.begin().op(Opcode.EMPTY_DICT));
        var many = dict();
        for (int i = 0; i < 6; i++) {
            many.number(i).op(Opcode.NONE);
        }
        assertNoTensors("a dict of {'0', '1', '2', '3', '4', …}", many.op(Opcode.SETITEMS));
        var numbered = dict().number(7).vector("FloatStorage", "0", 1);
        assertNoTensors("one by number 7", numbered.op(Opcode.SETITEMS));
    }

    @Test
    void aDictThatHoldsItselfEnds() throws IOException {
        var pickle = Pickle.begin().op(Opcode.EMPTY_DICT).op(Opcode.BINPUT).raw(0).text("model");
        assertNoTensors("a dict of {'model'}", pickle.op(Opcode.BINGET).raw(0).op(Opcode.SETITEM));
    }

    @Test
    void manyTensorsOfOneStorageAskForNoMoreThanAHundredFiles() throws IOException {
        var pickle = dict();
        for (int i = 0; i < 600; i++) {
            pickle.text("t" + i);
            pickle.tensor(
                    "FloatStorage", "0", 100_000, new View(0, List.of(100_000L), List.of(1L)));
        }
        var bytes = TorchFiles.zip(pickle.op(Opcode.SETITEMS).end(), new byte[400_000]);
        var path = Files.write(folder.resolve("model.bin"), bytes);
        var message = assertThrows(BadInput.class, () -> TorchFile.open(path)).getMessage();
        assertTrue(
                message.contains("at most 100 times, got tensors of 240000000 bytes in"), message);
    }
}
