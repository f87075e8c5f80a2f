package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.loss.NextTokenCrossEntropy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Alarm lines that begin in Chinese, and the LSTM that learns to write them.
 *
 * <p>Lines that begin with a time stamp or a host name are left out: their beginning says nothing
 * of the alarm and would fill most of the 16 characters that the model sees.
 *
 * @param characters what the lines are made of
 * @param training the lines to learn from
 * @param dev lines of other phrasings, to validate on
 */
record ChineseLines(AlarmCharacters characters, TextDataset training, List<String> dev) {
    private static final int VALIDATION_LINES = 300;

    /** Characters that occur less often are the unknown one. */
    private static final int MIN_COUNT = 8;

    /** Draws {@code lines} lines of {@code length} characters, as the lab's settings say. */
    static ChineseLines of(Lab lab) {
        var alarms = Datasets.alarms();
        var training = sample(alarms.train(), lab.settings().integer("lines"), lab.seed());
        var dev = sample(alarms.dev(), VALIDATION_LINES, lab.seed());
        var characters =
                AlarmCharacters.of(training.texts(), MIN_COUNT, lab.settings().integer("length"));
        return new ChineseLines(characters, training, dev.texts());
    }

    /** Draws from the lines that begin in Chinese: no time stamp or host name comes first. */
    private static TextDataset sample(TextDataset from, int count, long seed) {
        var chinese = new ArrayList<>(from.examples());
        chinese.removeIf(line -> !Character.isIdeographic(line.text().codePointAt(0)));
        Collections.shuffle(chinese, new Random(seed));
        var chosen = chinese.subList(0, Math.min(count, chinese.size()));
        return new TextDataset(from.name(), chosen, from.labels(), from.checksum());
    }

    /** Returns the training of the LSTM with an updater. */
    Experiment experiment(Settings settings, String name, IUpdater updater, long seed) {
        var batchSize = settings.integer("batchSize");
        return Experiment.languageModel(
                        name,
                        configuration(settings, updater.clone(), seed),
                        Batches.shuffled(characters.encode(training.texts()), batchSize, seed),
                        Batches.inOrder(characters.encode(dev), VALIDATION_LINES))
                .withEpochs(settings.integer("epochs"))
                .withSeed(seed)
                .withClipNorm(1)
                .withDataset(training.name(), training.checksum());
    }

    /**
     * Character numbers [B, T] to embeddings [B, D, T], LSTM [B, H, T], probabilities [B, V, T].
     */
    private MultiLayerConfiguration configuration(Settings settings, IUpdater updater, long seed) {
        int embedding = settings.integer("embeddingSize");
        int hidden = settings.integer("hiddenSize");
        var loss = NextTokenCrossEntropy.ofLength(characters.length());
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater)
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(
                        new EmbeddingSequenceLayer.Builder()
                                .nIn(characters.size())
                                .nOut(embedding)
                                .outputDataFormat(RNNFormat.NCW)
                                .build())
                .layer(
                        new LSTM.Builder()
                                .nIn(embedding)
                                .nOut(hidden)
                                .activation(Activation.TANH)
                                .dataFormat(RNNFormat.NCW)
                                .build())
                .layer(
                        new RnnOutputLayer.Builder(loss)
                                .nIn(hidden)
                                .nOut(characters.size())
                                .activation(Activation.SOFTMAX)
                                .dataFormat(RNNFormat.NCW) // unset, DL4J takes axis 1 for time
                                .build())
                .build();
    }
}
