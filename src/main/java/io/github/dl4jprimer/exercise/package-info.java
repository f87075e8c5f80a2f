/**
 * Exercises that check themselves: a learner edits a file, and a verdict says what is wrong and
 * which usual mistake it looks like.
 *
 * <p>Start with {@link io.github.dl4jprimer.exercise.Watch}, what a learner sees. Below it: {@link
 * io.github.dl4jprimer.exercise.Checker} has a file checked in a process of its own, which can be
 * ended whatever the learner wrote; {@code CheckRun} compiles the file with its checks into memory
 * and runs them there with JUnit. Maven never compiles {@code src/exercises}, so a half-written
 * exercise breaks neither build nor tests.
 *
 * <h2>To write an exercise</h2>
 *
 * The id {@code w2-adam} gives all names. Write five things, in this order:
 *
 * <ol>
 *   <li>{@code src/solutions/java/io/github/dl4jprimer/exercises/week2/Adam.java}: the solution.
 *       Its class comment begins with {@code w2-adam：} and states in Chinese and English what to
 *       do, with shapes, the formula and a worked number in {@code <pre>}. What the learner is to
 *       write stands between the lines {@code // answer} and {@code // end}: inside a method they
 *       are replaced by {@code throw new UnsupportedOperationException("TODO w2-adam")}, outside
 *       they are cut out. Imports stay.
 *   <li>{@code src/checks/java/io/github/dl4jprimer/exercises/week2/AdamCheck.java}: a JUnit class
 *       in the same package, at least three checks, of values, gradients against differences, edge
 *       cases, arguments left unchanged. Demand everything through {@link
 *       io.github.dl4jprimer.exercise.Expect}; put the plainest check first, since the first that
 *       fails is the one that is told. {@code looksLike} and {@code looksLikeIf} name a mistake by
 *       its id.
 *   <li>{@code src/test/mutants/w2-adam/<mistake>.diff}: what one usual mistake changes in the
 *       solution, lines with {@code -} and {@code +}; at least two such files, the file's name
 *       being the mistake's id. {@code input-changed} is known to every exercise and may be listed
 *       or not.
 *   <li>a section in the resources {@code week2.zh.md} and {@code week2.en.md}: title, three hints,
 *       ever plainer, and each mistake by its id; {@code ExerciseTexts} shows the form. The order
 *       of the sections is the order of the exercises. There is no other list.
 *   <li>{@code primer exercises reset w2-adam}, after {@code make build}: writes the skeleton into
 *       {@code src/exercises}.
 * </ol>
 *
 * <p>{@code ExerciseProofTest} then proves it: every skeleton is unsolved, every solution passes,
 * every mutant is rejected under its name, texts and files are complete.
 *
 * @see <a href="https://github.com/rust-lang/rustlings">rustlings, the model of this</a>
 */
package io.github.dl4jprimer.exercise;
