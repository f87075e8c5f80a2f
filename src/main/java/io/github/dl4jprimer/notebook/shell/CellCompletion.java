package io.github.dl4jprimer.notebook.shell;

import java.util.List;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What the tab key offers, and whether a cell is complete. */
public final class CellCompletion {
    private final CellShell shell;

    /** Completes with what the session knows. */
    public CellCompletion(CellShell shell) {
        this.shell = shell;
    }

    /**
     * Words that may stand at the cursor.
     *
     * @param words the whole words, methods with their opening bracket
     * @param from offset in the cell at which the words start
     */
    public record Offer(List<String> words, int from) {
        /** Copies the words. */
        public Offer {
            words = List.copyOf(words);
        }
    }

    /**
     * Returns what may stand at a cursor.
     *
     * @param source the cell
     * @param cursor offset in it, 0 to its length
     */
    public Offer at(String source, int cursor) {
        var written = source.substring(0, cursor);
        int start = shell.afterImports(written);
        int[] anchor = new int[1];
        var words =
                shell
                        .analysis()
                        .completionSuggestions(written.substring(start), cursor - start, anchor)
                        .stream()
                        .map(Suggestion::continuation)
                        .distinct()
                        .toList();
        return new Offer(words, words.isEmpty() ? cursor : start + anchor[0]);
    }

    /** How far a cell is written. */
    public enum State {
        /** It can be run. */
        COMPLETE,
        /** Something is to follow, like a closing bracket. */
        UNFINISHED,
        /** Nothing can follow that would mend it. */
        INVALID
    }

    /** Returns how far a cell is written. */
    public State state(String source) {
        var analysis = shell.analysis();
        var next = analysis.analyzeCompletion(source);
        while (next.completeness() == Completeness.COMPLETE && !next.remaining().isEmpty()) {
            next = analysis.analyzeCompletion(next.remaining());
        }
        return switch (next.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> State.COMPLETE;
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> State.UNFINISHED;
            case UNKNOWN -> State.INVALID;
        };
    }
}
