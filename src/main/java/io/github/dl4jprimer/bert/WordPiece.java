package io.github.dl4jprimer.bert;

/**
 * Words to pieces, the second half of BERT's tokenizer: from the left, each time the longest piece
 * that the vocabulary has.
 *
 * <pre>tokenizer -&gt; token ##izer</pre>
 *
 * <p>A word of which any part is in no piece is one [UNK], not pieces around a gap; so is a word of
 * more than {@value #LONGEST_WORD} characters.
 *
 * @see <a href="https://arxiv.org/abs/1609.08144">Wu et al. 2016, section 4.1</a>
 */
public final class WordPiece {
    /** Characters (code points) up to which a word is cut into pieces. */
    public static final int LONGEST_WORD = 100;

    private final PieceTrie trie;
    private final int unknown;

    /** Creates the model over a vocabulary. */
    public WordPiece(Vocabulary vocabulary) {
        trie = new PieceTrie(vocabulary);
        unknown = vocabulary.id(SpecialToken.UNK);
    }

    /** Returns the ids of a word's pieces; none for the empty word. */
    public int[] ids(String word) {
        var ids = new IdList();
        append(word, ids);
        return ids.toArray();
    }

    /** Appends the ids of a word's pieces. */
    void append(String word, IdList ids) {
        // Fewer chars cannot be more code points.
        if (word.length() > LONGEST_WORD && word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids.add(unknown);
            return;
        }
        int before = ids.size();
        for (int start = 0; start < word.length(); ) {
            int end = appendLongest(word, start, ids);
            if (end == start) {
                ids.shorten(before);
                ids.add(unknown);
                return;
            }
            start = end;
        }
    }

    /** Appends the longest piece that begins at a place; returns where it ends. */
    private int appendLongest(String word, int start, IdList ids) {
        int node = start == 0 ? PieceTrie.BEGINNING : PieceTrie.CONTINUING;
        int longest = PieceTrie.NONE;
        int end = start;
        for (int i = start; i < word.length(); ) {
            node = trie.next(node, word.charAt(i++));
            if (node == PieceTrie.NONE) {
                break;
            }
            if (trie.piece(node) != PieceTrie.NONE) {
                longest = trie.piece(node);
                end = i;
            }
        }
        if (end > start) {
            ids.add(longest);
        }
        return end;
    }
}
