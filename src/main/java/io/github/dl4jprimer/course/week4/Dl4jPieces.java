package io.github.dl4jprimer.course.week4;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deeplearning4j.text.tokenization.tokenizerfactory.BertWordPieceTokenizerFactory;

/** DL4J's own tokenizer for BERT, to be held beside a right one. */
final class Dl4jPieces {
    private Dl4jPieces() {}

    /**
     * Returns the pieces that DL4J makes of a text; none if it gives up.
     *
     * @param vocabulary the tokens by id
     */
    static List<String> of(List<String> vocabulary, String text) {
        var file = String.join("\n", vocabulary) + "\n";
        var stream = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        try {
            return new BertWordPieceTokenizerFactory(stream, true, true, StandardCharsets.UTF_8)
                    .create(text)
                    .getTokens();
        } catch (IllegalStateException e) {
            return List.of(); // its way to say that a word is not in the vocabulary
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
