package io.github.dl4jprimer.bert;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.TensorInfo;
import io.github.dl4jprimer.transformer.MaskedLanguageModel;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A BERT as HuggingFace's {@code save_pretrained} writes it: a directory with {@code config.json},
 * {@code vocab.txt}, {@code tokenizer_config.json} and the weights in {@code model.safetensors}.
 *
 * <pre>{@code
 * try (var checkpoint = BertCheckpoint.open(Path.of("bert-base-chinese"))) {
 *     var bert = checkpoint.classifier(TrainingSettings.of(7), List.of("disk", "cpu"));
 *     bert.network(); // its encoder is the checkpoint's, bert.fresh() is still to be trained
 * }
 * }</pre>
 *
 * <p>Opening reads settings and headers alone. Networks are FLOAT; whatever precision the file has,
 * each tensor is read straight into its place among the network's parameters, so that nearly no
 * memory is needed besides them.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al.: BERT</a>
 */
public final class BertCheckpoint implements AutoCloseable {
    private final Path directory;
    private final BertConfig config;
    private final CheckpointTensors tensors;

    private BertCheckpoint(Path directory, BertConfig config, CheckpointTensors tensors) {
        this.directory = directory;
        this.config = config;
        this.tensors = tensors;
    }

    /**
     * Opens a directory.
     *
     * @throws BadInput if it has no {@code config.json} of a BERT, or no weights that can be read
     */
    public static BertCheckpoint open(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new BadInput(
                    "checkpoint must be a directory, got %s (%s). Pass a HuggingFace directory."
                            .formatted(Files.exists(directory) ? "a file" : "nothing", directory));
        }
        var config = BertConfig.read(directory.resolve("config.json"));
        return new BertCheckpoint(directory, config, CheckpointTensors.open(directory));
    }

    /** Returns what {@code config.json} says. */
    public BertConfig config() {
        return config;
    }

    /**
     * Returns this checkpoint, whose networks are to be built from other settings, such as another
     * dropout; there is one of both to close.
     */
    public BertCheckpoint withConfig(BertConfig other) {
        return new BertCheckpoint(directory, other, tensors);
    }

    /** Returns what tensors there are, under the names the file gives them. */
    public Map<String, TensorInfo> tensors() {
        return tensors.source().tensors();
    }

    /**
     * Reads the tokenizer.
     *
     * @throws BadInput if it cannot be used, or has tokens that the model does not know
     */
    public BertTokenizer tokenizer() {
        var tokenizer = BertTokenizer.load(directory);
        int tokens = tokenizer.vocabulary().size();
        if (tokens > config.embedding().vocabularySize()) {
            throw tensors.refused(
                    "vocab.txt must have at most vocab_size %d tokens, got %d"
                            .formatted(config.embedding().vocabularySize(), tokens));
        }
        return tokenizer;
    }

    /** Returns whether the checkpoint sorts texts into classes already. */
    public boolean hasClassifier() {
        return tensors.has("classifier.weight");
    }

    /**
     * Returns the class names in index order: {@code id2label}, or else {@code LABEL_0} and so on
     * as HuggingFace calls them; empty if the checkpoint has no classifier and names none.
     */
    public List<String> labels() {
        if (!config.labels().isEmpty() || !hasClassifier()) {
            return config.labels();
        }
        var shape = tensors.info("classifier.weight").shape();
        long classes = shape.isEmpty() ? 0 : shape.get(0);
        return LongStream.range(0, Math.min(classes, Integer.MAX_VALUE))
                .mapToObj(i -> "LABEL_" + i)
                .toList();
    }

    /**
     * Looks through everything, also through all weights, and returns what is wrong, one sentence
     * each; empty if nothing is.
     */
    public List<String> problems() {
        return new CheckpointProblems(this, tensors).find();
    }

    /**
     * Returns the classifier that the checkpoint holds.
     *
     * @throws BadInput if it holds none, or tensors and configuration do not fit
     */
    public LoadedBert classifier(TrainingSettings training) {
        if (!hasClassifier()) {
            throw new BadInput(
                    "checkpoint must have a classifier (tensor 'classifier.weight'), got none (%s). Fine-tune it on labelled texts first."
                            .formatted(directory));
        }
        return classifier(training, labels());
    }

    /**
     * Returns a classifier of these classes: the checkpoint's own if its labels are these, else its
     * encoder (and pooler, if it has one) under a head drawn at random.
     *
     * @param labels class names in index order, at least 2
     * @throws BadInput if tensors and configuration do not fit
     */
    public LoadedBert classifier(TrainingSettings training, List<String> labels) {
        if (labels.size() < 2) {
            throw tensors.refused("classifier must have at least 2 classes, got " + labels.size());
        }
        var pooler = BertTensors.pooler(config);
        var head = BertTensors.classifier(config, labels.size());
        var own = hasClassifier() && labels.equals(labels());
        var plan = encoder();
        plan = own ? plan.keeping(pooler).keeping(head) : plan.keepingOrDrawing(pooler);
        plan = own ? plan : plan.drawing(head);
        tensors.require(plan.kept());
        var model =
                new TransformerClassifier(
                        config.embedding(),
                        config.encoder(),
                        config.numLayers(),
                        SequencePooling.first(),
                        true,
                        labels.size(),
                        training);
        var network = plan.build(dropped(model.configuration()), config.initializerRange());
        return new LoadedBert(network, config.withLabels(labels), plan.freshNames());
    }

    /**
     * Returns the model that fills gaps, with the checkpoint's head or, if it has none, with one
     * drawn at random.
     *
     * @throws BadInput if tensors and configuration do not fit, or the decoder is not tied
     */
    public LoadedBert maskedLanguageModel(TrainingSettings training) {
        var plan = encoder().keepingOrDrawing(BertTensors.predictions(config));
        tensors.require(plan.kept());
        var model =
                new MaskedLanguageModel(
                        config.embedding(), config.encoder(), config.numLayers(), training);
        var network = plan.build(model.configuration(), config.initializerRange());
        var untied = TiedCopies.problems(tensors, name -> plan.view(name, network));
        if (!untied.isEmpty()) {
            throw tensors.refused(untied.get(0));
        }
        return new LoadedBert(network, config, plan.freshNames());
    }

    private CheckpointNetwork encoder() {
        tensors.requireNoBlockFrom(config.numLayers());
        return CheckpointNetwork.of(tensors).keeping(BertTensors.encoder(config));
    }

    /** Sets the dropout in front of the classifier, which may differ from the blocks'. */
    private ComputationGraphConfiguration dropped(ComputationGraphConfiguration configuration) {
        double rate = config.classifierDropoutRate();
        var output = (LayerVertex) configuration.getVertices().get("output");
        output.getLayerConf().getLayer().setIDropout(rate == 0 ? null : new Dropout(1 - rate));
        return configuration;
    }

    /**
     * Writes a directory that {@code from_pretrained} reads, replacing one that exists; it appears
     * whole or not at all.
     *
     * @param network of a {@link TransformerClassifier} with a pooler, or of a {@link
     *     MaskedLanguageModel}
     * @param config what the network was built from; its labels are the classes
     * @throws IllegalArgumentException if the network is not what the configuration says
     */
    public static void save(
            Path directory, ComputationGraph network, BertConfig config, BertTokenizer tokenizer) {
        CheckpointFolder.of(network, config, tokenizer).write(directory);
    }

    @Override
    public void close() {
        tensors.close();
    }
}
