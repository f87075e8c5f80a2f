package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.bert.BertCheckpoint;
import io.github.dl4jprimer.bert.BertConfig;
import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.bert.TokenizerSettings;
import io.github.dl4jprimer.bert.VocabularyBuilder;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.MaskedLanguageModel;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes HuggingFace directories of a tiny BERT with random weights, for the tests. */
public final class MadeUpBert {
    private static final int MAX_LENGTH = 24;
    private static final EncoderSettings ENCODER = EncoderSettings.of(16, 2, 32);

    private MadeUpBert() {}

    /** Writes one with a classification head. */
    public static Path withHead(Path directory, List<String> texts, List<String> labels) {
        var tokenizer = tokenizer(texts);
        var model =
                new TransformerClassifier(
                        embedding(tokenizer),
                        ENCODER,
                        1,
                        SequencePooling.first(),
                        true,
                        labels.size(),
                        TrainingSettings.of(3));
        return write(directory, model.configuration(), labels, tokenizer);
    }

    /** Writes one that fills gaps and has no classification head. */
    public static Path withoutHead(Path directory, List<String> texts) {
        var tokenizer = tokenizer(texts);
        var model =
                new MaskedLanguageModel(embedding(tokenizer), ENCODER, 1, TrainingSettings.of(3));
        return write(directory, model.configuration(), List.of(), tokenizer);
    }

    private static BertTokenizer tokenizer(List<String> texts) {
        return new VocabularyBuilder(TokenizerSettings.uncased(), 1).tokenizer(texts);
    }

    private static EmbeddingSettings embedding(BertTokenizer tokenizer) {
        int tokens = tokenizer.vocabulary().size();
        return EmbeddingSettings.of(tokens, 16, MAX_LENGTH).withSegments(2);
    }

    private static Path write(
            Path directory,
            ComputationGraphConfiguration configuration,
            List<String> labels,
            BertTokenizer tokenizer) {
        var network = new ComputationGraph(configuration);
        network.init();
        var config = BertConfig.of(embedding(tokenizer), ENCODER, 1, labels);
        BertCheckpoint.save(directory, network, config, tokenizer);
        return directory;
    }
}
