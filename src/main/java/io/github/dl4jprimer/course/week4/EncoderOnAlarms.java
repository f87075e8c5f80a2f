package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.course.week1.KeywordRules;
import io.github.dl4jprimer.data.BagBatches;
import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.EpochIterator;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.BarChart;
import io.github.dl4jprimer.report.ConfusionChart;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * An encoder that has seen nothing but the training lines, examined on phrasings it has never seen,
 * beside the keyword rules, the bag of characters and an LSTM.
 *
 * <pre>
 * rules     class = the first keyword list of which a word occurs
 * bag       which characters and pairs of characters occur, then a perceptron
 * LSTM      token by token from the left, what was read kept in a memory of fixed size
 * encoder   every token looks at every other, {@link AlarmModels}
 * </pre>
 *
 * <p>Settings, chosen on the dev lines alone:
 *
 * <ul>
 *   <li>{@code linesPerClass} 1420: all of them; {@code length} 36 tokens, after which nine of ten
 *       lines have ended.
 *   <li>{@code embeddingSize} 64, {@code heads} 4, {@code layers} 2.
 *   <li>{@code epochs} 2 at {@code learningRate} 0.002 with warm-up and linear decay: each phrasing
 *       stands in the lines twenty times, so that two passes are forty.
 *   <li>{@code dropoutRate} 0.3, {@code hiddenRate} 0.4 and {@code smoothing} 0.1, all three
 *       against learning the phrasings by heart.
 *   <li>{@code seeds} 3, of the LSTM {@code lstmSeeds} 1, which takes its time.
 *   <li>{@code sentence} whose attention is drawn.
 * </ul>
 *
 * <p>Change this: {@code --set hiddenRate=0} and {@code --set dropoutRate=0} and see the encoder
 * learn by heart; {@code --set sentence=数据库主从延迟} for a heat map of your own.
 */
final class EncoderOnAlarms implements CourseExperiment {
    /** One kind of classifier: accuracy on the test lines, one a seed. */
    record Contender(String key, String name, List<EvaluationResult> results) {
        Summary accuracy() {
            return Summary.of(
                    results.stream().mapToDouble(result -> result.score("accuracy")).toArray());
        }
    }

    @Override
    public String id() {
        return "w4-encoder";
    }

