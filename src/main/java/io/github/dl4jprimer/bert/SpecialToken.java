package io.github.dl4jprimer.bert;

/**
 * The five tokens that are not pieces of words; each must be in a BERT vocabulary.
 *
 * <p>Written in a text, {@code "今天[MASK]气"}, they are recognised as themselves, in this spelling
 * alone: {@code [mask]} is three pieces like any other bracketed word.
 */
public enum SpecialToken {
    /** Fills a sequence up to the length of its batch. */
    PAD,
    /** A word that no pieces of the vocabulary make up. */
    UNK,
    /** Begins every sequence; its last hidden state stands for the whole. */
    CLS,
    /** Ends each text of a sequence. */
    SEP,
    /** Takes the place of a token that the model is to guess. */
    MASK;

    /** Returns the token as the vocabulary and a text have it, for example {@code [CLS]}. */
    public String text() {
        return "[" + name() + "]";
    }

    /** Returns the special token written at a place of a text, or null if none is. */
    static SpecialToken at(String text, int place) {
        for (var token : values()) {
            if (text.startsWith(token.name(), place + 1)
                    && text.startsWith("]", place + 1 + token.name().length())) {
                return token;
            }
        }
        return null;
    }
}
