/**
 * What is wrong or surprising in DL4J 1.0.0-M2.1, each shown by the smallest program that meets it.
 *
 * <p>Start with {@link io.github.dl4jprimer.traps.Traps}, the catalogue, and one group, for example
 * {@link io.github.dl4jprimer.traps.UpdaterTraps}. A {@link io.github.dl4jprimer.traps.Trap} runs
 * DL4J and returns {@link io.github.dl4jprimer.traps.Evidence}: what DL4J gave, what is right, and,
 * where this project goes another way, what that way gives. A later DL4J that mends a trap is found
 * out by the trap's test, which says that the way around it can go. The texts that explain the
 * traps are resources of this package, {@code traps.zh.md} and {@code traps.en.md}.
 *
 * @see <a href="https://github.com/deeplearning4j/deeplearning4j/issues">Deeplearning4j's
 *     issues</a>
 */
package io.github.dl4jprimer.traps;
