package io.github.dl4jprimer.torchfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.torchfile.Pickle.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tensors that do not fit their storages. */
class TorchTensorTest {
    @TempDir Path folder;

    private void assertBroken(String expected, String got, Pickle pickle) throws IOException {
        var path = Files.write(folder.resolve("model.bin"), TorchFiles.zip(pickle.end()));
        assertEquals(
                "torch file must hold %s, got %s (%s). Copy or download the file again."
                        .formatted(expected, got, path),
                assertThrows(BadInput.class, () -> TorchFile.open(path)).getMessage());
    }

    @ParameterizedTest(name = "offset {0}, shape {1}, stride {2} of 6 elements")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -1 | 2    | 1
                    5  | 2    | 1
                    6  | 1    | 1
                    0  | 7    | 1
                    0  | -1   | 1
                    0  | 2    | -1
                    0  | 2,3  | 4,1
                    0  | 7    | 0
                    0  | 4,2  | 0,1
                    0  | 1000000,1000000 | 0,0
                    0  | 9223372036854775807 | 9223372036854775807
                    0  | 4294967296,4294967296 | 1,1
                    9223372036854775807 | 2 | 1
                    0  | 3 | 9223372036854775807
                    0  | 2,2 | 9223372036854775807,9223372036854775807
                    """)
    void aViewOutsideItsStorageIsRefused(long offset, String shape, String stride)
            throws IOException {
        var view = new View(offset, longs(shape), longs(stride));
        assertBroken(
                "tensors within their storage of 6 elements",
                "shape %s, stride %s, offset %d".formatted(view.shape(), view.stride(), offset),
                Pickle.begin().tensor("FloatStorage", "0", 6, view));
    }

    private static List<Long> longs(String text) {
        return List.of(text.split(",")).stream().map(Long::valueOf).toList();
    }

    @Test
    void axesAndStridesMustBeAsMany() throws IOException {
        assertBroken(
                "one stride for each axis of [2]",
                "[1, 1]",
                Pickle.begin()
                        .tensor("FloatStorage", "0", 6, new View(0, List.of(2L), List.of(1L, 1L))));
    }

    @Test
    void aStorageIsOfOneTypeAndLength() throws IOException {
        assertBroken(
                "one type and length for storage '0'",
                "two",
                Pickle.begin().storage("FloatStorage", "0", 6).storage("FloatStorage", "0", 7));
        assertBroken(
                "one type and length for storage '0'",
                "two",
                Pickle.begin().storage("FloatStorage", "0", 6).storage("IntStorage", "0", 6));
    }

    @Test
    void theNumberOfAxesIsBounded() throws IOException {
        var many = Collections.nCopies(33, 1L);
        assertBroken(
                "the usual arguments of torch._utils._rebuild_tensor_v2",
                "6 others",
                Pickle.begin().tensor("FloatStorage", "0", 1, new View(0, many, many)));
    }
}
