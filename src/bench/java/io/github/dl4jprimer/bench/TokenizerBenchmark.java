package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.bert.EncodingOptions;
import io.github.dl4jprimer.bert.RustTokenizer;
import io.github.dl4jprimer.bert.TokenizerCases;
import io.github.dl4jprimer.data.Datasets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The tokenizer against HuggingFace's Rust library on one thread each: alarm lines one by one, and
 * many of them in one text, where what a call of the library costs does not count.
 *
 * <p>Both make whole encodings; the library's has offsets, too, and passes through JNI, as any Java
 * program gets it.
 *
 * <p>The two take turns round by round, and who begins changes, so that whatever else the machine
 * does falls on both alike. The target is a ratio of at least 1.
 */
public final class TokenizerBenchmark {
    private static final int ROUNDS = 20;
    private static final int LINES = 4_000;
    private static final int LINES_A_TEXT = 200;

    private static final EncodingOptions PLAIN = EncodingOptions.defaults().withoutSpecialTokens();

    private TokenizerBenchmark() {}

    /** Runs the benchmark; no arguments. */
    public static void main(String[] arguments) {
        System.out.printf(
                "%-11s %14s %14s %s%n", "texts", "ours chars/s", "Rust chars/s", "ratio (min-max)");
        for (var cased : new boolean[] {false, true}) {
            var ours = TokenizerCases.tokenizer(cased);
            try (var rust = new RustTokenizer(TokenizerCases.vocabulary(), cased)) {
                var name = cased ? " cased" : "";
                compare(
                        "lines" + name,
                        texts(1),
                        text -> ours.encode(text, PLAIN).ids(),
                        rust::ids);
                compare(
                        "long" + name,
                        texts(LINES_A_TEXT),
                        text -> ours.encode(text, PLAIN).ids(),
                        rust::ids);
            }
        }
    }

    private static List<String> texts(int linesEach) {
        var corpus = Datasets.alarmCorpus();
        var lines = corpus.subList(0, Math.min(LINES, corpus.size()));
        var texts = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i += linesEach) {
            var end = Math.min(i + linesEach, lines.size());
            texts.add(String.join("\n", lines.subList(i, end)));
        }
        return texts;
    }

    private static void check(
            List<String> texts, Function<String, int[]> ours, Function<String, int[]> rust) {
        for (var text : texts) {
            if (!Arrays.equals(ours.apply(text), rust.apply(text))) {
                throw new IllegalStateException("the two differ: " + text);
            }
        }
    }

    private static void compare(
            String name,
            List<String> texts,
            Function<String, int[]> ours,
            Function<String, int[]> rust) {
        check(texts, ours, rust);
        var our = new double[ROUNDS];
        var their = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                our[round] = charactersASecond(texts, ours);
            }
            their[round] = charactersASecond(texts, rust);
            if (round % 2 == 1) {
                our[round] = charactersASecond(texts, ours);
            }
        }
        // The first half warms up.
        var ratios = new double[ROUNDS / 2];
        Arrays.setAll(ratios, i -> our[ROUNDS / 2 + i] / their[ROUNDS / 2 + i]);
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%-11s %14.0f %14.0f %.2f (%.2f-%.2f)%n",
                name,
                median(our),
                median(their),
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private static double charactersASecond(List<String> texts, Function<String, int[]> tokenizer) {
        long characters = 0;
        long tokens = 0;
        long start = System.nanoTime();
        for (var text : texts) {
            tokens += tokenizer.apply(text).length;
            characters += text.length();
        }
        long nanoseconds = System.nanoTime() - start;
        if (tokens == 0) {
            throw new IllegalStateException("no tokens");
        }
        return characters * 1e9 / nanoseconds;
    }

    private static double median(double[] rounds) {
        var second = Arrays.copyOfRange(rounds, rounds.length / 2, rounds.length);
        Arrays.sort(second);
        return second[second.length / 2];
    }
}
