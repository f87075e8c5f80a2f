package io.github.dl4jprimer.notebook.kernel;

import io.github.dl4jprimer.language.Language;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where Jupyter looks for kernels on this machine, and which of its programs there are.
 *
 * @param environment the environment variables
 * @param system name of the operating system, as Java has it
 * @param home the user's folder
 * @see <a href="https://docs.jupyter.org/en/latest/use/jupyter-directories.html">Jupyter's
 *     directories</a>
 */
public record JupyterInstallation(Map<String, String> environment, String system, Path home) {
    private static final List<String> FRONTENDS = List.of("jupyter-lab", "jupyter-notebook");

    /** Copies the variables. */
    public JupyterInstallation {
        environment = Map.copyOf(environment);
    }

    /** Returns this machine's. */
    public static JupyterInstallation ofThisMachine() {
        return new JupyterInstallation(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
    }

    /**
     * Returns the folder of the user's own kernels: {@code JUPYTER_DATA_DIR} if it is set, else
     * what is usual on the system.
     */
    public Path userKernels() {
        return dataFolder().resolve("kernels");
    }

    /** Returns the folder of kernels below a prefix, such as that of a Python environment. */
    public static Path kernelsBelow(Path prefix) {
        return prefix.resolve("share").resolve("jupyter").resolve("kernels");
    }

    private Path dataFolder() {
        var own = environment.get("JUPYTER_DATA_DIR");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (name.contains("windows")) {
            var data = environment.get("APPDATA");
            return (data == null ? home : Path.of(data)).resolve("jupyter");
        }
        var data = environment.get("XDG_DATA_HOME");
        var share = data == null || data.isBlank() ? home.resolve(".local/share") : Path.of(data);
        return share.resolve("jupyter");
    }

    /** Returns JupyterLab and Notebook, those of them that are on the {@code PATH}. */
    public List<String> frontends() {
        var folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        return FRONTENDS.stream()
                .filter(
                        name ->
                                Arrays.stream(folders)
                                        .filter(folder -> !folder.isBlank())
                                        .map(folder -> Path.of(folder, name))
                                        .anyMatch(Files::isExecutable))
                .toList();
    }

    /** Returns what to do where neither is found. */
    public static List<String> howToInstall(Language language) {
        return List.of(
                language.choose(
                        "没有找到 JupyterLab 或 Notebook。三选一：",
                        "Neither JupyterLab nor Notebook is on the PATH. One of:"),
                "  apt-get install jupyter-notebook",
                "  pip install jupyterlab",
                "  conda install -c conda-forge jupyterlab",
                language.choose(
                        "不装也行：./primer notebooks run 直接执行，结果在 target/notebooks。",
                        "Or do without: ./primer notebooks run executes them into"
                                + " target/notebooks."));
    }
}
