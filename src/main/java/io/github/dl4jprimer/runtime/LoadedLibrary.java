package io.github.dl4jprimer.runtime;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/** Functions of the native libraries that ND4J has loaded and gives no access to. */
final class LoadedLibrary {
    /**
     * The dynamic linker's RTLD_LAZY alone. JNA's own choice, RTLD_GLOBAL, lets one OpenBLAS take
     * functions of another that is loaded beside it, and the next product crashes.
     */
    private static final int LAZY = 1;

    private LoadedLibrary() {}

    /**
     * Returns a loaded library.
     *
     * @param name without {@code lib} and what follows, for example {@code gomp}
     * @param functions those to call
     */
    static <T extends Library> Optional<T> named(String name, Class<T> functions) {
        return Loader.getLoadedLibraries().values().stream()
                .filter(file -> file.matches(".*[/\\\\](lib)?" + name + "[.-][^/\\\\]*"))
                .findFirst()
                .map(file -> Native.load(file, functions, Map.of(Library.OPTION_OPEN_FLAGS, LAZY)));
    }
}
