package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.BagBatches;
import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.NgramFile;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.experiment.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sorts lines of text by their bag of character uni- and bigrams: {@code softmax(x W + b)}, or the
 * same with hidden layers between.
 *
 * <pre>{@code
 * var runner = new ExperimentRunner(Path.of("runs"));
 * var classifier = BagClassifier.train(train, dev, TrainingPlan.forText(), runner).classifier();
 * classifier.predict(List.of("磁盘使用率超过95%")).get(0).label();
 * }</pre>
 *
 * @param ngrams turns texts into rows
 * @param model the trained network
 * @param labels class names in index order
 */
public record BagClassifier(CharacterNgrams ngrams, MultiLayerNetwork model, List<String> labels)
        implements TextClassifier {
    static final String KIND = "bag";
    private static final String VOCABULARY = "vocab.txt";
    private static final int MIN_COUNT = 2;
    private static final int MAX_FEATURES = 30_000;
    private static final int BATCH_SIZE = 256;

    /** Copies the labels. */
    public BagClassifier {
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
    public static Trained<BagClassifier> train(
            TextDataset train, TextDataset dev, TrainingPlan plan, ExperimentRunner runner) {
        var ngrams = CharacterNgrams.fit(train.texts(), MIN_COUNT, MAX_FEATURES);
        var configuration = Training.configuration(plan, ngrams.size(), train.labels().size());
        var experiment =
                Experiment.classification(
                                "train-" + KIND,
                                configuration,
                                BagBatches.shuffled(ngrams, train, plan.batchSize(), plan.seed()),
                                BagBatches.inOrder(ngrams, dev, BATCH_SIZE))
                        .withLabels(train.labels())
                        .withDataset(train.name(), train.checksum());
        var result = Training.run(runner, experiment, plan);
        return new Trained<>(
                new BagClassifier(ngrams, Training.network(result), train.labels()), result);
    }

    @Override
    public INDArray logits(List<String> texts) {
        var batches = new ArrayList<INDArray>();
        for (var from = 0; from < texts.size(); from += BATCH_SIZE) {
            var batch = texts.subList(from, Math.min(from + BATCH_SIZE, texts.size()));
            batches.add(Logits.of(model, ngrams.transform(batch))); // [B, C]
        }
        return batches.isEmpty() ? Logits.none(labels.size()) : Nd4j.vstack(batches);
    }

    @Override
    public EvaluationResult evaluate(TextDataset data) {
        return Evaluator.evaluate(
                model,
                Task.CLASSIFICATION,
                BagBatches.inOrder(ngrams, data.withLabels(labels), BATCH_SIZE));
    }

    @Override
    public void save(Path folder) {
        ModelFolder.save(
                folder,
                model,
                labels,
                Map.of(SavedClassifier.KIND, KIND),
                path -> NgramFile.save(ngrams, path.resolve(VOCABULARY)));
    }

    static BagClassifier load(Path folder, MultiLayerNetwork model, List<String> labels) {
        return new BagClassifier(NgramFile.load(folder.resolve(VOCABULARY)), model, labels);
    }
}
