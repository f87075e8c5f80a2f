package io.github.dl4jprimer.bert;

import com.google.gson.JsonArray;
import io.github.dl4jprimer.data.BadInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Looks through a whole checkpoint for what is missing, odd or broken. */
final class CheckpointProblems {
    private final BertCheckpoint checkpoint;
    private final CheckpointTensors tensors;
    private final List<String> problems = new ArrayList<>();

    CheckpointProblems(BertCheckpoint checkpoint, CheckpointTensors tensors) {
        this.checkpoint = checkpoint;
        this.tensors = tensors;
    }

    /** Returns a sentence for each problem. */
    List<String> find() {
        addTokenizer();
        addClassifier();
        var known = new HashSet<String>();
        for (var place : expected()) {
            known.add(place.name());
            var misfit = tensors.misfit(place);
            misfit.or(() -> notFinite(place.name())).ifPresent(problems::add);
        }
        for (var name : tensors.names().keySet()) {
            if (!known.contains(name) && !TiedCopies.isCopy(name)) {
                problems.add(
                        "tensor '%s' must be one of BERT's, got one that nothing reads"
                                .formatted(BadInput.shown(name)));
            }
        }
        if (problems.isEmpty()) {
            problems.addAll(TiedCopies.problems(tensors, this::read));
        }
        return List.copyOf(problems);
    }

    private void addTokenizer() {
        try {
            checkpoint.tokenizer();
        } catch (BadInput e) {
            problems.add(e.getMessage());
        }
    }

    /** The encoder alone is a whole checkpoint, unless it is said to be a classifier's. */
    private void addClassifier() {
        var architectures = checkpoint.config().others().get("architectures");
        var promised =
                architectures instanceof JsonArray names
                        && names.asList().stream()
                                .anyMatch(
                                        name ->
                                                name.toString()
                                                        .contains("ForSequenceClassification"));
        if (promised && !checkpoint.hasClassifier()) {
            problems.add(
                    "tensor 'classifier.weight' must be in a checkpoint for classification, got"
                            + " none: a new head has to be trained");
        }
    }

    private List<TensorPlace> expected() {
        var config = checkpoint.config();
        var expected = new ArrayList<>(BertTensors.encoder(config));
        var labels = Math.max(1, checkpoint.labels().size());
        var head = BertTensors.classifier(config, labels);
        var pooler = BertTensors.pooler(config);
        var predictions = BertTensors.predictions(config);
        if (tensors.hasAny(head)) {
            expected.addAll(head);
        }
        if (tensors.hasAny(head) || tensors.hasAny(pooler)) {
            expected.addAll(pooler);
        }
        if (tensors.hasAny(predictions)) {
            expected.addAll(predictions);
        }
        return expected;
    }

    private Optional<String> notFinite(String name) {
        return CheckpointNetwork.isFinite(read(name))
                ? Optional.empty()
                : Optional.of(CheckpointNetwork.notFinite(name));
    }

    private INDArray read(String name) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, tensors.info(name).dimensions());
        tensors.readInto(name, array);
        return array;
    }
}
