package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TokenEmbedding;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The two sequence models of the lesson, for the same tokens, the same batches and as many steps.
 *
 * <pre>
 * encoder  ids [B, T] → embedding + position → blocks [B, T, D] → mean [B, D] → softmax [B, C]
 * LSTM     ids [B, T] → embedding → LSTM [B, T, D], token by token → mean [B, D] → softmax [B, C]
 * </pre>
 *
 * @param settings of the experiment: {@code embeddingSize}, {@code epochs}, {@code learningRate},
 *     {@code batchSize}, {@code dropoutRate}, {@code hiddenRate}, {@code smoothing}
 * @param tokens of the training lines
 * @param lines labelled alarms
 */
record AlarmModels(Settings settings, AlarmTokens tokens, Split<TextDataset> lines) {
    /** The settings that both models and all experiments of the lesson have. */
    static Settings usual() {
        return Settings.none()
                .with("embeddingSize", 64, 4, 512)
                .with("epochs", 2, 1, 1000)
                .with("learningRate", 0.002, 1e-6, 1)
                .with("batchSize", 64, 1, 4096)
                .with("dropoutRate", 0.3, 0, 0.9)
                .with("hiddenRate", 0.4, 0, 0.9)
                .with("smoothing", 0.1, 0, 0.9);
    }

    /** Returns the training of an encoder. */
    Experiment encoder(String name, int heads, int layers, long seed) {
        int width = settings.integer("embeddingSize");
        double rate = settings.number("dropoutRate");
        var model =
                new TransformerClassifier(
                        EmbeddingSettings.of(tokens.size(), width, tokens.length())
                                .withDropoutRate(rate),
                        EncoderSettings.of(width, heads, 2 * width)
                                .withAttentionDropoutRate(rate)
                                .withHiddenDropoutRate(rate),
                        layers,
                        SequencePooling.mean(),
                        false,
                        lines.train().labels().size(),
                        TrainingSettings.of(seed).withUpdater(updater()));
        return experiment(name, model.configuration(), seed);
    }

    /** Returns the training of an LSTM. */
    Experiment lstm(String name, long seed) {
        return experiment(name, lstm(seed), seed);
    }

    private ComputationGraphConfiguration lstm(long seed) {
        int width = settings.integer("embeddingSize");
        double rate = settings.number("dropoutRate");
        var embedding =
                EmbeddingSettings.of(tokens.size(), width, tokens.length())
                        .withPositions(false)
                        .withDropoutRate(rate);
        var lstm =
                new LSTM.Builder()
                        .nIn(width)
                        .nOut(width)
                        .activation(Activation.TANH)
                        .dataFormat(RNNFormat.NWC)
                        .build();
        var output = new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
        output.nIn(width).nOut(lines.train().labels().size());
        if (rate > 0) {
            output.dropOut(1 - rate); // DL4J asks for the probability to retain
        }
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater())
                .weightInit(WeightInit.XAVIER)
                .graphBuilder()
                .addInputs("ids")
                .addLayer("embedding", TokenEmbedding.of(embedding), "ids")
                .addLayer("lstm", lstm, "embedding")
                .addLayer("pooling", SequencePooling.mean(), "lstm")
                .addLayer("output", output.build(), "pooling")
                .setOutputs("output")
                .build();
    }

    /** Adam, with a tenth of the steps to warm up and a linear way down to zero. */
    private IUpdater updater() {
        return WarmedUpAdam.of(settings, lines.train().size(), settings.integer("epochs"));
    }

    private Experiment experiment(
            String name, ComputationGraphConfiguration configuration, long seed) {
        var training =
                AlarmBatches.training(
                        tokens,
                        lines.train(),
                        settings.number("hiddenRate"),
                        settings.number("smoothing"),
                        settings.integer("batchSize"),
                        seed);
        return Experiment.classification(
                        name, configuration, training, AlarmBatches.measuring(tokens, lines.dev()))
                .withLabels(lines.train().labels())
                .withDataset("alarm-logs-zh", lines.train().checksum())
                .withClipNorm(1)
                .withEpochs(settings.integer("epochs"));
    }
}
