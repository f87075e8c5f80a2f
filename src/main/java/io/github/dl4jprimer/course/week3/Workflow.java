package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.ClassReport;
import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NgramFile;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.Standardization;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * From data to predictions, twice: alarm lines, and the breast-cancer table of UCI.
 *
 * <pre>data -> configuration -> loss and optimizer -> loop -> evaluate -> save -> load -> predict
 * </pre>
 *
 * <p>Vocabulary and scaling come from the training part and are kept beside the model: without them
 * its numbers mean nothing. What is loaded predicts exactly as what was saved.
 *
 * <p>Nothing is chosen here, so the test part may be looked at: the settings were those of earlier
 * experiments. The last claim asks for more than guessing alone; how much more is in the tables.
 *
 * <p>Settings: {@code linesPerClass} 400, {@code features} 3000, {@code hiddenSize} 64, AdamW at
 * {@code learningRate} 0.003 with {@code weightDecay} 0.01 and {@code dropoutRate} 0.3, {@code
 * batchSize} 64, {@code epochs} 5 for the alarms and {@code tableEpochs} 30 for the table.
 *
 * <p>Change this: {@code --set linesPerClass=20} and read the misjudged alarms again; look into the
 * run's folder, where model, labels and vocabulary lie as files, and predict with them from the
 * command line.
 */
final class Workflow implements CourseExperiment {
    private static final List<String> NEW_ALARMS =
            List.of(
                    "磁盘使用率超过95%，/data 快满了",
                    "CPU 负载飙到 40，接口超时", "交换机端口丢包严重，专线断了两次", "证书 3 天后过期，请尽快更换", "磁盘告警已恢复，无需处理");

    @Override
    public String id() {
        return "w3-workflow";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("linesPerClass", 400, 1, 1220)
                .with("features", 3000, 1, 20_000)
                .with("hiddenSize", 64, 1, 4096)
                .with("learningRate", 0.003, 1e-6, 100)
                .with("weightDecay", 0.01, 0, 10)
                .with("dropoutRate", 0.3, 0, 0.95)
                .with("batchSize", 64, 1, 4096)
                .with("epochs", 5, 1, 10_000)
                .with("tableEpochs", 30, 1, 1000);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("linesPerClass", "20")
                .changed("features", "500")
                .changed("epochs", "2")
                .changed("tableEpochs", "3");
    }

    @Override
    public void run(Lab lab) {
        runAlarms(lab);
        runTable(lab);
    }

    private static void runAlarms(Lab lab) {
        var alarms = Datasets.alarms();
        int lines = lab.settings().integer("linesPerClass");
        var data =
                new Split<>(
                        AlarmBags.sample(alarms.train(), lines, lab.seed()),
                        alarms.dev(),
                        alarms.test());
        var bags = AlarmBags.of(data, lab.settings().integer("features"));
        var model = configured(lab, bags.classifier(hidden(lab), lab.seed()));
        var batchSize = lab.settings().integer("batchSize");
        var experiment =
                bags.experiment("alarms", model.configuration(), batchSize, lab.seed())
                        .withEpochs(lab.settings().integer("epochs"));
        var run = lab.trainAndSave(experiment);
        var result = Evaluator.evaluate(run.model(), Task.CLASSIFICATION, bags.test());
        var name = lab.say("告警", "alarms");
        var report = new ClassReport("alarms", name, data.test().labels(), result);
        report.leaveIn(lab);
        showMistakes(lab, bags, run);

        var vocabulary = run.directory().resolve("vocabulary.txt");
        NgramFile.save(bags.ngrams(), vocabulary);
        var loaded = ModelFolder.load(run.directory().resolve("model"));
        INDArray features = NgramFile.load(vocabulary).transform(NEW_ALARMS); // [5, V]
        INDArray probabilities = output(loaded.model(), features);
        predict(lab, loaded.labels(), probabilities);
        conclude(lab, report, output(run.model(), features).equals(probabilities));
    }

