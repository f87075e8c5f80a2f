package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.classifier.TableClassifier;
import io.github.dl4jprimer.classifier.TextClassifier;
import io.github.dl4jprimer.classifier.Trained;
import io.github.dl4jprimer.classifier.TrainingPlan;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunSettings;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code primer train}: a classifier from a user's own file.
 *
 * <pre>
 * primer train --data alarms.tsv --model bag --out alarm-model
 * primer train --data iris.csv --header --model mlp --hidden 16 --epochs 100 --out iris-model
 * </pre>
 *
 * <p>Without {@code --dev} the file is divided by class: eight tenths to learn from, a tenth that
 * decides which epoch's model is kept, a tenth that is measured on at the end. With {@code --dev}
 * all of {@code --data} is learnt from, and that file serves both other ends, so its figure is a
 * little too good.
 *
 * <p>Prints a table of precision, recall and F1 by class and the accuracy; leaves the model in
 * {@code --out} and the run, with its report, in {@code --runs}. Whatever can be refused (a bad
 * line, a setting out of range, a place that cannot be written) is refused before training begins;
 * a model that was there before is replaced only by a whole new one.
 */
@Command(
        name = "train",
        description = "Train a classifier on your own data and save it.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Runnable {
    /** The kinds of classifier. */
    enum Kind {
        /** Text, as a bag of character n-grams. */
        BAG,
        /** Columns of numbers, in a multilayer perceptron. */
        MLP
    }

    /**
     * Share of the training file that is kept to watch training, and again to measure at the end.
     */
    private static final double HELD_OUT = 0.1;

    @Spec private CommandSpec spec;

    @Mixin private RunOptions runs;

    @Mixin private FileOptions files;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            description = "Training examples: text<TAB>label, or numbers with the label last.")
    private Path data;

    @Option(
            names = "--dev",
            paramLabel = "FILE",
            description = "Examples to measure on; without it a fifth of the training file.")
    private Path dev;

    @Option(
            names = "--model",
            paramLabel = "bag|mlp",
            required = true,
            description = "bag for lines of text, mlp for columns of numbers.")
    private Kind kind;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where to save the model.")
    private Path out;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data.")
    private Integer epochs;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Of Adam.")
    private Double learningRate;

    @Option(names = "--batch-size", paramLabel = "N", description = "Examples a step.")
    private Integer batchSize;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Hidden neurons, layer by layer: 128,64; 0 for none.")
    private List<Integer> hidden;

    @Option(
            names = "--dropout",
            paramLabel = "X",
            defaultValue = "0",
            description = "Probability to drop (default: ${DEFAULT-VALUE}).")
    private double dropoutRate;

    @Option(
            names = "--weight-decay",
            paramLabel = "X",
            defaultValue = "0",
            description = "Decoupled weight decay (default: ${DEFAULT-VALUE}).")
    private double weightDecay;

    @Override
    public void run() {
        OutputPath.folder("--out", out);
        runs.root();
        if (Files.exists(out) && !Files.exists(out.resolve("model.json"))) {
            throw new BadInput(
                    "--out must be a new folder or an older model's, got %s. Choose another name."
                            .formatted(out));
        }
        if (kind == Kind.BAG) {
            trainOnText();
        } else {
            trainOnNumbers();
        }
    }

    /**
     * Counts of character n-grams into a softmax layer, or a perceptron if {@code --hidden} says.
     */
    private void trainOnText() {
        var train = files.texts(data).read(data);
        var split =
                dev == null
                        ? Splits.stratified(train, HELD_OUT, HELD_OUT, runs.seed())
                        : measured(train, files.texts(dev).read(dev, train.labels()));
        var trained =
                TextClassifier.train(
                        split.train(), split.dev(), plan(TrainingPlan.forText()), runner());
        finish(trained, trained.classifier().evaluate(split.test()));
    }

    /** Standardised columns into a perceptron; the last column of the file is the class. */
    private void trainOnNumbers() {
        var train = files.numbers(data).classification(data);
        var split =
                dev == null
                        ? Splits.stratified(train, HELD_OUT, HELD_OUT, runs.seed())
                        : measured(train, files.numbers(dev).classification(dev, train.labels()));
        var trained =
                TableClassifier.train(
                        split.train(), split.dev(), plan(TrainingPlan.forTable()), runner());
        finish(trained, trained.classifier().evaluate(split.test()));
    }

    /** Trains on all of one file and measures on the other. */
    private static <T> Split<T> measured(T train, T dev) {
        return new Split<>(train, dev, dev);
    }

    /**
     * The settings of the command line; what it leaves out stays as usual for the kind of data.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    private TrainingPlan plan(TrainingPlan usual) {
        var plan = usual.withSeed(runs.seed()).withRegularization(dropoutRate, weightDecay);
        plan = epochs == null ? plan : plan.withEpochs(epochs);
        plan = learningRate == null ? plan : plan.withLearningRate(learningRate);
        plan = batchSize == null ? plan : plan.withBatchSize(batchSize);
        return hidden == null
                ? plan
                : plan.withHiddenSizes(hidden.equals(List.of(0)) ? List.of() : hidden);
    }

    /** The run folder gets no model of its own: the user said where it goes. */
    private ExperimentRunner runner() {
        return new ExperimentRunner(
                RunSettings.in(runs.root()).withProgress(Terminal.progress()).withSaveModel(false));
    }

    /** Saves the model first, so that a failure to draw the report cannot cost it. */
    private void finish(Trained<?> trained, EvaluationResult result) {
        var classifier = trained.classifier();
        classifier.save(out);
        var language = Language.current();
        var terminal = spec.commandLine().getOut();
        terminal.print(EvaluationTable.of(result, classifier.labels(), language).text());
        terminal.println(EvaluationTable.headline(result, language));
        var report = RunReport.write(trained.run().directory(), language);
        terminal.println(language.choose("训练报告：", "report of the training: ") + report);
        terminal.println(language.choose("模型已保存：", "model saved: ") + out);
    }
}
