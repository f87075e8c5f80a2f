package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.data.TextDataset;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Alarm lines as rows of token ids, padded to one length, with the mask that says what is padding.
 *
 * <pre>
 * line   web-12 磁盘使用率 95%
 * token  web - 0 磁 盘 使 用 率 0 %       every Chinese character, Latin word and mark is a token
 * id     2  5 3 …                         a token's id is its place in the vocabulary
 * </pre>
 *
 * <p>Every number, time and address is the token 0: which number it is says nothing of the class,
 * and each would be a token of its own. Full-width letters and upper case are made plain.
 *
 * <p>So small a tokenizer fits on a page, and serves the models that are trained from scratch; BERT
 * has its own, which keeps numbers and cuts words into pieces: {@link
 * io.github.dl4jprimer.bert.BertTokenizer}.
 *
 * @param tokens by id; 0 is padding, 1 any token that is not in the list, 2 a hidden one
 * @param length T, tokens a line; longer lines are cut
 */
record AlarmTokens(List<String> tokens, int length) {
    /** The id that fills a line up. */
    static final int PADDING = 0;

    /** The id of a token that is not in the list. */
    static final int UNKNOWN = 1;

    /** The id that stands for a token which the model shall not see. */
    static final int HIDDEN = 2;

    private static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", "[MASK]");

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.:/-]\\p{Nd}+)*");
    private static final Pattern TOKEN = Pattern.compile("\\p{IsHan}|[a-z]+|[^\\sa-z]");

    /** Copies the list. */
    AlarmTokens {
        tokens = List.copyOf(tokens);
    }

    /**
     * Returns the tokens that occur in at least {@code minLines} lines, the most frequent first.
     */
    static AlarmTokens of(List<String> lines, int minLines, int length) {
        var counts = new TreeMap<String, Integer>();
        lines.forEach(
                line ->
                        new HashSet<>(split(line))
                                .forEach(token -> counts.merge(token, 1, Integer::sum)));
        var tokens =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= minLines)
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toList());
        tokens.addAll(0, SPECIAL);
        return new AlarmTokens(tokens, length);
    }

    /** Returns the tokens of a line, in order. */
    static List<String> split(String line) {
        var plain = Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return TOKEN.matcher(NUMBER.matcher(plain).replaceAll("0"))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Returns the number of different ids, V. */
    int size() {
        return tokens.size();
    }

    /** Returns the ids of a line, at least one and at most T. */
    int[] ids(String line) {
        return ids(line, index());
    }

    private int[] ids(String line, Map<String, Integer> index) {
        var split = split(line);
        return split.isEmpty()
                ? new int[] {UNKNOWN}
                : split.stream()
                        .limit(length)
                        .mapToInt(token -> index.getOrDefault(token, UNKNOWN))
                        .toArray();
    }

    private Map<String, Integer> index() {
        var index = new HashMap<String, Integer>();
        tokens.forEach(token -> index.put(token, index.size()));
        return index;
    }

    /** Returns the ids [N, T], one-hot labels [N, C] and the mask [N, T] of what is no padding. */
    DataSet encode(TextDataset data) {
        var index = index();
        int rows = data.size();
        int[] classes = data.classes();
        float[] ids = new float[rows * length];
        float[] mask = new float[rows * length];
        float[] labels = new float[rows * data.labels().size()];
        for (int i = 0; i < rows; i++) {
            int[] line = ids(data.examples().get(i).text(), index);
            for (int t = 0; t < line.length; t++) {
                ids[i * length + t] = line[t];
                mask[i * length + t] = 1;
            }
            labels[i * data.labels().size() + classes[i]] = 1;
        }
        return new DataSet(
                Nd4j.create(ids, new long[] {rows, length}, 'c'),
                Nd4j.create(labels, new long[] {rows, data.labels().size()}, 'c'),
                Nd4j.create(mask, new long[] {rows, length}, 'c'),
                null);
    }
}
