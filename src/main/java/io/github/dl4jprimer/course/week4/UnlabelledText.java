package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.bert.EncodingOptions;
import io.github.dl4jprimer.bert.TokenizerSettings;
import io.github.dl4jprimer.bert.VocabularyBuilder;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Datasets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Lines without labels as token ids, some of them held out to measure on.
 *
 * @param tokenizer its vocabulary is that of the lines
 * @param training {@code [CLS] line [SEP]}, a row each
 * @param heldOut likewise, never trained on
 */
record UnlabelledText(BertTokenizer tokenizer, List<int[]> training, List<int[]> heldOut) {
    /** What the setting {@code corpus} says for the text that ships with the course. */
    static final String SHIPPED = "alarm-logs-zh";

    private static final int HELD_OUT = 500;
    private static final int MIN_COUNT = 3;

    /**
     * Shuffles the lines, holds 500 of them out (of few lines, half), and takes as many of the
     * others as are asked for.
     *
     * @param lines all there are
     * @param vocabularyLines the vocabulary is made of the first so many of them, at most
     * @param count lines to train on, at most
     * @param length tokens after which a line is cut
     */
    static UnlabelledText of(
            List<String> lines, int vocabularyLines, int count, int length, long seed) {
        var shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        var tokenizer =
                new VocabularyBuilder(TokenizerSettings.uncased(), MIN_COUNT)
                        .tokenizer(lines.subList(0, Math.min(vocabularyLines, lines.size())));
        int held = Math.min(HELD_OUT, lines.size() / 2);
        int end = Math.min(lines.size(), held + count);
        return new UnlabelledText(
                tokenizer,
                ids(tokenizer, shuffled.subList(held, end), length),
                ids(tokenizer, shuffled.subList(0, held), length));
    }

    private static List<int[]> ids(BertTokenizer tokenizer, List<String> lines, int length) {
        var options = EncodingOptions.defaults().withMaxLength(length);
        return lines.parallelStream().map(line -> tokenizer.encode(line, options).ids()).toList();
    }

    /**
     * Reads the lines of a corpus; empty ones are left out.
     *
     * @param name {@link #SHIPPED}, which is the unlabelled operations text and the training alarms
     *     without their labels; or a file in UTF-8, a text a line
     * @throws BadInput if the file cannot be read or has less than two lines
     */
    static List<String> lines(String name) {
        if (name.equals(SHIPPED)) {
            var lines = new ArrayList<>(Datasets.alarmCorpus());
            lines.addAll(Datasets.alarms().train().texts());
            return lines;
        }
        try (var read = Files.lines(Path.of(name))) {
            var lines = read.filter(line -> !line.isBlank()).toList();
            if (lines.size() < 2) {
                throw new BadInput(
                        "corpus must have at least 2 lines, got %d (%s). Write one text a line."
                                .formatted(lines.size(), name));
            }
            return lines;
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(
                    "corpus must be a text file in UTF-8, got none that can be read (%s). Name a file with one text a line."
                            .formatted(name));
        }
    }
}