    @Override
    public Settings settings() {
        return AlarmModels.usual()
                .with("linesPerClass", 1420, 1, 1420)
                .with("length", 36, 4, 200)
                .with("heads", 4, 1, 32)
                .with("layers", 2, 1, 24)
                .with("seeds", 3, 1, 100)
                .with("lstmSeeds", 1, 1, 100)
                .with("sentence", "磁盘写满导致写日志失败");
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("linesPerClass", "4")
                .changed("embeddingSize", "8")
                .changed("heads", "2")
                .changed("length", "8")
                .changed("epochs", "1")
                .changed("dropoutRate", "0")
                .changed("seeds", "2");
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var sentence = AttendedSentence.check(settings.text("sentence"));
        int count = settings.integer("linesPerClass");
        var lines = Datasets.alarms().map(part -> part.firstPerClass(count));
        var tokens = AlarmTokens.of(lines.train().texts(), 3, settings.integer("length"));
        var models = new AlarmModels(settings, tokens, lines);
        var encoders =
                SeedRuns.train(
                        lab,
                        settings.integer("seeds"),
                        seed ->
                                models.encoder(
                                        "encoder",
                                        settings.integer("heads"),
                                        settings.integer("layers"),
                                        seed));
        var lstms =
                SeedRuns.train(
                        lab, settings.integer("lstmSeeds"), seed -> models.lstm("lstm", seed));
        var test = AlarmBatches.measuring(tokens, lines.test());
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("bag", lab.say("字袋", "bag of characters"), bags(lab, lines)));
        contenders.add(new Contender("lstm", "LSTM", onTest(lstms, test)));
        contenders.add(new Contender("encoder", lab.say("编码器", "encoder"), onTest(encoders, test)));
        double rules = KeywordRules.alarms().accuracy(lines.test());
        tabulate(lab, rules, contenders);
        draw(lab, rules, contenders);
        confusion(lab, lines.test().labels(), contenders.get(2).results().get(0));
        var first = (ComputationGraph) encoders.runs().get(0).model();
        new AttendedSentence(first, tokens, sentence).leaveIn(lab, settings.integer("layers"));
        conclude(
                lab,
                rules,
                contenders.get(0).accuracy().mean(),
                contenders.get(2).accuracy().mean());
    }

    private static List<EvaluationResult> onTest(SeedRuns runs, EpochIterator test) {
        return runs.runs().stream()
                .map(run -> Evaluator.evaluate(run.model(), Task.CLASSIFICATION, test))
                .toList();
    }

    /** The bag of week 1: uni- and bigrams of the lines as they are, one hidden layer. */
    private static List<EvaluationResult> bags(Lab lab, Split<TextDataset> lines) {
        var ngrams = CharacterNgrams.fit(lines.train().texts(), 2, 2500);
        var dev = BagBatches.inOrder(ngrams, lines.dev(), 256);
        var runs =
                SeedRuns.train(
                        lab,
                        lab.settings().integer("seeds"),
                        seed -> {
                            int classes = lines.train().labels().size();
                            var model =
                                    MultilayerPerceptron.classifier(
                                                    ngrams.size(), List.of(32), classes, seed)
                                            .withUpdater(Optimizers.ADAM.at(0.003));
                            return Experiment.classification(
                                            "bag",
                                            model.configuration(),
                                            BagBatches.shuffled(ngrams, lines.train(), 128, seed),
                                            dev)
                                    .withLabels(lines.train().labels())
                                    .withEpochs(2);
                        });
        return onTest(runs, BagBatches.inOrder(ngrams, lines.test(), 256));
    }

    private static void tabulate(Lab lab, double rules, List<Contender> contenders) {
        var table =
                TextTable.of(
                        lab.say("分类器", "classifier"),
                        lab.say("种子数", "seeds"),
                        lab.say("测试准确率（没见过的说法）", "test accuracy (unseen phrasings)"));
        table.row(lab.say("关键词规则", "keyword rules"), "-", rules);
        lab.figure("accuracy.rules", rules);
        for (var contender : contenders) {
            table.row(contender.name(), contender.results().size(), contender.accuracy());
            lab.figure("accuracy." + contender.key(), contender.accuracy().mean());
        }
        lab.table(lab.say("告警，12 类（均值 ± 标准差）", "Alarms, 12 classes (mean ± std)"), table);
    }

    private static void draw(Lab lab, double rules, List<Contender> contenders) {
        var title = lab.say("没见过的说法上的准确率", "Accuracy on unseen phrasings");
        var names = contenders.stream().map(Contender::name).toArray(String[]::new);
        var chart =
                new BarChart(title, names)
                        .x(lab.say("分类器", "classifier"))
                        .y(lab.say("准确率", "accuracy"))
                        .series(
                                lab.say("测试集", "test set"),
                                contenders.stream()
                                        .map(Contender::accuracy)
                                        .toArray(Summary[]::new))
                        .reference(lab.say("关键词规则", "keyword rules"), rules);
        lab.chart("accuracy", title, chart);
    }

    private static void confusion(Lab lab, List<String> labels, EvaluationResult result) {
        var title = lab.say("编码器的混淆矩阵", "Confusion matrix of the encoder");
        var counts = result.confusion().counts();
        var chart = ConfusionChart.of(lab.language(), title, labels, counts);
        lab.chart("confusion", title, chart);
    }

    /**
     * Claims that the encoder is ten points above the rules, and within three points of the bag:
     * with these lines alone, knowing the order of the characters gains nothing yet.
     */
    static void conclude(Lab lab, double rules, double bag, double encoder) {
        lab.claim(
                lab.say(
                                "没见过的说法：编码器 %.3f，关键词规则 %.3f，多出 %.1f 个百分点",
                                "unseen phrasings: encoder %.3f, keyword rules %.3f, %.1f points"
                                        + " more")
                        .formatted(encoder, rules, 100 * (encoder - rules)),
                encoder - rules >= 0.1);
        lab.figure("gain.bag", encoder - bag);
        lab.claim(
                lab.say(
                                "从零训练的编码器与字袋相差不到 3 个百分点：%.3f 对 %.3f，差 %+.1f",
                                "from scratch the encoder comes within 3 points of the bag: %.3f to"
                                        + " %.3f, %+.1f points")
                        .formatted(encoder, bag, 100 * (encoder - bag)),
                Math.abs(encoder - bag) < 0.03);
    }
}
