package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.TextDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Pairs of alarm lines that say only whether the two are alike, half of them are.
 *
 * @param texts [2P], rows 2i and 2i+1 are the pair i
 * @param alike [P]
 */
record AlarmPairs(List<String> texts, List<Boolean> alike) {
    /** Copies the lists. */
    AlarmPairs {
        texts = List.copyOf(texts);
        alike = List.copyOf(alike);
    }

    /**
     * Draws pairs: alike are two lines of one class, unlike two of different ones.
     *
     * @param count P, at least 1
     */
    static AlarmPairs draw(TextDataset lines, int count, long seed) {
        var random = new Random(seed);
        int[] classes = lines.classes();
        var texts = new ArrayList<String>();
        var alike = new ArrayList<Boolean>();
        while (alike.size() < count) {
            int first = random.nextInt(classes.length);
            int second = random.nextInt(classes.length);
            boolean wanted = alike.size() % 2 == 0;
            if (first != second && wanted == (classes[first] == classes[second])) {
                texts.add(lines.examples().get(first).text());
                texts.add(lines.examples().get(second).text());
                alike.add(wanted);
            }
        }
        return new AlarmPairs(texts, alike);
    }

    /** Returns bags [2P, V] and labels [2P, 1], the same in both rows of a pair. */
    DataSet encode(CharacterNgrams ngrams) {
        float[][] labels = new float[texts.size()][1];
        for (int row = 0; row < labels.length; row++) {
            labels[row][0] = alike.get(row / 2) ? 1 : 0;
        }
        return new DataSet(ngrams.transform(texts), Nd4j.createFromArray(labels));
    }
}
