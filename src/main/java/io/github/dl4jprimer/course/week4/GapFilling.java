package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.bert.SpecialToken;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.PaddedTokens;
import io.github.dl4jprimer.report.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a masked language model writes into the gaps of a line.
 *
 * <pre>
 * 磁[MASK]写满 → 盘 0.98, 带 0.01         p = softmax(logits at the gap), the likeliest first
 * </pre>
 */
final class GapFilling {
    private GapFilling() {}

    /**
     * A token for a gap.
     *
     * @param token from the vocabulary
     * @param probability that the model gives it there
     */
    record Guess(String token, double probability) {
        @Override
        public String toString() {
            return token + " " + Numbers.significant(probability, 2);
        }
    }

    /**
     * Returns the line.
     *
     * @throws BadInput if it has no gap
     */
    static String check(String line) {
        if (!line.contains(SpecialToken.MASK.text())) {
            throw withoutGap(line);
        }
        return line;
    }

    /**
     * Returns the likeliest tokens for the first gap of a line, the likeliest first.
     *
     * @param line with a {@code [MASK]} in it
     * @throws BadInput if it has none, or only behind the model's last position
     */
    static List<Guess> guesses(PretrainedEncoder encoder, String line, int count) {
        int[] ids = encoder.ids(line);
        int gap = encoder.tokenizer().vocabulary().id(SpecialToken.MASK);
        int place =
                IntStream.range(0, ids.length)
                        .filter(t -> ids[t] == gap)
                        .findFirst()
                        .orElseThrow(() -> withoutGap(line));
        var batch = PaddedTokens.of(List.of(ids));
        var network = encoder.network();
        INDArray output = network.output(false, new INDArray[] {batch.ids()}, null, null)[0];
        double[] probabilities = output.slice(0).getRow(place).toDoubleVector();
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -probabilities[id]))
                .limit(count)
                .map(id -> new Guess(token(encoder, id), probabilities[id]))
                .toList();
    }

    private static BadInput withoutGap(String line) {
        return new BadInput(
                "sentence must have [MASK] in its first part, got \"%s\". Write it where a token is to be guessed."
                        .formatted(line));
    }

    private static String token(PretrainedEncoder encoder, int id) {
        return encoder.tokenizer().vocabulary().token(id);
    }

    /** Returns the likeliest tokens with their probabilities as one text. */
    static String told(PretrainedEncoder encoder, String line, int count) {
        return guesses(encoder, line, count).stream()
                .map(Guess::toString)
                .collect(Collectors.joining(", "));
    }
}
