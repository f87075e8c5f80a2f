package io.github.dl4jprimer.bert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The decoder of the masked language model, which some files hold although it is the embedding's
 * table once more; one that differs was trained apart, and the model would not be the same.
 */
final class TiedCopies {
    private static final Map<String, String> ORIGINALS =
            Map.of(
                    "cls.predictions.decoder.weight",
                    "bert.embeddings.word_embeddings.weight",
                    "cls.predictions.decoder.bias",
                    "cls.predictions.bias");

    private TiedCopies() {}

    /** Returns whether a name is that of a copy. */
    static boolean isCopy(String name) {
        return ORIGINALS.containsKey(name);
    }

    /**
     * Returns a sentence for each copy that is not equal to its original.
     *
     * @param original returns the original's numbers by its name
     */
    static List<String> problems(CheckpointTensors tensors, Function<String, INDArray> original) {
        var problems = new ArrayList<String>();
        for (var entry : ORIGINALS.entrySet()) {
            var copy = entry.getKey();
            var name = entry.getValue();
            if (tensors.has(copy) && tensors.has(name) && !equal(tensors, copy, name, original)) {
                problems.add(
                        "tensor '%s' must be equal to '%s', got another one".formatted(copy, name));
            }
        }
        return problems;
    }

    private static boolean equal(
            CheckpointTensors tensors,
            String copy,
            String name,
            Function<String, INDArray> original) {
        var info = tensors.info(copy);
        var type = info.type().readAs();
        if (!info.shape().equals(tensors.info(name).shape()) || type == null || !type.isFPType()) {
            return false;
        }
        INDArray difference = Nd4j.createUninitialized(DataType.FLOAT, info.dimensions());
        tensors.readInto(copy, difference);
        difference.subi(original.apply(name));
        return difference.amaxNumber().doubleValue() == 0;
    }
}
