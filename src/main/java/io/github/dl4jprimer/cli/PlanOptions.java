package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.classifier.EncoderArchitecture;
import io.github.dl4jprimer.classifier.TrainingPlan;
import io.github.dl4jprimer.classifier.TransformerPlan;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * How a classifier is trained; what the command line leaves out stays as usual for the kind of
 * model.
 *
 * <p>Each method throws {@link IllegalArgumentException} if a setting is out of range.
 */
final class PlanOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data.")
    private Integer epochs;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Of Adam, the highest.")
    private Double learningRate;

    @Option(names = "--batch-size", paramLabel = "N", description = "Examples a step.")
    private Integer batchSize;

    @Option(
            names = "--dropout",
            paramLabel = "X",
            description = "bag, mlp, encoder: probability to drop (default: 0; encoder 0.1).")
    private Double dropoutRate;

    @Option(
            names = "--weight-decay",
            paramLabel = "X",
            description = "Decoupled weight decay (default: 0; bert 0.01).")
    private Double weightDecay;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "bag, mlp: hidden neurons, layer by layer: 128,64; 0 for none.")
    private List<Integer> hidden;

    @Option(
            names = "--warmup",
            paramLabel = "X",
            description = "encoder, bert: share of the steps in which the learning rate climbs.")
    private Double warmup;

    @Option(
            names = "--max-length",
            paramLabel = "N",
            description = "encoder, bert: tokens after which a text is cut.")
    private Integer maxLength;

    @Option(names = "--layers", paramLabel = "N", description = "encoder: blocks.")
    private Integer layers;

    @Option(names = "--heads", paramLabel = "N", description = "encoder: attention heads.")
    private Integer heads;

    @Option(names = "--embedding-size", paramLabel = "N", description = "encoder: numbers a token.")
    private Integer embeddingSize;

    @Option(
            names = "--feed-forward",
            paramLabel = "N",
            description = "encoder: inner width of a block.")
    private Integer feedForward;

    /** The plan of a perceptron. */
    TrainingPlan perceptron(TrainingPlan usual, long seed) {
        return new TrainingPlan(
                or(epochs, usual.epochs()),
                or(learningRate, usual.learningRate()),
                or(batchSize, usual.batchSize()),
                List.of(0).equals(hidden) ? List.of() : or(hidden, usual.hiddenSizes()),
                or(dropoutRate, usual.dropoutRate()),
                or(weightDecay, usual.weightDecay()),
                seed);
    }

    /** The plan of a Transformer. */
    TransformerPlan transformer(TransformerPlan usual, long seed) {
        return new TransformerPlan(
                or(epochs, usual.epochs()),
                or(learningRate, usual.learningRate()),
                or(warmup, usual.warmup()),
                or(batchSize, usual.batchSize()),
                or(maxLength, usual.maxLength()),
                or(weightDecay, usual.weightDecay()),
                seed);
    }

    /** The size of a Transformer. */
    EncoderArchitecture architecture(EncoderArchitecture usual) {
        return new EncoderArchitecture(
                or(layers, usual.numLayers()),
                or(heads, usual.numHeads()),
                or(embeddingSize, usual.embeddingSize()),
                or(feedForward, usual.feedForwardSize()),
                or(dropoutRate, usual.dropoutRate()));
    }

    private static <T> T or(T given, T usual) {
        return given == null ? usual : given;
    }
}
