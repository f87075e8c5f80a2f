package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;

/** The batch that all contenders of a case see: made-up numbers or tokens, the classes in turn. */
final class PeerBatch {
    private static final int TOKENS = 1_000_003;

    private PeerBatch() {}

    /** Returns features [B, inputs] row by row, in [0, 1), or ids below V. */
    static float[] features(PeerModel model, int batch) {
        int limit = model instanceof Encoder encoder ? encoder.vocabulary() : 0;
        var features = new float[batch * model.inputs()];
        for (int i = 0; i < features.length; i++) {
            double unit = Tensor.unit(i, TOKENS);
            features[i] = (float) (limit == 0 ? unit : Math.floor(unit * limit));
        }
        return features;
    }

    /** Returns the class of each example. */
    static int[] classes(PeerModel model, int batch) {
        var classes = new int[batch];
        for (int i = 0; i < batch; i++) {
            classes[i] = i % model.classes();
        }
        return classes;
    }
}
