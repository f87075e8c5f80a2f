package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.bert.BertCheckpoint;
import io.github.dl4jprimer.bert.BertConfig;
import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.bert.EncodingOptions;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.transformer.FineTuning;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A BERT that learned to fill gaps in text without labels, and classifiers that start from what it
 * learned.
 *
 * <pre>
 * pre-training  磁 [MASK] 写 满 → 盘             from the text alone
 * fine-tuning   the same embedding and blocks, a fresh softmax on the mean of the positions
 * </pre>
 *
 * @param tokenizer with the vocabulary of the text
 * @param config sizes, as {@code config.json} has them
 * @param network the masked language model
 */
record PretrainedEncoder(BertTokenizer tokenizer, BertConfig config, ComputationGraph network) {
    /** What the setting {@code checkpoint} says for the model that ships with the course. */
    static final String SHIPPED = "bert-alarms-zh";

    /**
     * Opens a checkpoint.
     *
     * @param name {@link #SHIPPED}, or a HuggingFace directory
     * @throws io.github.dl4jprimer.data.BadInput if it cannot be used
     */
    static PretrainedEncoder open(String name) {
        try (var checkpoint = BertCheckpoint.open(directory(name))) {
            var bert = checkpoint.maskedLanguageModel(TrainingSettings.of(0));
            return new PretrainedEncoder(checkpoint.tokenizer(), bert.config(), bert.network());
        }
    }

    /** Returns the directory that the setting {@code checkpoint} names. */
    static Path directory(String name) {
        return name.equals(SHIPPED) ? Datasets.bert() : Path.of(name);
    }

    /** Returns {@code [CLS] line [SEP]} as ids, cut where the positions end. */
    int[] ids(String line) {
        int longest = config.embedding().maxLength();
        return tokenizer.encode(line, EncodingOptions.defaults().withMaxLength(longest)).ids();
    }

    /**
     * Returns a classifier to be fine-tuned.
     *
     * @param pretrained whether embedding and blocks start from what was learned, or at random
     * @param dropoutRate of hidden values and attention weights
     * @param seed of what is drawn at random
     */
    StartingModel classifier(
            int classes, IUpdater updater, boolean pretrained, double dropoutRate, long seed) {
        var configuration =
                new TransformerClassifier(
                                config.embedding().withDropoutRate(dropoutRate),
                                config.encoder()
                                        .withHiddenDropoutRate(dropoutRate)
                                        .withAttentionDropoutRate(dropoutRate),
                                config.numLayers(),
                                SequencePooling.mean(),
                                false,
                                classes,
                                TrainingSettings.of(seed).withUpdater(updater))
                        .configuration();
        var classifier = (ComputationGraph) StartingModel.of(configuration).create(seed);
        if (pretrained) {
            FineTuning.copyEncoder(network, classifier);
        }
        return StartingModel.from(classifier);
    }

    /** Writes a directory that HuggingFace's {@code from_pretrained} reads, too. */
    void save(Path directory) {
        BertCheckpoint.save(directory, network, config, tokenizer);
    }
}
