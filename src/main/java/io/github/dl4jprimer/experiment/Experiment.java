package io.github.dl4jprimer.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * What to train: a model, its data, and how long; the same experiment and seed give the same run.
 *
 * <pre>{@code
 * var experiment = Experiment.classification("iris", configuration, training, validation)
 *         .withEpochs(40).withSeed(7).withLabels(dataset.labels());
 * var result = new ExperimentRunner(Path.of("runs")).run(experiment);
 * }</pre>
 *
 * @param name names the run's folder: letters, digits, dots, dashes and underscores
 * @param task how the model is measured
 * @param model configuration, and parameters if it does not start at random
 * @param training batches; an {@code EpochIterator} is told the epoch, any other one is reset
 * @param validation batches to measure after each epoch, or null for none
 * @param epochs passes over the training data, at least 1
 * @param seed of the parameters and of dropout
 * @param labels class names in index order, empty if there are none
 * @param settings what else the reader of run.json should know, for example the learning rate
 * @param dataset name and checksum of the data, for run.json
 * @param earlyStopping when to end before the last epoch
 * @param clipNorm largest global norm of the gradient; {@link Double#POSITIVE_INFINITY} for no
 *     limit
 * @param listeners DL4J listeners; their epoch calls are made too
 */
public record Experiment(
        String name,
        Task task,
        StartingModel model,
        DataSetIterator training,
        DataSetIterator validation,
        int epochs,
        long seed,
        List<String> labels,
        Map<String, String> settings,
        DatasetVersion dataset,
        EarlyStopping earlyStopping,
        double clipNorm,
        List<TrainingListener> listeners) {
    /**
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public Experiment {
        RunDirectory.checkName(name);
        require(training != null, "training must be an iterator, got null. Pass the batches.");
        require(epochs >= 1, "epochs must be at least 1, got %d. Train once.".formatted(epochs));
        require(
                clipNorm > 0,
                "clipNorm must be above 0, got %s. Use infinity for no limit.".formatted(clipNorm));
        require(
                !earlyStopping.isActive() || validation != null,
                "earlyStopping must be NEVER without validation data, got %s. Pass validation data."
                        .formatted(earlyStopping));
        labels = List.copyOf(labels);
        settings = Map.copyOf(settings);
        listeners = List.copyOf(listeners);
    }

    /** Returns an experiment of one epoch and seed 1; {@code validation} may be null. */
    public static Experiment of(
            String name,
            Task task,
            StartingModel model,
            DataSetIterator training,
            DataSetIterator validation) {
        return new Experiment(
                name,
                task,
                model,
                training,
                validation,
                1,
                1,
                List.of(),
                Map.of(),
                DatasetVersion.UNKNOWN,
                EarlyStopping.NEVER,
                Double.POSITIVE_INFINITY,
                List.of());
    }

    /** Returns a classification of one epoch and seed 1; {@code validation} may be null. */
    public static Experiment classification(
            String name,
            MultiLayerConfiguration model,
            DataSetIterator training,
            DataSetIterator validation) {
        return of(name, Task.CLASSIFICATION, StartingModel.of(model), training, validation);
    }

    /** Returns a classification of one epoch and seed 1; {@code validation} may be null. */
    public static Experiment classification(
            String name,
            ComputationGraphConfiguration model,
            DataSetIterator training,
            DataSetIterator validation) {
        return of(name, Task.CLASSIFICATION, StartingModel.of(model), training, validation);
    }

    /** Returns a regression of one epoch and seed 1; {@code validation} may be null. */
    public static Experiment regression(
            String name,
            MultiLayerConfiguration model,
            DataSetIterator training,
            DataSetIterator validation) {
        return of(name, Task.REGRESSION, StartingModel.of(model), training, validation);
    }

    /** Returns a language model of one epoch and seed 1; {@code validation} may be null. */
    public static Experiment languageModel(
            String name,
            MultiLayerConfiguration model,
            DataSetIterator training,
            DataSetIterator validation) {
        return of(name, Task.LANGUAGE_MODEL, StartingModel.of(model), training, validation);
    }

    /** Returns a language model of one epoch and seed 1; {@code validation} may be null. */
    public static Experiment languageModel(
            String name,
            ComputationGraphConfiguration model,
            DataSetIterator training,
            DataSetIterator validation) {
        return of(name, Task.LANGUAGE_MODEL, StartingModel.of(model), training, validation);
    }

    /** Returns a copy with another name. */
    public Experiment withName(String name) {
        return with(draft -> draft.name = name);
    }

    /** Returns a copy with another model. */
    public Experiment withModel(StartingModel model) {
        return with(draft -> draft.model = model);
    }

    /** Returns a copy with another model, started at random. */
    public Experiment withModel(MultiLayerConfiguration configuration) {
        return with(draft -> draft.model = StartingModel.of(configuration));
    }

    /** Returns a copy with other batches; {@code validation} may be null. */
    public Experiment withData(DataSetIterator training, DataSetIterator validation) {
        return with(
                draft -> {
                    draft.training = training;
                    draft.validation = validation;
                });
    }

    /** Returns a copy with another number of epochs. */
    public Experiment withEpochs(int epochs) {
        return with(draft -> draft.epochs = epochs);
    }

    /** Returns a copy with another seed. */
    public Experiment withSeed(long seed) {
        return with(draft -> draft.seed = seed);
    }

    /** Returns a copy with these class names, in index order. */
    public Experiment withLabels(List<String> labels) {
        return with(draft -> draft.labels = labels);
    }

    /** Returns a copy with the data's name and checksum, for run.json. */
    public Experiment withDataset(String dataset, String checksum) {
        return with(draft -> draft.dataset = new DatasetVersion(dataset, checksum));
    }

    /** Returns a copy with a rule to end early. */
    public Experiment withEarlyStopping(EarlyStopping earlyStopping) {
        return with(draft -> draft.earlyStopping = earlyStopping);
    }

    /** Returns a copy with the gradient's global norm limited. */
    public Experiment withClipNorm(double clipNorm) {
        return with(draft -> draft.clipNorm = clipNorm);
    }

    /** Returns a copy with DL4J listeners, instead of those there are. */
    public Experiment withListeners(TrainingListener... listeners) {
        return with(draft -> draft.listeners = Arrays.asList(listeners));
    }

    /** Returns a copy with one more setting for run.json. */
    public Experiment withSetting(String key, Object value) {
        var extended = new LinkedHashMap<>(settings);
        extended.put(key, String.valueOf(value));
        return with(draft -> draft.settings = extended);
    }

    private Experiment with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** A copy while it is being changed. */
    private static final class Draft {
        private String name;
        private final Task task;
        private StartingModel model;
        private DataSetIterator training;
        private DataSetIterator validation;
        private int epochs;
        private long seed;
        private List<String> labels;
        private Map<String, String> settings;
        private DatasetVersion dataset;
        private EarlyStopping earlyStopping;
        private double clipNorm;
        private List<TrainingListener> listeners;

        Draft(Experiment from) {
            name = from.name;
            task = from.task;
            model = from.model;
            training = from.training;
            validation = from.validation;
            epochs = from.epochs;
            seed = from.seed;
            labels = from.labels;
            settings = from.settings;
            dataset = from.dataset;
            earlyStopping = from.earlyStopping;
            clipNorm = from.clipNorm;
            listeners = from.listeners;
        }

        Experiment finished() {
            return new Experiment(
                    name,
                    task,
                    model,
                    training,
                    validation,
                    epochs,
                    seed,
                    labels,
                    settings,
                    dataset,
                    earlyStopping,
                    clipNorm,
                    listeners);
        }
    }
}
