package io.github.dl4jprimer.bench.peer;

/**
 * A contender and how it is started.
 *
 * @param contender the program
 * @param ownDefaults false under the environment that this project's runtime chooses, the same for
 *     all: threads, waiting policy, OpenBLAS's kernels; true under none
 */
record Entrant(Contender contender, boolean ownDefaults) {
    /** This project: it sets its environment up by itself. */
    static final Entrant PRIMER = new Entrant(Contender.PRIMER, true);

    /** Returns the name in files, for example {@code djl-blocks@defaults}. */
    String key() {
        return contender.key() + (ownDefaults && !equals(PRIMER) ? "@defaults" : "");
    }
}
