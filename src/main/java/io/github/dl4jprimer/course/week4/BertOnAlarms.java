package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.bert.BertCheckpoint;
import io.github.dl4jprimer.classifier.BertClassifier;
import io.github.dl4jprimer.classifier.BertHead;
import io.github.dl4jprimer.classifier.Prediction;
import io.github.dl4jprimer.classifier.TextClassifier;
import io.github.dl4jprimer.classifier.TransformerPlan;
import io.github.dl4jprimer.course.ClassReport;
import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.course.week1.KeywordRules;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole way of a BERT: checkpoint → a head for the alarms' classes → fine-tuning → evaluation →
 * a directory that Python loads → predictions for single lines.
 *
 * <pre>p = softmax(W tanh(W_p h_[CLS] + b_p) + b),   h_[CLS] the first position of the last block
 * </pre>
 *
 * <p>The encoder's weights are the checkpoint's. Of the pooler W_p the shipped checkpoint has none,
 * and W is new in any case: these start at random.
 *
 * <p>Settings, chosen on the dev lines:
 *
 * <ul>
 *   <li>{@code checkpoint} bert-alarms-zh: the shipped one; or any HuggingFace directory of a BERT.
 *       For bert-base-chinese take {@code learningRate} 5e-5.
 *   <li>{@code linesPerClass} 1420: all of them; {@code epochs} 2 at {@code learningRate} 0.0005,
 *       batches of {@code batchSize} 32.
 *   <li>{@code sentence} to be sorted.
 * </ul>
 *
 * <p>Change this: {@code --set linesPerClass=50}, and compare with the lesson on few labels.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018: BERT, figure 4</a>
 */
final class BertOnAlarms implements CourseExperiment {
    private static final List<String> SENTENCES =
            List.of("磁盘没满，但是 inode 用完了", "从库落后主库两个小时", "已恢复：CPU 使用率回到 20%");

    @Override
    public String id() {
        return "w4-bert";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("checkpoint", PretrainedEncoder.SHIPPED)
                .with("linesPerClass", 1420, 1, 1420)
                .with("epochs", 2, 1, 1000)
                .with("learningRate", 0.0005, 1e-6, 1)
                .with("batchSize", 32, 1, 4096)
                .with("sentence", "登录页面证书还有三天过期");
    }

    @Override
    public Settings quick() {
        return settings().changed("linesPerClass", "2").changed("epochs", "1");
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        int count = settings.integer("linesPerClass");
        var lines = Datasets.alarms().map(part -> part.firstPerClass(count));
        var checkpoint = PretrainedEncoder.directory(settings.text("checkpoint"));
        var head = BertHead.of(checkpoint, lines.train().labels(), true);
        var plan =
                TransformerPlan.fineTuning()
                        .withEpochs(settings.integer("epochs"))
                        .withLearningRate(settings.number("learningRate"))
                        .withBatchSize(settings.integer("batchSize"))
                        .withSeed(lab.seed());
        var trained =
                BertClassifier.train(
                        checkpoint, head, lines.train(), lines.dev(), plan, lab.runner());
        var result = trained.classifier().evaluate(lines.test());
        var name = lab.say("BERT，没见过的说法", "BERT, unseen phrasings");
        new ClassReport("bert", name, head.labels(), result).leaveIn(lab);
        var folder = lab.directory().resolve("alarm-bert");
        trained.classifier().save(folder);
        boolean same = predict(lab, trained.classifier(), folder);
        conclude(lab, KeywordRules.alarms().accuracy(lines.test()), result.score("accuracy"), same);
    }

    /** Sorts single lines, and returns whether the saved model says the very same. */
    private static boolean predict(Lab lab, BertClassifier classifier, Path folder) {
        var sentences = new ArrayList<>(SENTENCES);
        sentences.add(lab.settings().text("sentence"));
        List<Prediction> predictions = classifier.predict(sentences);
        var table =
                TextTable.of(
                        lab.say("告警", "alarm"),
                        lab.say("预测类别", "class"),
                        lab.say("概率", "probability"));
        for (int i = 0; i < sentences.size(); i++) {
            var prediction = predictions.get(i);
            table.row(
                    sentences.get(i),
                    prediction.label(),
                    Numbers.significant(prediction.probability(), 2));
        }
        lab.table(lab.say("单条预测（模型在 alarm-bert/）", "Single lines (model in alarm-bert/)"), table);
        try (var saved = BertCheckpoint.open(folder)) {
            lab.figure("problems", saved.problems().size());
        }
        return TextClassifier.load(folder).predict(sentences).equals(predictions);
    }

    /** Claims that BERT is ten points above the rules, and that the saved model is the same one. */
    static void conclude(Lab lab, double rules, double bert, boolean same) {
        lab.figure("accuracy.rules", rules);
        lab.claim(
                lab.say(
                                "没见过的说法：BERT %.3f，关键词规则 %.3f，多出 %.1f 个百分点（至少 10）",
                                "unseen phrasings: BERT %.3f, keyword rules %.3f, %.1f points more"
                                        + " (at least 10)")
                        .formatted(bert, rules, 100 * (bert - rules)),
                bert - rules >= 0.1);
        lab.claim(
                lab.say("存盘再读回来，预测一模一样", "saved and loaded again, it predicts the very same"),
                same);
    }
}
