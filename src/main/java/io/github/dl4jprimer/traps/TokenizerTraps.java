package io.github.dl4jprimer.traps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deeplearning4j.text.tokenization.tokenizerfactory.BertWordPieceTokenizerFactory;

/** DL4J's tokenizer for BERT, which knows neither [UNK] nor [MASK]. */
final class TokenizerTraps {
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

    private static Evidence mask() {
        return Evidence.of(tokens("disk [MASK]"), Outcome.of("[disk, [MASK]]"));
    }

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
