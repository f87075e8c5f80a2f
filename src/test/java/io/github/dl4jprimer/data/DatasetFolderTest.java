package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
    /** SHA-256 of "abc", as FIPS 180 gives it. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path path;
    private DatasetFolder folder;

    @BeforeEach
    void setUp() throws IOException {
        folder = new DatasetFolder(path);
        folder.write(Map.of("a.csv", "abc"));
    }

    private String error() {
        var error = assertThrows(BadInput.class, () -> folder.file("a.csv"));
        return error.getMessage().replace(path.toString(), "@");
    }

    @Test
    void checksumsAreWrittenAsSha256sumReadsThem() throws IOException {
        assertEquals(ABC + "  a.csv\n", Files.readString(path.resolve(DatasetFolder.CHECKSUMS)));
        assertEquals(path.resolve("a.csv"), folder.file("a.csv"));
    }

    @Test
    void aChangedFileIsRejectedWithTheCommandThatRestoresIt() throws IOException {
        Files.writeString(path.resolve("a.csv"), "abd");
        assertEquals(
                "@/a.csv must have SHA-256 ba7816bf..., got a52d159f.... Restore it: git checkout"
                    + " -- @ (or keep your change in a file of its own and pass it with --data).",
                error());
    }

    @Test
    void aMissingFileIsRejected() throws IOException {
        Files.delete(path.resolve("a.csv"));
        assertEquals("@/a.csv must exist, got none. Restore it: git checkout -- @", error());
    }

    @Test
    void aMissingOrDamagedListOfChecksumsIsRejected() throws IOException {
        var expected =
                "@/checksums.sha256 must list a.csv with its checksum, got nothing. Restore it: git"
                        + " checkout -- @";
        Files.writeString(path.resolve(DatasetFolder.CHECKSUMS), "none  a.csv\n");
        assertEquals(expected, error());
        Files.write(path.resolve(DatasetFolder.CHECKSUMS), new byte[] {(byte) 0xff, '\n'});
        assertEquals(expected, error());
        Files.delete(path.resolve(DatasetFolder.CHECKSUMS));
        assertEquals(expected, error());
    }
}
