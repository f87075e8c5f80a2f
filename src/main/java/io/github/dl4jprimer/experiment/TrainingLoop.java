package io.github.dl4jprimer.experiment;

import io.github.dl4jprimer.data.EpochIterator;
import java.util.List;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The training loop, the only one of the project.
 *
 * <pre>
 * for each epoch:
 *     seed the random numbers from (seed, epoch)
 *     for each batch: update; log loss, gradient norm and learning rate
 *     measure on the validation data; log; checkpoint
 *     stop if it no longer gets better
 * </pre>
 *
 * <p>What a later epoch needs of the earlier ones is in the network and in {@link Checkpoint}, and
 * nowhere else: that is what makes a resumed run equal to one that ran through.
 */
final class TrainingLoop {
    private final Experiment experiment;
    private final RunSettings settings;
    private final RunDirectory directory;
    private final Network network;
    private final MetricsLog log;
    private final GradientProbe probe;
    private final BatchLoss batchLoss;
    private final long startNanos = System.nanoTime();
    private final double secondsBefore;
    private Checkpoint state;
    private EvaluationResult evaluation = EvaluationResult.NONE;

    TrainingLoop(
            Experiment experiment,
            RunSettings settings,
            RunDirectory directory,
            Network network,
            MetricsLog log,
            Checkpoint start) {
        this.experiment = experiment;
        this.settings = settings;
        this.directory = directory;
        this.network = network;
        this.log = log;
        state = start;
        secondsBefore = start.seconds();
        probe = new GradientProbe(network, experiment.clipNorm());
        batchLoss = BatchLoss.of(network);
    }

    /** Trains to the end and returns how it came. */
    Outcome run() {
        network.model().setListeners(List.of(probe));
        network.add(experiment.listeners());
        try {
            while (state.epoch() < experiment.epochs()) {
                if (state.best().isFinal(experiment.earlyStopping())) {
                    return Outcome.stoppedEarly(state.epoch());
                }
                int epoch = state.epoch() + 1;
                Nd4j.getRandom().setSeed(epochSeed(experiment.seed(), epoch));
                experiment.listeners().forEach(each -> each.onEpochStart(network.model()));
                double trainLoss = trainEpoch(epoch, batches(epoch));
                if (!Double.isFinite(trainLoss) || !endEpoch(epoch, trainLoss)) {
                    return Outcome.divergedAt(state.step());
                }
            }
            return Outcome.completed();
        } finally {
            network.model().setListeners(List.of());
        }
    }

    /** Makes one update a batch; returns the epoch's mean loss, not finite if it diverged. */
    private double trainEpoch(int epoch, DataSetIterator batches) {
        var epochLoss = new WeightedMean();
        long examples = 0;
        long lastLog = System.nanoTime();
        while (batches.hasNext()) {
            var batch = batches.next();
            boolean isLogged = state.step() % settings.logEvery() == 0;
            probe.startBatch(isLogged);
            network.fit(batch);
            state = state.nextStep();
            double loss = batchLoss.mean(probe.scores(), probe.updates(), batch);
            boolean isFinite = Double.isFinite(loss);
            epochLoss.add(loss, batchLoss.weight(batch));
            examples += batch.numExamples();
            if (isLogged || !isFinite) {
                long now = System.nanoTime();
                log.write(
                        probe.metrics(epoch, state.step(), loss, 1e9 * examples / (now - lastLog)));
                lastLog = now;
                examples = 0;
            }
            settings.progress().step(state.step(), loss);
            if (!isFinite) {
                return loss;
            }
        }
        return epochLoss.mean();
    }

    /** Measures, logs and keeps what an epoch has reached; returns whether its loss is a number. */
    private boolean endEpoch(int epoch, double trainLoss) {
        network.setCounts(network.iterations(), epoch);
        experiment.listeners().forEach(each -> each.onEpochEnd(network.model()));
        evaluation = Evaluator.evaluate(network, experiment.task(), experiment.validation());
        var metrics =
                new EpochMetrics(
                        epoch, state.step(), trainLoss, evaluation.loss(), evaluation.scores());
        log.write(metrics);
        settings.progress().epoch(metrics);
        if (evaluation.isMeasured() && !Double.isFinite(evaluation.loss())) {
            return false;
        }
        var rule = experiment.earlyStopping();
        state = state.nextEpoch(state.best().after(metrics, rule, network.model().params()));
        if (settings.checkpointEvery() > 0 && epoch % settings.checkpointEvery() == 0) {
            state.at(log.sync(), seconds()).write(directory, experiment, network);
        }
        return true;
    }

    private DataSetIterator batches(int epoch) {
        var batches = experiment.training();
        if (batches instanceof EpochIterator shuffled) {
            shuffled.startEpoch(epoch);
        } else {
            batches.reset();
        }
        if (!batches.hasNext()) {
            throw new IllegalArgumentException(
                    "training must have batches, got none. Pass data to train on.");
        }
        return batches;
    }

    /**
     * Spreads neighbouring seeds and epochs over all 64 bits, so that no two share their numbers.
     */
    static long epochSeed(long seed, int epoch) {
        long mixed = (seed * 0x9E3779B97F4A7C15L + epoch) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 31);
    }

    /** Returns the seconds of training, those before a resume included. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - startNanos) / 1e9;
    }

    /** Returns where the run stands. */
    Checkpoint state() {
        return state;
    }

    /** Returns what the last epoch's model was measured at. */
    EvaluationResult evaluation() {
        return evaluation;
    }
}
