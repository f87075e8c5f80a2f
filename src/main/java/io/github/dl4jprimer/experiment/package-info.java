/**
 * Training, measured: an experiment goes in, a run directory with every number comes out.
 *
 * <p>Start with {@link io.github.dl4jprimer.experiment.Experiment} (what to train) and {@link
 * io.github.dl4jprimer.experiment.ExperimentRunner} (the one training loop). What a run leaves
 * behind is in {@link io.github.dl4jprimer.experiment.RunDirectory}; {@link
 * io.github.dl4jprimer.experiment.RunCatalogue} and {@link
 * io.github.dl4jprimer.experiment.MetricsLog} read it back, {@link
 * io.github.dl4jprimer.experiment.ModelFolder} the model.
 *
 * @see <a href="https://d2l.ai/chapter_linear-regression/oo-design.html">Dive into Deep Learning,
 *     section 3.2</a>
 */
package io.github.dl4jprimer.experiment;
