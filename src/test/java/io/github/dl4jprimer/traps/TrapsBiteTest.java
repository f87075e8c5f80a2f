package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Runs every trap: a failure here means that DL4J has changed, for better or worse. */
class TrapsBiteTest {
    /** Id, what DL4J 1.0.0-M2.1 gives, what is right: numbers worked out by hand. */
    private static final String EXPECTED =
            """
            t-doubled-layer | 4 | 2
            t-doubled-lambda-layer | 4 | 2
            t-doubled-vertex | 4 | 2
            t-doubled-lambda-vertex | 4 | 2
            t-doubled-stack | 16 | 2
            t-doubled-attention | 2 | 1
            t-learned-attention | throws RuntimeException | [1, 2, 2]
            t-samediff-dropout | throws UnsupportedOperationException | 1
            t-samediff-gather | throws RuntimeException | 1
            t-samediff-negative-dimension | 0 | 6.5
            t-samediff-mmul-ranks | throws RuntimeException | 4
            t-adam-epsilon | 0.0759746927 | 0.0990099010
            t-amsgrad-epsilon | 0.0759746927 | 0.0990099010
            t-rmsprop-decay | 0.4472135330 | 0.9999999
            t-rmsprop-start | 1e-8 | 0
            t-adagrad-start | 1e-6 | 0
            t-adagrad-clone | NaN | 0.1
            t-nadam-first-step | 6.0083256543 | 0.1056451778
            t-adabelief-throws | throws ArrayIndexOutOfBoundsException | 0.1111111111
            t-poly-schedule | 0.15 | 0.05
            t-weight-decay-twice | 0.8 | 0.9
            t-l2-dropped | 0.05 | 0.2
            t-score-penalty | 0.25 | 0
            t-dropout-retains | 10 | 1.1111111111
            t-dropout-zero | 1 | 0
            t-sequence-loss-sum | 3.4657359028 | 0.6931471806
            t-class-weights | 1.3862943611 | 0.6931471806
            t-cross-entropy-clip | 23.0258509299 | 100
            t-binary-loss-sum | 1.3862943611 | 0.6931471806
            t-default-activation | sigmoid | identity
            t-default-updater | Sgd(0.001) | updater(...)
            t-default-seed | System.currentTimeMillis() | seed(...)
            t-merged-batches | 16 | 4
            t-best-score-zero | 0 | 0.0625
            t-stop-rule-skipped | 6 | 2
            t-hidden-failure | throws NullPointerException | throws DL4JInvalidInputException
            t-output-layer-axis | throws IllegalStateException | 4
            t-masked-pooling | throws IllegalStateException | 2
            t-embedding-inputs | 1 | 10
            t-kept-masks | throws IllegalStateException | 1
            t-gelu | 1.9356586259 | 1.9544997361
            t-precise-gelu | 1.9211157324 | 1.9545976941
            t-overwritten-argument | 0.9640275801 | 2
            t-double-softmax | NaN | 0.7310585786
            t-float-sum | 18963.400390625 | 19000.0002831221
            t-norm2 | 43.6066970825 | 43.5889900849
            t-triangle-of-one | 0 | 1
            t-interval-stride | throws IllegalStateException | 4
            t-slice-of-view | 0 | 2
            t-deserialisation | 1 | 0
            t-wordpiece-unknown | [磁, 盘] | [磁, 盘, [UNK]]
            t-wordpiece-mask | throws IllegalStateException | [disk, [MASK]]
            """;

    private static final Map<String, Evidence> EVIDENCE = new LinkedHashMap<>();

    @BeforeAll
    static void demonstrateAllOnce() {
        // The test runner keeps what is logged and prints it after the silence has ended.
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var level = log.getLevel();
        log.setLevel(Level.OFF);
        Traps.all().forEach(trap -> EVIDENCE.put(trap.id(), trap.demonstrate()));
        log.setLevel(level);
    }

