package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsFolderTest {
    @TempDir Path root;

    private Path sets(String at) throws IOException {
        var iris = Files.createDirectories(root.resolve(at).resolve("iris"));
        Files.writeString(iris.resolve("iris.csv"), "");
        return root.resolve(at);
    }

    @Test
    void aConfiguredFolderWinsAndThePropertyBeforeTheEnvironment() throws IOException {
        var property = sets("p").toString();
        var environment = sets("e").toString();
        sets("here/datasets");
        var here = root.resolve("here");
        assertEquals(root.resolve("p"), DatasetsFolder.find(property, environment, here, root));
        assertEquals(root.resolve("e"), DatasetsFolder.find(null, environment, here, root));
    }

    @Test
    void theFolderIsFoundFromBelowAndFromTheJar() throws IOException {
        var sets = sets("project/datasets");
        var inside = root.resolve("project/src/main");
        assertEquals(sets, DatasetsFolder.find(null, null, inside, root));
        var jar = root.resolve("project/target/dl4j-primer.jar");
        assertEquals(sets, DatasetsFolder.find(null, null, root.resolve("elsewhere"), jar));
    }

    @Test
    void aFolderWithoutTheSetsIsRejected() {
        var property =
                assertThrows(
                        BadInput.class, () -> DatasetsFolder.find("nowhere", null, root, root));
        assertEquals(
                "the system property primer.datasets must name a folder that holds iris/iris.csv,"
                        + " got nowhere. Point it at the project's datasets folder.",
                property.getMessage());
        var none = assertThrows(BadInput.class, () -> DatasetsFolder.find(null, null, root, root));
        assertEquals(
                "the folder datasets must be in @ or above it, got none. Set PRIMER_DATASETS (or"
                        + " -Dprimer.datasets) to it.",
                none.getMessage().replace(root.toString(), "@"));
    }
}
