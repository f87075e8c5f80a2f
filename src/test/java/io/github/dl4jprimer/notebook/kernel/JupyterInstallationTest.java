package io.github.dl4jprimer.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JupyterInstallationTest {
    private static final Path HOME = Path.of("/home/学员");

    private static Path kernels(String system, Map<String, String> environment) {
        return new JupyterInstallation(environment, system, HOME).userKernels();
    }

    @Test
    void eachSystemHasItsOwnFolder() {
        assertEquals(HOME.resolve(".local/share/jupyter/kernels"), kernels("Linux", Map.of()));
        assertEquals(HOME.resolve("Library/Jupyter/kernels"), kernels("Mac OS X", Map.of()));
        assertEquals(
                Path.of("/appdata/jupyter/kernels"),
                kernels("Windows 11", Map.of("APPDATA", "/appdata")));
    }

    @Test
    void variablesMoveTheFolder() {
        assertEquals(
                Path.of("/share/jupyter/kernels"),
                kernels("Linux", Map.of("XDG_DATA_HOME", "/share")));
        assertEquals(
                Path.of("/own/kernels"),
                kernels("Linux", Map.of("JUPYTER_DATA_DIR", "/own", "XDG_DATA_HOME", "/share")));
        assertEquals(
                Path.of("/own/kernels"), kernels("Mac OS X", Map.of("JUPYTER_DATA_DIR", "/own")));
        assertEquals(
                HOME.resolve(".local/share/jupyter/kernels"),
                kernels("Linux", Map.of("JUPYTER_DATA_DIR", " ", "XDG_DATA_HOME", "")));
    }

    @Test
    void aPrefixIsThatOfAPythonEnvironment() {
        assertEquals(
                Path.of("/env/share/jupyter/kernels"),
                JupyterInstallation.kernelsBelow(Path.of("/env")));
    }

    @Test
    void frontendsAreLookedForOnThePath(@TempDir Path folder) throws IOException {
        var path = Map.of("PATH", "/nowhere" + File.pathSeparator + File.pathSeparator + folder);
        var machine = new JupyterInstallation(path, "Linux", HOME);
        assertEquals(List.of(), machine.frontends());
        executable(folder.resolve("jupyter-notebook"));
        assertEquals(List.of("jupyter-notebook"), machine.frontends());
        executable(folder.resolve("jupyter-lab"));
        assertEquals(List.of("jupyter-lab", "jupyter-notebook"), machine.frontends());
        assertEquals(List.of(), new JupyterInstallation(Map.of(), "Linux", HOME).frontends());
    }

    private static void executable(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    @Test
    void whatToDoWithoutJupyterIsSaidInBothLanguages() {
        var chinese = JupyterInstallation.howToInstall(Language.ZH);
        var english = JupyterInstallation.howToInstall(Language.EN);
        assertEquals(chinese.subList(1, 4), english.subList(1, 4));
        assertEquals(
                List.of(
                        "  apt-get install jupyter-notebook",
                        "  pip install jupyterlab",
                        "  conda install -c conda-forge jupyterlab"),
                english.subList(1, 4));
        assertEquals("没有找到 JupyterLab 或 Notebook。三选一：", chinese.get(0));
        assertEquals("Neither JupyterLab nor Notebook is on the PATH. One of:", english.get(0));
    }
}
