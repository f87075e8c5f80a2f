package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.bert.TokenizerSettings;
import io.github.dl4jprimer.bert.VocabularyBuilder;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.experiment.SavedModel;
import io.github.dl4jprimer.experiment.StartingModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sorts lines of text with a Transformer encoder: tokens in their order, not a bag of them.
 *
 * <pre>{@code
 * var runner = new ExperimentRunner(Path.of("runs"));
 * var trained = EncoderClassifier.train(
 *         train, dev, EncoderArchitecture.small(), TransformerPlan.fromScratch(), runner);
 * trained.classifier().predict(List.of("磁盘使用率超过95%")).get(0).label();
 * }</pre>
 *
 * <p>A text is {@code [CLS] tokens [SEP]}, cut after {@code maxLength}. The vocabulary is made from
 * the training texts. {@link BertClassifier} is the same model with pre-trained weights.
 *
 * @param tokenizer turns texts into ids
 * @param maxLength tokens after which a text is cut, [CLS] and [SEP] included
 * @param model the trained network
 * @param labels class names in index order
 */
public record EncoderClassifier(
        BertTokenizer tokenizer, int maxLength, ComputationGraph model, List<String> labels)
        implements TextClassifier {
    static final String KIND = "encoder";
    private static final String MAX_LENGTH = "maxLength";
    private static final int MIN_COUNT = 2;

    /** Copies the labels. */
    public EncoderClassifier {
        labels = List.copyOf(labels);
    }

    /**
     * Trains a classifier from random weights, with a vocabulary of the training texts.
     *
     * <p>Texts are cut at the plan's {@code maxLength}, or at the longest training text if that is
     * shorter: there is no position behind it that has learnt anything.
     *
     * @param train examples to learn from
     * @param dev examples to measure on after each epoch
     * @param plan how to train
     * @param runner where to log
     * @throws BadInput if training diverges
     */
    public static Trained<EncoderClassifier> train(
            TextDataset train,
            TextDataset dev,
            EncoderArchitecture architecture,
            TransformerPlan plan,
            ExperimentRunner runner) {
        var tokenizer =
                new VocabularyBuilder(TokenizerSettings.uncased(), MIN_COUNT)
                        .tokenizer(train.texts());
        int longest =
                train.texts().stream()
                        .mapToInt(
                                text -> SequenceModel.ids(tokenizer, plan.maxLength(), text).length)
                        .max()
                        .orElseThrow();
        var model =
                architecture
                        .model(
                                tokenizer.vocabulary().size(),
                                longest,
                                train.labels().size(),
                                plan.seed())
                        .withWeightDecay(plan.weightDecay())
                        .withUpdater(plan.updater(train.size()));
        var training =
                new TransformerTraining(
                        KIND, text -> SequenceModel.ids(tokenizer, longest, text), plan, runner);
        var result = training.run(StartingModel.of(model.configuration()), train, dev);
        var network = (ComputationGraph) result.model();
        return new Trained<>(
                new EncoderClassifier(tokenizer, longest, network, train.labels()), result);
    }

    @Override
    public INDArray logits(List<String> texts) {
        return sequences().logits(texts);
    }

    @Override
    public EvaluationResult evaluate(TextDataset data) {
        return sequences().evaluate(data);
    }

    private SequenceModel sequences() {
        return new SequenceModel(tokenizer, maxLength, model, labels);
    }

    @Override
    public void save(Path folder) {
        var extras = Map.of(SavedClassifier.KIND, KIND, MAX_LENGTH, String.valueOf(maxLength));
        ModelFolder.save(folder, model, labels, extras, path -> tokenizer.save(path, maxLength));
    }

    static EncoderClassifier load(Path folder, ComputationGraph model, SavedModel saved) {
        var length = saved.extras().getOrDefault(MAX_LENGTH, "none");
        if (!length.matches("[1-9][0-9]{0,5}")) {
            throw new BadInput(
                    "maxLength must be a number of tokens, got %s (%s). Save the model again."
                            .formatted(length, folder.resolve("model.json")));
        }
        return new EncoderClassifier(
                BertTokenizer.load(folder), Integer.parseInt(length), model, saved.labels());
    }
}
