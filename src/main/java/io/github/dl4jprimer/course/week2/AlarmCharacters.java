package io.github.dl4jprimer.course.week2;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Alarm lines as sequences of character numbers, labels one place ahead of the inputs.
 *
 * <pre>
 * line    磁 盘 满
 * input   ↵ 磁 盘 满
 * label   磁 盘 满 ↵
 * </pre>
 *
 * <p>Every number, time and address is 0, so that the model need not guess digits; what is rare is
 * one unknown character.
 *
 * @param characters by their number: 0 the line end, 1 the unknown one, then the most frequent
 * @param length T, characters a sequence; longer lines are cut, shorter ones padded and masked
 */
record AlarmCharacters(List<String> characters, int length) {
    /** The number of the line end, which also begins each input. */
    static final int LINE_END = 0;

    /** The number of the unknown character. */
    static final int UNKNOWN = 1;

    /** Returns the characters that occur at least {@code minCount} times in the lines. */
    static AlarmCharacters of(List<String> lines, int minCount, int length) {
        var counts = new TreeMap<String, Integer>();
        lines.forEach(line -> split(line).forEach(one -> counts.merge(one, 1, Integer::sum)));
        var frequent =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= minCount)
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(Map.Entry::getKey);
        var all = frequent.collect(Collectors.toList());
        all.add(LINE_END, "↵");
        all.add(UNKNOWN, "□");
        return new AlarmCharacters(List.copyOf(all), length);
    }

    /** Returns the number of characters, V. */
    int size() {
        return characters.size();
    }

    /** Returns inputs [N, T], labels [N, 1, T] and the mask [N, T] of the characters that count. */
    DataSet encode(List<String> lines) {
        var numbers = new HashMap<String, Integer>();
        characters.forEach(each -> numbers.put(each, numbers.size()));
        float[][] inputs = new float[lines.size()][length];
        float[][][] labels = new float[lines.size()][1][length];
        float[][] mask = new float[lines.size()][length];
        for (int i = 0; i < inputs.length; i++) {
            var line = split(lines.get(i));
            int steps = Math.min(length, line.size() + 1);
            for (int t = 0; t < steps; t++) {
                inputs[i][t] = t == 0 ? LINE_END : number(numbers, line.get(t - 1));
                labels[i][0][t] = t == line.size() ? LINE_END : number(numbers, line.get(t));
                mask[i][t] = 1;
            }
        }
        return new DataSet(
                Nd4j.createFromArray(inputs),
                Nd4j.createFromArray(labels),
                Nd4j.createFromArray(mask),
                Nd4j.createFromArray(mask));
    }

    /**
     * Returns the perplexity, on some lines, of guessing by the characters' frequency in others.
     */
    double frequencyPerplexity(List<String> training, List<String> lines) {
        double[] counts = counts(encode(training));
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i]++; // none is impossible
            total += counts[i];
        }
        double[] seen = counts(encode(lines));
        double surprise = 0;
        double tokens = 0;
        for (int i = 0; i < seen.length; i++) {
            surprise -= seen[i] * Math.log(counts[i] / total);
            tokens += seen[i];
        }
        return Math.exp(surprise / tokens);
    }

    private double[] counts(DataSet data) {
        double[] counts = new double[size()];
        double[] labels = data.getLabels().data().asDouble();
        double[] mask = data.getLabelsMaskArray().data().asDouble();
        for (int i = 0; i < labels.length; i++) {
            counts[(int) labels[i]] += mask[i];
        }
        return counts;
    }

    private static int number(Map<String, Integer> numbers, String character) {
        return numbers.getOrDefault(character, UNKNOWN);
    }

    private static List<String> split(String line) {
        return line.replaceAll("\\p{Nd}+([.:/-]\\p{Nd}+)*", "0")
                .codePoints()
                .mapToObj(Character::toString)
                .toList();
    }
}
