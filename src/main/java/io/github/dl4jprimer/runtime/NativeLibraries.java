package io.github.dl4jprimer.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of ND4J's native side is on the class path.
 *
 * @param builds the accelerated libnd4j builds for this platform, such as {@code onednn-avx2}
 * @param hasGpuBackend whether ND4J would compute on a graphics card
 */
record NativeLibraries(Set<String> builds, boolean hasGpuBackend) {
    private static final List<String> ACCELERATED =
            List.of("onednn-avx512", "onednn-avx2", "avx512", "avx2");

    NativeLibraries {
        builds = Set.copyOf(builds);
    }

    /** Looks for the builds that {@code processor}'s platform has. */
    static NativeLibraries find(Processor processor) {
        var loader = NativeLibraries.class.getClassLoader();
        var builds = new LinkedHashSet<String>();
        for (var build : ACCELERATED) {
            var library =
                    "org/nd4j/linalg/cpu/nativecpu/bindings/%s-%s/libnd4jcpu.so"
                            .formatted(processor.platform(), build);
            if (loader.getResource(library) != null) {
                builds.add(build);
            }
        }
        return new NativeLibraries(
                builds, loader.getResource("org/nd4j/linalg/jcublas/JCublasBackend.class") != null);
    }
}