    static List<String[]> expected() {
        return EXPECTED.lines().map(line -> line.split(" \\| ")).toList();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void itBitesWithTheseNumbers(String id, String dl4j, String right) {
        var evidence = EVIDENCE.get(id);
        assertTrue(evidence.bites(), () -> "DL4J has mended " + id + ": take the workaround out");
        assertSame(dl4j, evidence.dl4j(), id + ": DL4J");
        assertSame(right, evidence.right(), id + ": right");
    }

    private static void assertSame(String expected, Outcome actual, String what) {
        if (actual instanceof Outcome.Quantity quantity) {
            double number = Double.parseDouble(expected);
            double rounding = Double.isNaN(number) ? 1 : 1e-9 * Math.max(0.1, Math.abs(number));
            assertEquals(number, quantity.value(), rounding, what);
        } else if (actual instanceof Outcome.Failure failure) {
            assertEquals(expected, "throws " + failure.exception(), what);
        } else {
            assertEquals(expected, ((Outcome.Text) actual).value(), what);
        }
    }

    @Test
    void theTableNamesEveryTrapInTheOrderOfTheCatalogue() {
        assertEquals(
                Traps.all().stream().map(Trap::id).toList(),
                expected().stream().map(row -> row[0]).toList());
    }

    @Test
    void everyWayAroundGivesWhatIsRight() {
        var wrong = new ArrayList<String>();
        EVIDENCE.forEach(
                (id, evidence) ->
                        evidence.workaround()
                                .filter(outcome -> !outcome.agrees(evidence.right()))
                                .ifPresent(outcome -> wrong.add(id + ": " + outcome)));
        assertEquals(List.of(), wrong);
    }

    @Test
    void theseTrapsShowAWayAround() {
        var expected =
                """
                samediff-gather samediff-negative-dimension samediff-mmul-ranks adam-epsilon
                amsgrad-epsilon rmsprop-decay rmsprop-start adagrad-start adagrad-clone
                poly-schedule weight-decay-twice score-penalty dropout-retains sequence-loss-sum
                class-weights cross-entropy-clip binary-loss-sum merged-batches best-score-zero
                output-layer-axis masked-pooling embedding-inputs kept-masks
                overwritten-argument double-softmax float-sum norm2 triangle-of-one
                interval-stride slice-of-view deserialisation
                """;
        var shown =
                EVIDENCE.keySet().stream()
                        .filter(id -> EVIDENCE.get(id).workaround().isPresent())
                        .map(id -> id.substring("t-".length()))
                        .collect(Collectors.joining(" "));
        assertEquals(String.join(" ", expected.split("\\s+")), shown);
    }

    @Test
    void aFailureTellsWhatItsExceptionSaid() {
        var parts =
                Map.ofEntries(
                        Map.entry("t-learned-attention", "scatter_update"),
                        Map.entry("t-samediff-dropout", "does not have a derivative"),
                        Map.entry("t-samediff-gather", "Output array did not match expected shape"),
                        Map.entry("t-samediff-mmul-ranks", "matmul"),
                        Map.entry("t-adabelief-throws", "Index 1 out of bounds for length 1"),
                        Map.entry("t-hidden-failure", "\"bestModel\" is null"),
                        Map.entry("t-output-layer-axis", "input=[1, 3, 4] vs. label=[1, 2, 4]"),
                        Map.entry("t-masked-pooling", "x shape [1, 3, 1], y shape [1, 3]"),
                        Map.entry("t-kept-masks", "x shape [2, 1, 4], y shape [3, 4]"),
                        Map.entry(
                                "t-interval-stride",
                                "Interval(b=1,e=4,s=2) on array with size(1)=2"),
                        Map.entry(
                                "t-wordpiece-mask", "Invalid token/character encountered: \"[\""));
        Function<String, String> message =
                id -> ((Outcome.Failure) EVIDENCE.get(id).dl4j()).message();
        parts.forEach(
                (id, part) ->
                        assertTrue(
                                message.apply(id).contains(part),
                                () -> id + ": " + message.apply(id)));
        assertEquals(
                parts.size(),
                EVIDENCE.values().stream()
                        .filter(evidence -> evidence.dl4j() instanceof Outcome.Failure)
                        .count(),
                () -> Arrays.toString(parts.keySet().toArray()));
    }
}
