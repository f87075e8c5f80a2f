package io.github.dl4jprimer.traps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deeplearning4j.text.tokenization.tokenizerfactory.BertWordPieceTokenizerFactory;

/**
 * DL4J's tokenizer for BERT, which knows neither [UNK] nor [MASK].
 *
 * <p>BERT splits at white space, punctuation and around each Chinese character, then cuts each word
 * into the longest pieces of the vocabulary, from the left; a word that cannot be cut is [UNK] as a
 * whole. Special tokens are taken out of the text before all that.
 *
 * <p>The tokenizer is in deeplearning4j-nlp, which a project that reuses this library need not
 * have: only these demonstrations touch it.
 *
 * @see <a href="https://arxiv.org/abs/1609.08144">Wu et al. 2016, section 4.1 (WordPiece)</a>
 */
final class TokenizerTraps {
    /** One token a line, as in BERT's {@code vocab.txt}. */
    private static final String VOCABULARY =
            """
            [UNK]
            [MASK]
            磁
            盘
            disk
            """;

    private TokenizerTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-wordpiece-unknown", TokenizerTraps::unknown),
                new Trap("t-wordpiece-mask", TokenizerTraps::mask));
    }

    /** The last character is not in the vocabulary. */
    private static Evidence unknown() {
        return Evidence.of(tokens("磁盘坏"), Outcome.of("[磁, 盘, [UNK]]"));
    }

    /** [MASK] is in the vocabulary, its brackets alone are not. */
    private static Evidence mask() {
        return Evidence.of(tokens("disk [MASK]"), Outcome.of("[disk, [MASK]]"));
    }

    /** Returns the tokens as a list in brackets, or the exception. */
    private static Outcome tokens(String text) {
        var vocabulary = new ByteArrayInputStream(VOCABULARY.getBytes(StandardCharsets.UTF_8));
        try {
            var tokenizers =
                    new BertWordPieceTokenizerFactory(
                            vocabulary, true, true, StandardCharsets.UTF_8);
            return Outcome.text(() -> tokenizers.create(text).getTokens().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
