package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.classifier.BertHead;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Datasets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What a BERT is fine-tuned from. */
final class CheckpointOptions {
    @Option(
            names = "--checkpoint",
            paramLabel = "DIR",
            description =
                    "bert: the HuggingFace directory to go on from (default: the small BERT that"
                            + " ships with the course).")
    private Path checkpoint;

    @Option(
            names = "--new-head",
            description = "bert: where the checkpoint has a layer for other classes, replace it.")
    private boolean newHead;

    /**
     * Returns the directory.
     *
     * @param out where the fine-tuned model goes
     * @throws BadInput if the model would replace it
     */
    Path directory(Path out) {
        var directory = checkpoint == null ? Datasets.bert() : checkpoint;
        if (directory.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
            throw new BadInput(
                    "--out must be another folder than --checkpoint, got %s. Choose another name."
                            .formatted(out));
        }
        return directory;
    }

    /**
     * Returns the layer that tells the classes apart.
     *
     * @throws BadInput if it is the checkpoint's, has other labels, and may not be replaced
     */
    BertHead head(Path directory, List<String> labels) {
        return BertHead.of(directory, labels, newHead);
    }
}
