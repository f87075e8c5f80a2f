package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.classifier.SavedClassifier;
import io.github.dl4jprimer.classifier.TableClassifier;
import io.github.dl4jprimer.classifier.TextClassifier;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code primer evaluate}: a saved classifier on labelled examples.
 *
 * <pre>
 * primer evaluate --model alarm-model --data test.tsv
 * primer evaluate --model alarm-model --data test.tsv --json
 * </pre>
 *
 * <p>Measure on examples that were not trained on, or the figures flatter. Prints a row for each
 * class with precision (share of those called so that are so), recall (share of those that are so
 * that were found) and F1 (their harmonic mean), then accuracy, macro F1 (the mean of the classes'
 * F1, in which a rare class counts as much as a frequent one) and cross-entropy in nats.
 *
 * <p>With {@code --json} prints one object {@code {"loss", "accuracy", "precision", "recall", "f1",
 * "classes": {class: {"precision", "recall", "f1", "examples"}}}}. A label the model was not
 * trained on is refused with its line.
 */
@Command(
        name = "evaluate",
        description = "Measure a saved classifier on labelled examples.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private FileOptions files;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            required = true,
            description = "A folder that 'primer train' saved, or a HuggingFace BERT's.")
    private Path model;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            description = "Examples, written as for training.")
    private Path data;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public void run() {
        var classifier = SavedClassifier.load(model);
        var result = evaluate(classifier);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(EvaluationTable.json(result, classifier.labels()));
            return;
        }
        var language = Language.current();
        out.print(EvaluationTable.of(result, classifier.labels(), language).text());
        out.println(EvaluationTable.headline(result, language));
    }

    /** Reads the file in the way this kind of classifier was trained on. */
    private EvaluationResult evaluate(SavedClassifier classifier) {
        var labels = classifier.labels();
        if (classifier instanceof TextClassifier texts) {
            return texts.evaluate(files.texts(data).read(data, labels));
        }
        var numbers = (TableClassifier) classifier;
        return numbers.evaluate(files.numbers(data).classification(data, labels));
    }
}
