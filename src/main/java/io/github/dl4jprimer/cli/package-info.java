/**
 * The command-line program {@code primer}: one class a subcommand.
 *
 * <p>Options that several commands share are mixins: {@code RunsOption}, {@code RunOptions}, {@code
 * CharsetOption}, {@code FileOptions}, and of {@code train} {@code TrainingFiles}, {@code
 * PlanOptions}, {@code CheckpointOptions}. What a command prints is in the learner's language
 * ({@code PRIMER_LANG}, else the locale); what goes wrong, and the help, is in English, in the
 * words that one can search for.
 *
 * <p>Start with {@link io.github.dl4jprimer.cli.Primer}. A subcommand reads its arguments, calls
 * the library and prints; it holds no logic of its own. Exit status: 0 done, 1 a run that failed, 2
 * a usage or input error, which is told in one line.
 *
 * @see <a href="https://picocli.info">picocli</a>
 */
package io.github.dl4jprimer.cli;
