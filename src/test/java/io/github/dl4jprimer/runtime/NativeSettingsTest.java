package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.NativeSettings.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NativeSettingsTest {
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
    private static final NativeLibraries BOTH = libraries("onednn-avx2", "onednn-avx512");
    private static final Set<String> AVX512 =
            Set.of("avx2", "fma", "avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");
    private static final Processor ZEN5 = processor("AuthenticAMD", AVX512);
    private static final Processor XEON = processor("GenuineIntel", AVX512);
    private static final Processor ZEN2 = processor("AuthenticAMD", Set.of("avx2", "fma"));
    private static final Processor OLD = processor("GenuineIntel", Set.of("sse2"));

    private static Processor processor(String vendor, Set<String> features) {
        return new Processor("linux-x86_64", vendor, "test", features, 8);
    }

    private static NativeLibraries libraries(String... builds) {
        return new NativeLibraries(Set.of(builds), false);
    }

    private static NativeSettings choose(Processor processor, Map<String, String> environment) {
        return NativeSettings.choose(processor, BOTH, environment, Map.of());
    }

    @Test
    void theFastestBuildThatRunsIsChosen() {
        assertEquals("-onednn-avx512", choose(ZEN5, Map.of()).properties().get(EXTENSION));
        assertEquals("-onednn-avx2", choose(ZEN2, Map.of()).properties().get(EXTENSION));
        assertNull(choose(OLD, Map.of()).properties().get(EXTENSION));
    }

    @Test
    void aBuildThatIsNotOnTheClassPathIsNotChosen() {
        var settings = NativeSettings.choose(ZEN5, libraries("onednn-avx2"), Map.of(), Map.of());
        assertEquals("-onednn-avx2", settings.properties().get(EXTENSION));
        assertNull(
                NativeSettings.choose(ZEN5, libraries(), Map.of(), Map.of())
                        .properties()
                        .get(EXTENSION));
    }

    @Test
    void openBlasIsToldItsCoreTypeOnlyWhereItMisjudgesTheProcessor() {
        assertEquals("SKYLAKEX", choose(ZEN5, Map.of()).environment().get("OPENBLAS_CORETYPE"));
        assertFalse(choose(XEON, Map.of()).environment().containsKey("OPENBLAS_CORETYPE"));
        assertFalse(choose(ZEN2, Map.of()).environment().containsKey("OPENBLAS_CORETYPE"));
    }

    @Test
    void nd4jsCachesAreReplacedOnProcessorsAndLeftAloneOnGraphicsCards() {
        var properties = choose(ZEN5, Map.of()).properties();
        assertEquals(ShapeCache.class.getName(), properties.get("shapeinfoprovider"));
        assertEquals(PreparedExecutioner.class.getName(), properties.get("opexec"));
        var withGpu =
                NativeSettings.choose(
                        ZEN5, new NativeLibraries(Set.of(), true), Map.of(), Map.of());
        assertFalse(withGpu.properties().containsKey("shapeinfoprovider"));
        assertFalse(withGpu.properties().containsKey("opexec"));
    }

    @Test
    void threadsFollowTheCoresUnlessTheUserSaysOtherwise() {
        assertEquals("8", choose(ZEN5, Map.of()).environment().get("OMP_NUM_THREADS"));
        assertEquals(
                "3",
                choose(ZEN5, Map.of("PRIMER_THREADS", "3")).environment().get("OMP_NUM_THREADS"));
        assertEquals("8", productThreads(Map.of()));
        assertEquals("3", productThreads(Map.of("PRIMER_THREADS", "3")));
        assertEquals("5", productThreads(Map.of("OMP_NUM_THREADS", "5")));
        assertEquals("3", productThreads(Map.of("PRIMER_THREADS", "3", "OMP_NUM_THREADS", "5")));
    }

    private static String productThreads(Map<String, String> environment) {
        return choose(ZEN5, environment).environment().get("OPENBLAS_NUM_THREADS");
    }

    @Test
    void whatTheUserHasSetIsLeftAlone() {
        var settings = choose(ZEN5, Map.of("OMP_WAIT_POLICY", "active"));
        assertFalse(settings.environment().containsKey("OMP_WAIT_POLICY"));
        var wait = new Reason("OMP_WAIT_POLICY=active", "由您设置", "set by you");
        assertTrue(settings.reasons().contains(wait));
        assertEquals("OMP_WAIT_POLICY=active (set by you)", wait.line(Language.EN));
        assertEquals("OMP_WAIT_POLICY=active（由您设置）", wait.line(Language.ZH));
        var given = NativeSettings.choose(ZEN5, BOTH, Map.of(), Map.of(EXTENSION, "-avx2"));
        assertFalse(given.properties().containsKey(EXTENSION));
    }

    @Test
    void anOverrideThatCannotBeFollowedIsRefused() {
        assertEquals(
                "PRIMER_THREADS must be a number from 1 to 9999, got many. Unset it.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> choose(ZEN5, Map.of("PRIMER_THREADS", "many")))
                        .getMessage());
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> choose(ZEN5, Map.of("PRIMER_BUILD", "cuda")));
        assertTrue(error.getMessage().startsWith("PRIMER_BUILD must be base or one of"));
    }

    @Test
    void theBaseBuildCanBeAskedFor() {
        assertNull(choose(ZEN5, Map.of("PRIMER_BUILD", "base")).properties().get(EXTENSION));
    }

    @Test
    void processorInformationOfLinuxIsRead() {
        var lines =
                List.of(
                        "vendor_id\t: AuthenticAMD",
                        "model name\t: AMD EPYC 9965",
                        "flags\t\t: fpu avx2 fma avx512f avx512cd avx512bw avx512dq avx512vl");
        var processor = Processor.parse("linux-x86_64", lines, 2);
        assertEquals("AuthenticAMD", processor.vendor());
        assertEquals("AMD EPYC 9965", processor.model());
        assertTrue(processor.hasAvx512() && processor.hasAvx2());
        var unknown = Processor.parse("macosx-arm64", List.of(), 8);
        assertEquals("macosx-arm64", unknown.model());
        assertFalse(unknown.hasAvx2());
    }
}
