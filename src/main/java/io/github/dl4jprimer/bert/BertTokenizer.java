package io.github.dl4jprimer.bert;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * BERT's tokenizer: text to the ids that a BERT model was trained on, and back.
 *
 * <pre>{@code
 * var tokenizer = BertTokenizer.load(Path.of("bert-base-chinese"));
 * tokenizer.tokenize("磁盘使用率超过95%"); // 磁 盘 使 用 率 超 过 95 %
 * tokenizer.encode("磁盘已满").ids();      // [CLS] 磁 盘 已 满 [SEP]
 * }</pre>
 *
 * <p>Gives what HuggingFace's {@code BertTokenizer} gives. It keeps no state, so that threads may
 * share one.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018, section 3</a>
 */
public final class BertTokenizer {
    /** Before what HuggingFace takes the space out of decoded text: marks, and English endings. */
    private static final Pattern SPACE_BEFORE_MARK = Pattern.compile(" (?=[.?!,])");

    private static final Pattern SPACE_BEFORE_ENDING = Pattern.compile(" (?=n't|'(?:m|s|ve|re))");

    private final Vocabulary vocabulary;
    private final TokenizerSettings settings;
    private final BasicTokenizer basic;
    private final WordPiece pieces;

    /** Creates a tokenizer. */
    public BertTokenizer(Vocabulary vocabulary, TokenizerSettings settings) {
        this.vocabulary = vocabulary;
        this.settings = settings;
        basic = new BasicTokenizer(settings);
        pieces = new WordPiece(vocabulary);
    }

    /**
     * Loads {@code vocab.txt} and, if it is there, {@code tokenizer_config.json} of a HuggingFace
     * directory.
     *
     * @throws BadInput if a file cannot be used
     */
    public static BertTokenizer load(Path directory) {
        var vocabulary = Vocabulary.read(directory.resolve("vocab.txt"));
        var config = directory.resolve("tokenizer_config.json");
        return new BertTokenizer(
                vocabulary,
                Files.exists(config)
                        ? TokenizerSettings.read(config)
                        : TokenizerSettings.uncased());
    }

    /**
     * Writes the two files that {@link #load} reads.
     *
     * @param maxLength the longest sequence the model takes, for other programs
     * @throws IOException if the directory cannot be written
     */
    public void save(Path directory, int maxLength) throws IOException {
        TokenizerFiles.write(directory, this, maxLength);
    }

    /** Returns the vocabulary. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Returns what it leaves of a text. */
    public TokenizerSettings settings() {
        return settings;
    }

    /** Returns the tokens of a text, without [CLS] and [SEP]. */
    public List<String> tokenize(String text) {
        return Arrays.stream(ids(text)).mapToObj(vocabulary::token).toList();
    }

    /** Returns the ids of a text's tokens, without [CLS] and [SEP]. */
    public int[] ids(String text) {
        var ids = new IdList();
        int start = 0;
        for (int i = text.indexOf('['); i >= 0; i = text.indexOf('[', i)) {
            var special = SpecialToken.at(text, i);
            if (special == null) {
                i++;
                continue;
            }
            append(text.substring(start, i), ids);
            ids.add(vocabulary.id(special));
            i += special.text().length();
            start = i;
        }
        append(text.substring(start), ids);
        return ids.toArray();
    }

    private void append(String text, IdList ids) {
        for (var word : basic.words(text)) {
            pieces.append(word, ids);
        }
    }

    /** Returns {@code [CLS] text [SEP]}. */
    public Encoding encode(String text) {
        return encode(text, EncodingOptions.defaults());
    }

    /** Returns {@code [CLS] text [SEP]}, cut and padded. */
    public Encoding encode(String text, EncodingOptions options) {
        return encode(ids(text), null, options);
    }

    /** Returns {@code [CLS] first [SEP] second [SEP]}, cut and padded. */
    public Encoding encode(String first, String second, EncodingOptions options) {
        return encode(ids(first), ids(second), options);
    }

    /** Returns texts one by one, all padded to the length of the longest. */
    public List<Encoding> encodeAll(List<String> texts, EncodingOptions options) {
        var encodings = texts.stream().map(text -> encode(text, options)).toList();
        int longest = encodings.stream().mapToInt(Encoding::length).max().orElse(0);
        return encodings.stream().map(one -> one.padded(longest, vocabulary)).toList();
    }

    private Encoding encode(int[] first, int[] second, EncodingOptions options) {
        int special = !options.specialTokens() ? 0 : second == null ? 2 : 3;
        int room = options.maxLength() - special;
        if (room < 0) {
            throw new IllegalArgumentException(
                    "maxLength must have room for the %d special tokens, got %d. Allow more tokens."
                            .formatted(special, options.maxLength()));
        }
        int secondLength = second == null ? 0 : second.length;
        int kept = options.truncation().keptOfFirst(first.length, secondLength, room);
        int keptSecond = Math.min(secondLength, room - kept);
        int firstSegment = kept + Math.min(special, 2);
        var ids = new int[kept + keptSecond + special];
        if (special > 0) {
            ids[0] = vocabulary.id(SpecialToken.CLS);
            ids[firstSegment - 1] = vocabulary.id(SpecialToken.SEP);
            ids[ids.length - 1] = vocabulary.id(SpecialToken.SEP);
        }
        System.arraycopy(first, 0, ids, Math.min(special, 1), kept);
        var segments = new int[ids.length];
        if (second != null) {
            System.arraycopy(second, 0, ids, firstSegment, keptSecond);
            // Like HuggingFace: without [SEP] both texts are one segment.
            Arrays.fill(segments, firstSegment, ids.length, Math.min(special, 1));
        }
        var encoding = Encoding.of(ids, segments, vocabulary);
        // Like HuggingFace: a sequence of nothing at all stays empty.
        return ids.length == 0 ? encoding : encoding.padded(options.padded(ids.length), vocabulary);
    }

    /**
     * Returns the text of some ids, with spaces between words and none before marks.
     *
     * @param skipSpecial whether special tokens are left out, [UNK] and [MASK] too
     * @throws IllegalArgumentException if an id is not in the vocabulary
     */
    public String decode(int[] ids, boolean skipSpecial) {
        var words =
                Arrays.stream(ids)
                        .filter(id -> !skipSpecial || !vocabulary.isSpecial(id))
                        .mapToObj(vocabulary::token)
                        .collect(Collectors.joining(" "))
                        .replace(" " + Vocabulary.CONTINUATION, "")
                        .strip();
        var marked = SPACE_BEFORE_MARK.matcher(words).replaceAll("").replace(" ' ", "'");
        return SPACE_BEFORE_ENDING.matcher(marked).replaceAll("");
    }
}
