package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import io.github.dl4jprimer.bench.peer.PeerModel.Perceptron;
import io.github.dl4jprimer.language.Language;
import java.util.Locale;

/** A network, its batches, and how fast it is meant to be beside PyTorch 2.7.1. */
enum PeerCase {
    /** Four blocks of BERT-base. */
    ENCODER_768(new Encoder(768, 12, 4, 64, 21128), 8, 8, 0.6, 0.6),
    /** A small encoder on short lines. */
    ENCODER_128(new Encoder(128, 4, 2, 32, 21128), 32, 32, 0.75, 0.9),
    /** All of BERT-base: one step of fine-tuning, and the prediction of 32 lines. */
    BERT_BASE(new Encoder(768, 12, 12, 128, 21128), 8, 32, 0.7, 0.7),
    /** A wide perceptron. */
    MLP_1024(new Perceptron(784, 1024, 10), 256, 256, 0.6, 0.6),
    /** A perceptron of the size usual for digits. */
    MLP_256(new Perceptron(784, 256, 10), 128, 128, 0.9, 0.9),
    /** The course's small networks. */
    MLP_16(new Perceptron(4, 16, 3), 32, 32, 0.8, 1.0);

    private final PeerModel model;
    private final int trainBatch;
    private final int inferBatch;
    private final double trainTarget;
    private final double inferTarget;

    PeerCase(
            PeerModel model,
            int trainBatch,
            int inferBatch,
            double trainTarget,
            double inferTarget) {
        this.model = model;
        this.trainBatch = trainBatch;
        this.inferBatch = inferBatch;
        this.trainTarget = trainTarget;
        this.inferTarget = inferTarget;
    }

    /** What is timed. */
    enum Mode {
        /** Forward, backward, AdamW. */
        TRAIN,
        /** Forward alone. */
        INFER;

        String title(Language language) {
            return this == TRAIN ? language.choose("训练", "train") : language.choose("推理", "infer");
        }
    }

    PeerModel model() {
        return model;
    }

    /** Returns examples a batch. */
    int batch(Mode mode) {
        return mode == Mode.TRAIN ? trainBatch : inferBatch;
    }

    /** Returns the largest share of PyTorch's time that is meant to be needed. */
    double target(Mode mode) {
        return mode == Mode.TRAIN ? trainTarget : inferTarget;
    }

    /**
     * Returns AdamW's learning rate, the same for all contenders.
     *
     * <p>The wide perceptron has gradients near AdamW's epsilon of 1e-8, which DJL and DL4J add to
     * the moment before its correction, PyTorch and this project after it. At a rate of 1e-3 their
     * losses come apart within ten steps for that alone.
     */
    double learningRate() {
        return model instanceof Encoder || this == MLP_1024 ? 1e-4 : 1e-3;
    }

    /** Returns the name to type, for example {@code encoder-768}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns sizes for people. */
    String title(Language language) {
        if (model instanceof Encoder encoder) {
            return "%s D=%d H=%d L=%d T=%d"
                    .formatted(
                            this == BERT_BASE ? "BERT-base" : language.choose("编码器", "encoder"),
                            encoder.width(),
                            encoder.heads(),
                            encoder.layers(),
                            encoder.inputs());
        }
        var perceptron = (Perceptron) model;
        return "MLP %d-%d-%d-%d"
                .formatted(
                        perceptron.inputs(),
                        perceptron.hidden(),
                        perceptron.hidden(),
                        perceptron.classes());
    }

    /**
     * Returns the case of a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static PeerCase named(String key) {
        return Keys.named("case", values(), PeerCase::key, key);
    }
}
