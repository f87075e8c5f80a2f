package io.github.dl4jprimer.bert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a vocabulary from texts, for a model that is trained from scratch.
 *
 * <p>What it holds, in this order:
 *
 * <ol>
 *   <li>[PAD] [UNK] [CLS] [SEP] [MASK]
 *   <li>each word that occurs often enough; a Chinese character and a punctuation mark are words
 *   <li>each character of longer words that occurs often enough, as the beginning of a word and as
 *       its continuation ({@code a} and {@code ##a}), so that a rare word ({@code db-17x}, {@code
 *       2031}) falls into characters and not into [UNK]
 * </ol>
 *
 * <p>2 and 3 are one list, the most frequent first, equally frequent ones by code point: the same
 * texts give the same ids everywhere. This is no WordPiece training, which would also join
 * characters into frequent parts of words: in Chinese text there is little to join.
 *
 * @param settings of the tokenizer that will use the vocabulary
 * @param minCount occurrences a piece must have, at least 1; 2 leaves out accidents
 */
public record VocabularyBuilder(TokenizerSettings settings, int minCount) {

    /**
     * @throws IllegalArgumentException if {@code minCount} is below 1
     */
    public VocabularyBuilder {
        if (minCount < 1) {
            throw new IllegalArgumentException(
                    "minCount must be at least 1, got %d. 2 is usual.".formatted(minCount));
        }
    }

    /** Returns the tokenizer of the vocabulary of some texts. */
    public BertTokenizer tokenizer(List<String> texts) {
        return new BertTokenizer(build(texts), settings);
    }

    /** Returns the vocabulary of some texts; without a text, the special tokens alone. */
    public Vocabulary build(List<String> texts) {
        var counts = new HashMap<String, Integer>();
        var words = new BasicTokenizer(settings);
        for (var text : texts) {
            words.words(text).forEach(word -> count(word, counts));
        }
        var tokens = new ArrayList<String>();
        Arrays.stream(SpecialToken.values()).map(SpecialToken::text).forEach(tokens::add);
        counts.entrySet().stream()
                .filter(piece -> piece.getValue() >= minCount)
                .sorted(
                        Comparator.comparing(Map.Entry<String, Integer>::getValue)
                                .reversed()
                                .thenComparing(
                                        piece -> codePoints(piece.getKey()), Arrays::compare))
                .map(Map.Entry::getKey)
                .forEach(tokens::add);
        return Vocabulary.of(tokens);
    }

    /** Counts a word and, if it has several characters, each of them in both forms. */
    private static void count(String word, Map<String, Integer> counts) {
        int[] characters = codePoints(word);
        if (characters.length > WordPiece.LONGEST_WORD) {
            return; // it will be [UNK] whatever the vocabulary has
        }
        counts.merge(word, 1, Integer::sum);
        if (characters.length > 1) {
            for (int c : characters) {
                var character = Character.toString(c);
                counts.merge(character, 1, Integer::sum);
                counts.merge(Vocabulary.CONTINUATION + character, 1, Integer::sum);
            }
        }
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }
}
