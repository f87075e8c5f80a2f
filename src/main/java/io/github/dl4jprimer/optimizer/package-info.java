/**
 * Optimizers and learning-rate schedules in the form PyTorch gives them.
 *
 * <p>Start with {@link io.github.dl4jprimer.optimizer.Optimizers}, the catalogue with one line an
 * optimizer, then read {@link io.github.dl4jprimer.optimizer.Momentum} and {@link
 * io.github.dl4jprimer.optimizer.TorchAdam}. Each is a DL4J {@code IUpdater}: give it to {@code
 * NeuralNetConfiguration.Builder.updater}, save it with the model, resume it bit-identically.
 *
 * <p>Classes whose rule DL4J also has, but with other numbers, carry the prefix {@code Torch}, so
 * that an import never leaves open which of the two is meant. Where DL4J is exact its own class is
 * used: {@code Sgd}, {@code Nesterovs} and, among the schedules, {@code StepSchedule} and {@code
 * FixedSchedule}. DL4J's {@code PolySchedule} raises the rate: use {@link
 * io.github.dl4jprimer.optimizer.WarmupLinear}.
 *
 * @see <a href="https://d2l.ai/chapter_optimization/index.html">Dive into Deep Learning, 12</a>
 */
package io.github.dl4jprimer.optimizer;
