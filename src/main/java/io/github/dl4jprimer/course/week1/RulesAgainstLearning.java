package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.BagBatches;
import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.BarChart;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Keyword rules and a network that learned from examples sit the same examination: alarm lines in
 * phrasings that neither has seen.
 *
 * <p>The rule is {@link KeywordRules}; the network is a perceptron over bags of character uni- and
 * bigrams, trained from several seeds. Both are worse on new phrasings than on known ones; see how
 * much, and which lines the keywords mislead.
 *
 * <pre>
 * rule      class = the first keyword list of which a word occurs in the line
 * network   p = softmax(relu(x W₁ + b₁) W₂ + b₂),   x [features]: which uni- and bigrams occur
 * gain      mean test accuracy of the networks - test accuracy of the rules
 * </pre>
 *
 * <p>The split is by phrasing: no test line is worded as any training line, so neither side can win
 * by remembering. The rules were written while reading training lines, as an engineer would.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code epochs} 2 and {@code learningRate} 0.003: enough for most training lines to be
 *       right; more passes only teach the phrasings by heart.
 *   <li>{@code features} 2500: the most frequent uni- and bigrams of the training lines, so that
 *       most characters of a new phrasing are known.
 *   <li>{@code linesPerClass} 800: the first so many of each class, in all three parts.
 *   <li>{@code seeds} 5: initial weights and order of the lines; the spread of the test accuracy
 *       tells how much of the gain is luck.
 * </ul>
 *
 * <p>Change this: {@code --set linesPerClass=50} gives the network few phrasings to learn from; see
 * how much of its lead is left over the rules, which learn nothing. Both are then examined on the
 * first 50 lines of each class.
 */
final class RulesAgainstLearning implements CourseExperiment {
    /** How much better the network should be, as a share of the lines. */
    private static final double MARGIN = 0.1;

    private static final int BATCH_TO_MEASURE = 256;

    @Override
    public String id() {
        return "w1-rules-or-learning";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("learningRate", 0.003, 1e-6, 100)
                .with("epochs", 2, 1, 10_000)
                .with("hiddenSize", 32, 1, 4096)
                .with("batchSize", 128, 1, 4096)
                .with("features", 2500, 1, 20_000)
                .with("linesPerClass", 800, 1, 1220)
                .with("seeds", 5, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .with("epochs", 2)
                .with("features", 500)
                .with("linesPerClass", 60)
                .with("seeds", 2);
    }

    /** One trained network, measured on known and on new phrasings. */
    record Learned(MultiLayerNetwork network, EvaluationResult train, EvaluationResult test) {}

    /** The lines and, so that they are counted only once, their bags of characters. */
    private record Data(
            Split<TextDataset> alarms,
            CharacterNgrams ngrams,
            BagBatches train,
            BagBatches dev,
            BagBatches test) {
        static Data of(Split<TextDataset> alarms, int features) {
            var ngrams = CharacterNgrams.fit(alarms.train().texts(), 2, features);
            return new Data(
                    alarms,
                    ngrams,
                    BagBatches.inOrder(ngrams, alarms.train(), BATCH_TO_MEASURE),
                    BagBatches.inOrder(ngrams, alarms.dev(), BATCH_TO_MEASURE),
                    BagBatches.inOrder(ngrams, alarms.test(), BATCH_TO_MEASURE));
        }
    }

    @Override
    public void run(Lab lab) {
        int lines = lab.settings().integer("linesPerClass");
        var alarms = Datasets.alarms().map(part -> part.firstPerClass(lines));
        var data = Data.of(alarms, lab.settings().integer("features"));
        var learned = new ArrayList<Learned>();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            learned.add(learn(lab, data, lab.seed() + i));
        }
        var rules = KeywordRules.alarms();
        compare(lab, alarms, rules, learned);
        compareClasses(lab, alarms.test(), rules, learned);
        int[] predicted = predict(learned.get(0).network(), data.test());
        var lesson = new TellingLines(alarms.test(), rules, predicted);
        lab.table(lab.say("测试集里的几条告警", "Some lines of the test set"), lesson.table(lab));
    }

    private static Learned learn(Lab lab, Data data, long seed) {
        var settings = lab.settings();
        var train = data.alarms().train();
        var ngrams = data.ngrams();
        var hidden = List.of(settings.integer("hiddenSize"));
        var model =
                MultilayerPerceptron.classifier(ngrams.size(), hidden, train.labels().size(), seed)
                        .withUpdater(Optimizers.ADAM.at(settings.number("learningRate")));
        var experiment =
                Experiment.classification(
                                "bag-of-characters-seed-" + seed,
                                model.configuration(),
                                BagBatches.shuffled(
                                        ngrams, train, settings.integer("batchSize"), seed),
                                data.dev())
                        .withEpochs(settings.integer("epochs"))
                        .withSeed(seed)
                        .withLabels(train.labels())
                        .withDataset("alarm-logs-zh", train.checksum());
        var network = (MultiLayerNetwork) lab.train(experiment).model();
        return new Learned(
                network,
                Evaluator.evaluate(network, Task.CLASSIFICATION, data.train()),
                Evaluator.evaluate(network, Task.CLASSIFICATION, data.test()));
    }

