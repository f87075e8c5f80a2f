package io.github.dl4jprimer.bert;

import java.util.Arrays;

/**
 * A prefix tree over a vocabulary's pieces, which finds the longest piece at a place of a word in
 * one walk instead of one look-up a length.
 *
 * <p>The edges of all nodes lie in one open-addressing hash table: (node, character) to node. Two
 * roots hold the pieces that begin a word and those that continue one.
 */
final class PieceTrie {
    /** The root of pieces that begin a word. */
    static final int BEGINNING = 0;

    /** The root of pieces that continue a word, without their mark. */
    static final int CONTINUING = 1;

    /** No such edge, or no piece that ends at a node. */
    static final int NONE = -1;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /** Edges as node * 2^16 + character, or {@link #NONE}; and the nodes they lead to. */
    private final long[] edges;

    private final int[] targets;
    private final int[] pieces;
    private final int shift;
    private int nodes = 2;

    /** Builds the tree; a piece's id is its place. */
    PieceTrie(Vocabulary vocabulary) {
        var tokens = vocabulary.tokens();
        // A token that continues a word is entered at both roots, hence at most twice its length.
        int most = tokens.stream().mapToInt(token -> 2 * token.length()).sum() + 2;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(most) + 1;
        shift = Long.SIZE - bits;
        edges = new long[1 << bits];
        targets = new int[1 << bits];
        pieces = new int[most];
        Arrays.fill(edges, NONE);
        Arrays.fill(pieces, NONE);
        for (int id = 0; id < tokens.size(); id++) {
            var token = tokens.get(id);
            add(BEGINNING, token, 0, id);
            if (token.startsWith(Vocabulary.CONTINUATION)) {
                add(CONTINUING, token, Vocabulary.CONTINUATION.length(), id);
            }
        }
    }

    private void add(int root, String token, int from, int id) {
        int node = root;
        for (int i = from; i < token.length(); i++) {
            long edge = edge(node, token.charAt(i));
            int slot = slot(edge);
            if (edges[slot] == NONE) {
                edges[slot] = edge;
                targets[slot] = nodes++;
            }
            node = targets[slot];
        }
        pieces[node] = id;
    }

    /** Returns the node behind an edge, or {@link #NONE}. */
    int next(int node, char character) {
        long edge = edge(node, character);
        int slot = slot(edge);
        return edges[slot] == edge ? targets[slot] : NONE;
    }

    /** Returns the id of the piece that ends at a node, or {@link #NONE}. */
    int piece(int node) {
        return pieces[node];
    }

    /** The slot that holds an edge, or the free one where it would be. */
    private int slot(long edge) {
        int slot = (int) ((edge * MULTIPLIER) >>> shift);
        while (edges[slot] != edge && edges[slot] != NONE) {
            slot = (slot + 1) & (edges.length - 1);
        }
        return slot;
    }

    private static long edge(int node, char character) {
        return ((long) node << Character.SIZE) | character;
    }
}
