package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.bert.RustTokenizer;
import io.github.dl4jprimer.bert.TokenizerCases;
import io.github.dl4jprimer.data.alarms.AlarmLogGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The tokenizer against HuggingFace's Rust library on one thread each: short alarm lines, as people
 * log them, and long texts, where the library's cost a call does not count.
 *
 * <p>The two take turns round by round, and who begins changes, so that whatever else the machine
 * does falls on both alike. The target is a ratio of at least 1.
 */
public final class TokenizerBenchmark {
    private static final int ROUNDS = 40;
    private static final int CHARACTERS = 400_000;
    private static final int LINES_A_TEXT = 200;

    private TokenizerBenchmark() {}

    /** Runs the benchmark; no arguments. */
    public static void main(String[] arguments) {
        System.out.printf("%-8s %14s %14s %s%n", "texts", "ours chars/s", "Rust chars/s", "ratio");
        var ours = TokenizerCases.tokenizer(false);
        try (var rust = new RustTokenizer(TokenizerCases.vocabulary(), false)) {
            for (int lines : new int[] {1, LINES_A_TEXT}) {
                compare(lines == 1 ? "lines" : "long", texts(lines), ours::ids, rust::ids);
            }
        }
    }
}
