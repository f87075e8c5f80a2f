package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.bert.BertCheckpoint;
import io.github.dl4jprimer.bert.BertConfig;
import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.transformer.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sorts lines of text with a pre-trained BERT, fine-tuned on them.
 *
 * <pre>{@code
 * var checkpoint = Path.of("bert-base-chinese");
 * var head = BertHead.of(checkpoint, train.labels(), false);
 * var plan = TransformerPlan.fineTuning();
 * var trained = BertClassifier.train(checkpoint, head, train, dev, plan, runner);
 * trained.classifier().save(Path.of("alarm-bert")); // Python's from_pretrained reads it, too
 * }</pre>
 *
 * <p>Its folder is a HuggingFace directory, and any such directory of a BERT with a classification
 * head can be loaded. Texts are cut at the longest sequence that the model has positions for.
 *
 * @param config what {@code config.json} says; its labels are the classes
 * @param tokenizer turns texts into ids
 * @param model the network
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018, section 4</a>
 */
public record BertClassifier(BertConfig config, BertTokenizer tokenizer, ComputationGraph model)
        implements TextClassifier {
    static final String KIND = "bert";

    /**
     * Fine-tunes a checkpoint.
     *
     * @param checkpoint a HuggingFace directory, which is not changed
     * @param head what {@link BertHead#of} said about the checkpoint and the data's labels
     * @param train examples to learn from
     * @param dev examples to measure on after each epoch
     * @param plan how to train; texts are cut at its {@code maxLength}, or the model's if that is
     *     shorter
     * @param runner where to log
     * @throws BadInput if the checkpoint cannot be used, or training diverges
     */
    public static Trained<BertClassifier> train(
            Path checkpoint,
            BertHead head,
            TextDataset train,
            TextDataset dev,
            TransformerPlan plan,
            ExperimentRunner runner) {
        var settings =
                new TrainingSettings(plan.updater(train.size()), plan.weightDecay(), plan.seed());
        try (var bert = BertCheckpoint.open(checkpoint)) {
            var tokenizer = bert.tokenizer();
            var start = bert.classifier(settings, head.labels());
            int length = Math.min(plan.maxLength(), start.config().embedding().maxLength());
            var training =
                    new TransformerTraining(
                            KIND, text -> SequenceModel.ids(tokenizer, length, text), plan, runner);
            var result =
                    training.run(
                            StartingModel.from(start.network()),
                            train.withLabels(head.labels()),
                            dev.withLabels(head.labels()));
            var network = (ComputationGraph) result.model();
            return new Trained<>(new BertClassifier(start.config(), tokenizer, network), result);
        }
    }

    /**
     * Loads a HuggingFace directory.
     *
     * @throws BadInput if it cannot be used, or has no classification head
     */
    static BertClassifier load(Path directory) {
        try (var bert = BertCheckpoint.open(directory)) {
            var loaded = bert.classifier(TrainingSettings.of(0));
            return new BertClassifier(loaded.config(), bert.tokenizer(), loaded.network());
        }
    }

    @Override
    public List<String> labels() {
        return config.labels();
    }

    @Override
    public INDArray logits(List<String> texts) {
        return sequences().logits(texts);
    }

    @Override
    public EvaluationResult evaluate(TextDataset data) {
        return sequences().evaluate(data);
    }

    @Override
    public void save(Path folder) {
        BertCheckpoint.save(folder, model, config, tokenizer);
    }

    private SequenceModel sequences() {
        return new SequenceModel(tokenizer, config.embedding().maxLength(), model, labels());
    }
}