    private static void runTable(Lab lab) {
        var cut = Splits.stratified(Datasets.breastCancer(), 0.2, 0.2, lab.seed());
        var rows = new TableSplit(Standardization.of(cut));
        var model = configured(lab, rows.classifier(hidden(lab), lab.seed()));
        var experiment =
                rows.experiment("breast-cancer", model.configuration(), 32, lab.seed())
                        .withEpochs(lab.settings().integer("tableEpochs"));
        var run = lab.trainAndSave(experiment);
        var result = Evaluator.evaluate(run.model(), Task.CLASSIFICATION, rows.test());
        var name = lab.say("乳腺癌（UCI）", "breast cancer (UCI)");
        var labels = rows.parts().test().labels();
        var report = new ClassReport("breast-cancer", name, labels, result);
        report.leaveIn(lab);
        var loaded = ModelFolder.load(run.directory().resolve("model"));
        NumberDataset test = Standardization.apply(Standardization.fit(cut.train()), cut.test());
        INDArray before = output(run.model(), rows.parts().test().features());
        conclude(lab, report, before.equals(output(loaded.model(), test.features())));
    }

    private static List<Integer> hidden(Lab lab) {
        return List.of(lab.settings().integer("hiddenSize"));
    }

    private static MultilayerPerceptron configured(Lab lab, MultilayerPerceptron model) {
        var settings = lab.settings();
        return model.withUpdater(Optimizers.ADAMW.at(settings.number("learningRate")))
                .withRegularization(
                        Regularization.none()
                                .withWeightDecay(settings.number("weightDecay"))
                                .withDropoutRate(settings.number("dropoutRate")));
    }

    private static INDArray output(Model model, INDArray features) {
        return ((MultiLayerNetwork) model).output(features);
    }

    private static void showMistakes(Lab lab, AlarmBags bags, RunResult run) {
        var lines = bags.lines().test();
        var sample = AlarmBags.sample(lines, 10, lab.seed());
        int[] predicted =
                output(run.model(), bags.ngrams().transform(sample.texts()))
                        .argMax(1)
                        .toIntVector();
        int[] actual = sample.classes();
        var table =
                TextTable.of(
                        lab.say("真实", "actual"),
                        lab.say("预测", "predicted"),
                        lab.say("告警", "alarm"));
        int shown = 0;
        for (int i = 0; i < actual.length && shown < 8; i++) {
            if (predicted[i] != actual[i]) {
                shown++;
                table.row(
                        lines.labels().get(actual[i]),
                        lines.labels().get(predicted[i]),
                        sample.texts().get(i));
            }
        }
        lab.table(lab.say("被认错的告警", "Misjudged alarms"), table);
    }

    private static void predict(Lab lab, List<String> labels, INDArray probabilities) {
        var table =
                TextTable.of(
                        lab.say("新告警", "new alarm"),
                        lab.say("预测", "predicted"),
                        lab.say("概率", "probability"));
        int[] predicted = probabilities.argMax(1).toIntVector();
        for (int i = 0; i < predicted.length; i++) {
            table.row(
                    NEW_ALARMS.get(i),
                    labels.get(predicted[i]),
                    Numbers.percent(probabilities.getDouble(i, predicted[i])));
        }
        lab.table(lab.say("加载之后的预测", "Predictions of the loaded model"), table);
    }

    /**
     * Claims that the loaded model predicts the same to the last bit, and that the test accuracy is
     * beyond 2 / (C + 1) for C classes, above guessing.
     */
    static void conclude(Lab lab, ClassReport report, boolean same) {
        var confusion = report.result().confusion();
        lab.claim(
                lab.say(
                                "%s：保存再加载之后，每个预测概率一位不差",
                                "%s: saved and loaded, it predicts the same to the last bit")
                        .formatted(report.name()),
                same);
        lab.claim(
                lab.say(
                                "%s：测试准确率 %s，F1 最低的类别是 %s（%s）",
                                "%s: test accuracy %s, the class of the lowest F1 is %s (%s)")
                        .formatted(
                                report.name(),
                                Numbers.percent(report.accuracy()),
                                report.labels().get(report.weakest()),
                                Numbers.significant(confusion.f1(report.weakest()), 3)),
                report.accuracy() > 2.0 / (report.labels().size() + 1));
    }
}
