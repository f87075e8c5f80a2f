package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.classifier.BagClassifier;
import io.github.dl4jprimer.classifier.EncoderArchitecture;
import io.github.dl4jprimer.classifier.EncoderClassifier;
import io.github.dl4jprimer.classifier.TableClassifier;
import io.github.dl4jprimer.classifier.Trained;
import io.github.dl4jprimer.classifier.TrainingPlan;
import io.github.dl4jprimer.classifier.TransformerPlan;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunSettings;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * primer train --data alarms.tsv --model encoder --epochs 4 --layers 2 --out alarm-model
 * primer train --data iris.csv --header --model mlp --hidden 16 --epochs 100 --out iris-model
 * </pre>
 *
 * <p>Without {@code --dev} the file is divided by class: eight tenths to learn from, a tenth that
 * watches training, a tenth that is measured on at the end. With {@code --dev} all of {@code
 * --data} is learnt from, and that file serves both other ends, so its figure is a little too good
 * where settings were chosen by it.
 *
 * <p>Prints a table of precision, recall and F1 by class and the accuracy; leaves the model in
 * {@code --out} and the run, with its report, in {@code --runs}. Whatever can be refused (a bad
 * line, a setting out of range or of another kind of model, a place that cannot be written) is
 * refused before training begins; a model that was there before is replaced only by a whole new
 * one.
 */
@Command(
        name = "train",
        description = "Train a classifier on your own data and save it.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private RunOptions runs;

    @Mixin private TrainingFiles files;

    @Mixin private PlanOptions plan;

    @Option(
            names = "--model",
            paramLabel = "bag|mlp|encoder",
            required = true,
            description = "bag or encoder for lines of text, mlp for columns of numbers.")
    private ModelKind kind;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where to save the model.")
    private Path out;

    @Override
    public void run() {
        kind.check(spec.commandLine().getParseResult().matchedOptions());
        OutputPath.folder("--out", out);
        runs.root();
        if (Files.exists(out) && !Files.exists(out.resolve("model.json"))) {
            throw new BadInput(
                    "--out must be a new folder or an older model's, got %s. Choose another name."
                            .formatted(out));
        }
        switch (kind) {
            case BAG -> trainBag();
            case MLP -> trainPerceptron();
            case ENCODER -> trainEncoder();
        }
    }

    /** Counts of character n-grams into a softmax layer, or a perceptron if so asked. */
    private void trainBag() {
        var settings = plan.perceptron(TrainingPlan.forText(), runs.seed());
        var split = files.texts(runs.seed());
        var trained = BagClassifier.train(split.train(), split.dev(), settings, runner());
        finish(trained, trained.classifier().evaluate(split.test()));
    }

    /** Standardised columns into a perceptron. */
    private void trainPerceptron() {
        var settings = plan.perceptron(TrainingPlan.forTable(), runs.seed());
        var split = files.numbers(runs.seed());
        var trained = TableClassifier.train(split.train(), split.dev(), settings, runner());
        finish(trained, trained.classifier().evaluate(split.test()));
    }

    /** Tokens in their order into a Transformer that starts at random weights. */
    private void trainEncoder() {
        var settings = plan.transformer(TransformerPlan.fromScratch(), runs.seed());
        var architecture = plan.architecture(EncoderArchitecture.small());
        var split = files.texts(runs.seed());
        var trained =
                EncoderClassifier.train(
                        split.train(), split.dev(), architecture, settings, runner());
        finish(trained, trained.classifier().evaluate(split.test()));
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
