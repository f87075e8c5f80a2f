package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.experiment.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sorts rows of numbers with a multilayer perceptron over standardised columns.
 *
 * @param columns names, means and standard deviations of the columns of the training data
 * @param model the trained network
 * @param labels class names in index order
 */
public record TableClassifier(Columns columns, MultiLayerNetwork model, List<String> labels)
        implements SavedClassifier {
    static final String KIND = "mlp";
    private static final String COLUMNS = "columns.tsv";
    private static final int BATCH_SIZE = 256;

    /** Copies the labels. */
    public TableClassifier {
        labels = List.copyOf(labels);
    }

    /**
     * Trains a classifier.
     *
     * @param train examples to learn from
     * @param dev examples to measure on after each epoch
     * @param plan how to train
     * @param runner where to log
     * @throws io.github.dl4jprimer.data.BadInput if training diverges
     */
    public static Trained<TableClassifier> train(
            NumberDataset train, NumberDataset dev, TrainingPlan plan, ExperimentRunner runner) {
        var columns = Columns.of(train);
        var configuration =
                Training.configuration(plan, columns.names().size(), train.labels().size());
        var experiment =
                Experiment.classification(
                                "train-" + KIND,
                                configuration,
                                Batches.shuffled(
                                        scaled(columns, train), plan.batchSize(), plan.seed()),
                                Batches.inOrder(scaled(columns, dev), BATCH_SIZE))
                        .withLabels(train.labels())
                        .withDataset(train.name(), train.checksum());
        var result = Training.run(runner, experiment, plan);
        return new Trained<>(
                new TableClassifier(columns, Training.network(result), train.labels()), result);
    }

    private static DataSet scaled(Columns columns, NumberDataset data) {
        return new DataSet(columns.scale(data.features()), data.targets());
    }

    /**
     * Returns a prediction for each row, in order.
     *
     * @param rows numbers, one for each column
     * @throws IllegalArgumentException if a row has not as many numbers as there are columns
     */
    public List<Prediction> predict(List<double[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        rows.forEach(columns::check);
        var features = Nd4j.createFromArray(rows.toArray(double[][]::new)); // [N, F]
        return Prediction.of(Logits.of(model, columns.scale(features)), labels);
    }

    /** Measures the classifier on examples of its own classes. */
    public EvaluationResult evaluate(NumberDataset data) {
        return Evaluator.evaluate(
                model, Task.CLASSIFICATION, Batches.inOrder(scaled(columns, data), BATCH_SIZE));
    }

    @Override
    public void save(Path folder) {
        ModelFolder.save(
                folder,
                model,
                labels,
                Map.of(SavedClassifier.KIND, KIND),
                path -> columns.save(path.resolve(COLUMNS)));
    }

    static TableClassifier load(Path folder, MultiLayerNetwork model, List<String> labels) {
        return new TableClassifier(Columns.load(folder.resolve(COLUMNS)), model, labels);
    }
}
