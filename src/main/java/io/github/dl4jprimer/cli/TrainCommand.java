package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.classifier.BagClassifier;
import io.github.dl4jprimer.classifier.BertClassifier;
import io.github.dl4jprimer.classifier.EncoderArchitecture;
import io.github.dl4jprimer.classifier.EncoderClassifier;
import io.github.dl4jprimer.classifier.TableClassifier;
import io.github.dl4jprimer.classifier.Trained;
import io.github.dl4jprimer.classifier.TrainingPlan;
import io.github.dl4jprimer.classifier.TransformerPlan;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunSettings;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.RunReport;
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
 * primer train --data alarms.tsv --model bert --checkpoint bert-base-chinese --out alarm-model
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
            paramLabel = "KIND",
            required = true,
            description = "bag, encoder or bert for lines of text, mlp for columns of numbers.")
    private ModelKind kind;

    @Mixin private CheckpointOptions checkpoint;

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
        OlderModel.check("--out", out);
        switch (kind) {
            case BAG -> trainBag();
            case MLP -> trainPerceptron();
            case ENCODER -> trainEncoder();
            case BERT -> fineTune();
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

    /** Tokens in their order into a BERT that goes on from its pre-trained weights. */
    private void fineTune() {
        var directory = checkpoint.directory(out);
        var settings = plan.transformer(TransformerPlan.fineTuning(), runs.seed());
        var split = files.texts(runs.seed());
        var head = checkpoint.head(directory, split.train().labels());
        if (head.fresh()) {
            tellOfFreshHead(head.labels().size());
        }
        var trained =
                BertClassifier.train(
                        directory, head, split.train(), split.dev(), settings, runner());
        finish(trained, trained.classifier().evaluate(split.test()));
    }

    private void tellOfFreshHead(int classes) {
        var line =
                Language.current()
                        .choose(
                                "检查点没有这 %d 个类别的分类层：新建一个，从随机权重开始训练",
                                "the checkpoint has no layer for these %d classes: a fresh one is"
                                        + " trained from random weights");
        spec.commandLine().getOut().println(line.formatted(classes));
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
