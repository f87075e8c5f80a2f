package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.EpochIterator;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TokenBatches;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.report.Summary;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Few labels: an encoder that has read text without labels against the same encoder from scratch.
 *
 * <pre>gain = accuracy after pre-training - accuracy from scratch,   same lines, same seeds</pre>
 *
 * <p>Both kinds are fine-tuned on a few lines of each class, with the same batches, as many steps
 * and the same learning rate, from several seeds: the seed decides which lines are labelled, too.
 * All are examined on the test lines, whose phrasings neither labels nor text ever showed.
 *
 * <p>Settings, chosen on the dev lines:
 *
 * <ul>
 *   <li>{@code checkpoint} bert-alarms-zh: the shipped one; or a HuggingFace directory, such as the
 *       {@code checkpoint/} of a {@code w4-pretraining} of your own.
 *   <li>{@code labels} 10,20,50 lines of each class; {@code seeds} 5.
 *   <li>{@code steps} 120 of {@code batchSize} 16 at {@code learningRate} 0.003, with warm-up and
 *       linear decay; {@code dropoutRate} 0.1.
 *   <li>{@code testLines} 100 of each class to be examined on, 400 being all; {@code devLines} 5 of
 *       each class for the curves.
 * </ul>
 *
 * <p>Change this: {@code --set labels=10,200}: how many labels make up for not having read
 * anything?
 *
 * @see <a href="https://arxiv.org/abs/1801.06146">Howard and Ruder 2018: ULMFiT, figure 3</a>
 */
final class FewLabels implements CourseExperiment {
    private static final int EVALUATION_BATCH = 128;

    /** One number of labels: the trainings of both kinds, and their accuracy on the test lines. */
    record Amount(int labels, Kind scratch, Kind pretrained) {
        /** The difference seed by seed, in [-1, 1]. */
        Summary gain() {
            return Summary.of(
                    IntStream.range(0, scratch.accuracies().length)
                            .mapToDouble(i -> pretrained.accuracies()[i] - scratch.accuracies()[i])
                            .toArray());
        }
    }

    /** The trainings of one kind, and their accuracies on the test lines, one a seed. */
    record Kind(SeedRuns runs, double[] accuracies) {
        Summary accuracy() {
            return Summary.of(accuracies);
        }
    }

    @Override
    public String id() {
        return "w4-few-labels";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("checkpoint", PretrainedEncoder.SHIPPED)
                .withWholes("labels", "10,20,50", 1, 1220)
                .with("steps", 120, 1, 100_000)
                .with("batchSize", 16, 1, 4096)
                .with("learningRate", 0.003, 1e-6, 1)
                .with("dropoutRate", 0.1, 0, 0.9)
                .with("testLines", 100, 1, 400)
                .with("devLines", 5, 1, 200)
                .with("seeds", 5, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("labels", "1,2")
                .changed("steps", "2")
                .changed("testLines", "1")
                .changed("devLines", "1")
                .changed("seeds", "2");
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var alarms = Datasets.alarms();
        var lines =
                new Split<>(
                        alarms.train(),
                        alarms.dev().firstPerClass(settings.integer("devLines")),
                        alarms.test().firstPerClass(settings.integer("testLines")));
        var encoder = PretrainedEncoder.open(settings.text("checkpoint"));
        List<Amount> amounts =
                Arrays.stream(settings.numbers("labels"))
                        .mapToObj(
                                count ->
                                        new Amount(
                                                (int) count,
                                                tune(lab, encoder, lines, (int) count, false),
                                                tune(lab, encoder, lines, (int) count, true)))
                        .toList();
        FewLabelsCharts.leaveIn(lab, amounts);
        conclude(lab, amounts);
    }

    /** Fine-tunes from each seed, and examines each. */
    private static Kind tune(
            Lab lab,
            PretrainedEncoder encoder,
            Split<TextDataset> lines,
            int count,
            boolean pretrained) {
        var runs =
                SeedRuns.train(
                        lab,
                        lab.settings().integer("seeds"),
                        seed -> tuning(lab.settings(), encoder, lines, count, pretrained, seed));
        EpochIterator test = TokenBatches.byLength(encoder::ids, lines.test(), EVALUATION_BATCH);
        return new Kind(
                runs, runs.runs().stream().mapToDouble(run -> accuracy(run, test)).toArray());
    }

    private static double accuracy(RunResult run, EpochIterator test) {
        return Evaluator.evaluate(run.model(), Task.CLASSIFICATION, test).score("accuracy");
    }

    private static Experiment tuning(
            Settings settings,
            PretrainedEncoder encoder,
            Split<TextDataset> lines,
            int count,
            boolean pretrained,
            long seed) {
        var few = sample(lines.train(), count, seed);
        int batchSize = settings.integer("batchSize");
        int epochs =
                Math.max(1, settings.integer("steps") / WarmedUpAdam.batches(settings, few.size()));
        var start =
                encoder.classifier(
                        few.labels().size(),
                        WarmedUpAdam.of(settings, few.size(), epochs),
                        pretrained,
                        settings.number("dropoutRate"),
                        seed);
        return Experiment.of(
                        (pretrained ? "pretrained-" : "scratch-") + count,
                        Task.CLASSIFICATION,
                        start,
                        TokenBatches.shuffled(encoder::ids, few, batchSize, seed),
                        TokenBatches.byLength(encoder::ids, lines.dev(), EVALUATION_BATCH))
                .withEpochs(epochs)
                .withClipNorm(1)
                .withLabels(few.labels())
                .withDataset("alarm-logs-zh", few.checksum());
    }

    /** Returns some lines of each class; the seed decides which. */
    static TextDataset sample(TextDataset data, int count, long seed) {
        var rows = IntStream.range(0, data.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(rows, new Random(seed));
        return data.rows(rows.stream().mapToInt(row -> row).toArray()).firstPerClass(count);
    }

    /** Claims a mean gain of eight points with at most 20 labels a class. */
    static void conclude(Lab lab, List<Amount> amounts) {
        for (var amount : amounts) {
            double gain = amount.gain().mean();
            lab.figure("gain." + amount.labels(), gain);
            if (amount.labels() <= 20) {
                lab.claim(
                        lab.say(
                                        "每类 %d 条标注：预训练让准确率平均提高 %.1f 个百分点（至少 8）",
                                        "%d labels a class: pre-training gains %.1f points on"
                                                + " average (at least 8)")
                                .formatted(amount.labels(), 100 * gain),
                        gain >= 0.08);
            }
        }
    }
}