    private static int[] predict(MultiLayerNetwork network, BagBatches data) {
        data.reset();
        var predicted = IntStream.builder();
        while (data.hasNext()) {
            var classes = network.output(data.next().getFeatures()).argMax(1).toIntVector();
            IntStream.of(classes).forEach(predicted);
        }
        return predicted.build().toArray();
    }

    /**
     * Tables both on known and on new phrasings, and claims a mean gain of ten points: a gain that
     * the spread of the seeds could explain would be no news.
     */
    static void compare(
            Lab lab, Split<TextDataset> alarms, KeywordRules rules, List<Learned> learned) {
        double ruleTrain = rules.accuracy(alarms.train());
        double ruleTest = rules.accuracy(alarms.test());
        var train = over(learned, one -> one.train().score("accuracy"));
        var test = over(learned, one -> one.test().score("accuracy"));
        var table =
                TextTable.of(
                        lab.say("分类器", "classifier"),
                        lab.say("训练集准确率（见过的说法）", "training accuracy (known phrasings)"),
                        lab.say("测试集准确率（没见过的说法）", "test accuracy (new phrasings)"));
        table.row(lab.say("关键词规则", "keyword rules"), Summary.of(ruleTrain), Summary.of(ruleTest));
        table.row(lab.say("学习到的分类器", "learned classifier"), train, test);
        lab.table(
                lab.say("规则对学习，%d 个种子", "Rules against learning, %d seeds")
                        .formatted(learned.size()),
                table);
        lab.figure("rules.test", ruleTest);
        lab.figure("learned.test", test.mean());
        lab.figure("learned.test.min", test.min());
        lab.figure("gain", test.mean() - ruleTest);
        lab.claim(
                lab.say(
                                "没见过的说法：学习到的分类器 %.3f，关键词规则 %.3f，多出 %.1f 个百分点（至少 10）",
                                "new phrasings: learned %.3f, keyword rules %.3f, %.1f points more"
                                        + " (at least 10)")
                        .formatted(test.mean(), ruleTest, 100 * (test.mean() - ruleTest)),
                test.mean() - ruleTest >= MARGIN);
    }

    static void compareClasses(
            Lab lab, TextDataset test, KeywordRules rules, List<Learned> learned) {
        var labels = test.labels();
        double[] rule = labels.stream().mapToDouble(label -> recall(rules, test, label)).toArray();
        var network =
                IntStream.range(0, labels.size())
                        .mapToObj(c -> over(learned, one -> one.test().confusion().recall(c)))
                        .toArray(Summary[]::new);
        var names = labels.stream().map(label -> AlarmNames.of(label, lab)).toArray(String[]::new);
        var byRule = lab.say("关键词规则", "keyword rules");
        var byNetwork = lab.say("学习到的分类器", "learned classifier");
        var table = TextTable.of(lab.say("类别", "class"), byRule, byNetwork);
        for (int c = 0; c < names.length; c++) {
            table.row(names[c], Summary.of(rule[c]), network[c]);
        }
        lab.table(lab.say("每一类分对的比例（测试集）", "Share classified right, by class (test)"), table);
        var chart =
                new BarChart(
                                lab.say("没见过的说法，每一类分对多少", "New phrasings: share right, by class"),
                                names)
                        .x(lab.say("真实类别", "true class"))
                        .y(lab.say("分对的比例", "share classified right"))
                        .series(byRule, rule)
                        .series(byNetwork, network);
        chart.size(1200, 560);
        lab.chart("classes", lab.say("规则与学习，逐类比较", "Rules and learning, class by class"), chart);
        int normal = labels.indexOf("normal");
        claimMisled(lab, rule[normal], network[normal].mean());
    }

    /**
     * Claims that of the lines where nothing is at fault the network gets a larger share right,
     * both in [0, 1].
     */
    static void claimMisled(Lab lab, double rule, double network) {
        lab.figure("rules.normal", rule);
        lab.figure("learned.normal", network);
        lab.claim(
                lab.say(
                                "关键词被“已恢复”一类的句子误导：“正常”一类规则只分对 %.2f，学习到的分对 %.2f",
                                "lines that tell of a recovery mislead keywords: of class normal"
                                        + " the rules get %.2f right, the network %.2f")
                        .formatted(rule, network),
                network > rule);
    }

    private static double recall(KeywordRules rules, TextDataset test, String label) {
        var lines = test.examples().stream().filter(one -> one.label().equals(label)).toList();
        long right = lines.stream().filter(one -> rules.classify(one.text()).equals(label)).count();
        return right / (double) lines.size();
    }

    private static Summary over(List<Learned> learned, ToDoubleFunction<Learned> value) {
        return Summary.of(learned.stream().mapToDouble(value).toArray());
    }
}
