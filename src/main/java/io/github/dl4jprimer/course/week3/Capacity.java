package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.regularization.FitDiagnosis;
import io.github.dl4jprimer.report.BoundaryChart;
import io.github.dl4jprimer.report.Grid;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * From a network too small for the question to one that learns the answers by heart.
 *
 * <pre>
 * gap = validation loss - training loss,   of [2, hiddenSize, 3] on a few points of a noisy spiral
 * </pre>
 *
 * <p>The training loss falls all the way to the largest hidden layer. The validation loss falls
 * with it while the network is too small, then turns: the two part.
 *
 * <p>The points have noise of 0.12 on arms that lie close together, so nobody can get all of them
 * right, and whoever fits every training point has fitted noise. Training and unseen points are
 * drawn anew for each seed, the same for all sizes of a seed. Losses are those of the finished
 * model, on the training points as on the unseen ones.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code hiddenSizes}: from one neuron, which is a straight border, to far more weights than
 *       points.
 *   <li>{@code points} 150, few enough to be learned by heart; {@code noise} 0.12.
 *   <li>{@code epochs} 120 with Adam at {@code learningRate} 0.04: long enough for the large ones
 *       to get there.
 *   <li>{@code seeds} 3: the validation losses of neighbouring sizes differ by no more than their
 *       spread, so a single seed can easily name another best size.
 * </ul>
 *
 * <p>Change this: {@code --set points=3000} and the large ones have too much to learn by heart;
 * {@code --set noise=0} and there is nothing wrong to learn.
 *
 * @see <a href="https://d2l.ai/chapter_linear-regression/generalization.html">Dive into Deep
 *     Learning, 3.6</a>
 */
final class Capacity implements CourseExperiment {
    private static final double CHANCE = Math.log(3); // guessing among three arms
    private static final int VALIDATION_POINTS = 600;

    /** Keeps the seeds of validation points away from those of training points. */
    private static final long UNSEEN = 1_000_000;

    /** What one size of the hidden layer came to. */
    record Size(int hiddenSize, SeedRuns runs, Summary training, Summary validation) {
        FitDiagnosis diagnosis() {
            return FitDiagnosis.of(
                    DoubleStream.of(runs.trainingLosses().mean()).boxed().toList(),
                    DoubleStream.of(runs.validationLosses().mean()).boxed().toList(),
                    CHANCE);
        }
    }

    @Override
    public String id() {
        return "w3-capacity";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .withWholes("hiddenSizes", "1,4,8,16,64,512", 1, 4096)
                .with("points", 150, 3, 10_000)
                .with("noise", 0.12, 0, 10)
                .with("learningRate", 0.04, 1e-6, 100)
                .with("batchSize", 50, 1, 4096)
                .with("epochs", 120, 1, 10_000)
                .with("seeds", 3, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("hiddenSizes", "1,4,16")
                .changed("epochs", "8")
                .changed("seeds", "2");
    }

    @Override
    public void run(Lab lab) {
        double[] sizes = lab.settings().numbers("hiddenSizes");
        var sweep = Sweep.over(sizes, size -> train(lab, (int) size));
        tabulate(lab, sweep);
        explain(lab, sweep);
        drawSweep(lab, sweep);
        var three = Stream.of(sweep.first(), best(sweep), sweep.last()).distinct().toList();
        drawEpochs(lab, three);
        drawBoundaries(lab, three);
        conclude(lab, sweep.first(), best(sweep), sweep.last());
    }

    private static Size train(Lab lab, int hiddenSize) {
        var runs =
                SeedRuns.train(
                        lab,
                        lab.settings().integer("seeds"),
                        seed -> experiment(lab.settings(), hiddenSize, seed));
        return new Size(hiddenSize, runs, runs.trainingLoss(), runs.validationLoss());
    }

    static Experiment experiment(Settings settings, int hiddenSize, long seed) {
        int points = settings.integer("points");
        var noise = settings.number("noise");
        var train = Synthetic.spiral(points - points % 3, noise, seed); // as many for each arm
        var unseen = Synthetic.spiral(VALIDATION_POINTS, noise, seed + UNSEEN);
        var spiral = new TableSplit(new Split<>(train, unseen, unseen));
        var adam = Optimizers.ADAM.at(settings.number("learningRate"));
        var model = spiral.classifier(List.of(hiddenSize), seed).withUpdater(adam).configuration();
        var batchSize = settings.integer("batchSize");
        return spiral.experiment("hidden" + hiddenSize, model, batchSize, seed)
                .withEpochs(settings.integer("epochs"));
    }

    private static Size best(Sweep<Size> sweep) {
        return sweep.lowest(size -> size.validation().mean());
    }

    private static String name(Lab lab, FitDiagnosis.Verdict verdict) {
        return switch (verdict) {
            case UNDER_FIT -> lab.say("欠拟合", "under-fit");
            case GOOD -> lab.say("合适", "right");
            case OVER_FIT -> lab.say("过拟合", "over-fit");
        };
    }

    private static void tabulate(Lab lab, Sweep<Size> sweep) {
        var table =
                TextTable.of(
                        lab.say("隐藏层", "hidden"),
                        lab.say("训练损失", "training loss"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("差距", "gap"),
                        lab.say("验证准确率", "validation accuracy"),
                        lab.say("判断", "verdict"));
        for (var size : sweep.points()) {
            table.row(
                    size.hiddenSize(),
                    size.training(),
                    size.validation(),
                    size.validation().mean() - size.training().mean(),
                    size.runs().accuracy(),
                    name(lab, size.diagnosis().verdict()));
            lab.figure("validationLoss.hidden" + size.hiddenSize(), size.validation().mean());
            lab.figure("trainingLoss.hidden" + size.hiddenSize(), size.training().mean());
        }
        lab.table(
                lab.say(
                        "带噪声的三臂螺旋：隐藏层大小与损失（nat，均值 ± 标准差）",
                        "A noisy spiral of three arms: hidden size and loss (nat, mean ± std)"),
                table);
    }

    static void explain(Lab lab, Sweep<Size> sweep) {
        var table =
                TextTable.of(
                        lab.say("隐藏层", "hidden"),
                        lab.say("判断", "verdict"),
                        lab.say("理由（各种子的平均曲线）", "reason (mean curves of the seeds)"));
        for (var size : sweep.points()) {
            var diagnosis = size.diagnosis();
            table.row(
                    size.hiddenSize(),
                    name(lab, diagnosis.verdict()),
                    lab.say(diagnosis.chinese(), diagnosis.english()));
        }
        lab.table(lab.say("为什么这样判断", "Why it is judged so"), table);
    }

    private static void drawSweep(Lab lab, Sweep<Size> sweep) {
        double[] xs = sweep.at(Size::hiddenSize);
        var title = lab.say("容量扫描：训练与验证何时分家", "Capacity: where training and validation part");
        var chart =
                LossChart.over(lab, title, lab.say("隐藏层神经元数", "hidden neurons"))
                        .logX()
                        .band(lab.say("训练", "training"), xs, sweep.band(Size::training))
                        .band(lab.say("验证", "validation"), xs, sweep.band(Size::validation))
                        .marker(
                                lab.say("验证损失最低", "lowest validation loss"),
                                best(sweep).hiddenSize());
        chart.note(LossChart.spread(lab, lab.settings().integer("seeds")));
        lab.chart("capacity", lab.say("容量与损失", "Capacity and loss"), chart);
    }

    private static void drawEpochs(Lab lab, List<Size> chosen) {
        var chart =
                LossChart.byEpoch(
                                lab,
                                lab.say(
                                        "太小、正好、太大：损失随轮次",
                                        "Too small, right, too large: loss by epoch"))
                        .logY();
        for (var size : chosen) {
            double[] epochs = size.runs().epochs();
            var name = lab.say("隐藏层 ", "hidden ") + size.hiddenSize();
            chart.line(
                    name + lab.say("，训练", ", training"),
                    epochs,
                    size.runs().trainingLosses().mean());
            chart.line(
                    name + lab.say("，验证", ", validation"),
                    epochs,
                    size.runs().validationLosses().mean());
        }
        chart.note(lab.say("几个种子的均值", "means over the seeds"));
        lab.chart("epochs", lab.say("三种容量的损失曲线", "Loss curves of three capacities"), chart);
    }

    private static void drawBoundaries(Lab lab, List<Size> chosen) {
        var train = chosen.get(0).runs().runs().get(0).experiment().training();
        train.reset();
        var data = train.next(Integer.MAX_VALUE);
        double[][] points = data.getFeatures().toDoubleMatrix();
        var grid = Grid.around(points, 70);
        var title = lab.say("同一批训练点，三种容量", "The same training points, three capacities");
        var chart =
                new BoundaryChart(
                                title,
                                grid,
                                lab.say("臂 1", "arm 1"),
                                lab.say("臂 2", "arm 2"),
                                lab.say("臂 3", "arm 3"))
                        .x("x")
                        .y("y")
                        .points(points, data.getLabels().argMax(1).toIntVector());
        var places = Nd4j.createFromArray(grid.points()).castTo(DataType.FLOAT);
        for (var size : chosen) {
            var network = (MultiLayerNetwork) size.runs().runs().get(0).run().model();
            chart.panel(
                    lab.say("隐藏层 ", "hidden ") + size.hiddenSize(),
                    network.output(places).toDoubleMatrix());
        }
        lab.chart("boundaries", lab.say("三种容量学到的分界", "What three capacities learned"), chart);
    }

    /**
     * Claims that the smallest under-fits, and that the best is not the largest, though that knows
     * its training points better.
     */
    static void conclude(Lab lab, Size smallest, Size best, Size largest) {
        lab.figure("bestHiddenSize", best.hiddenSize());
        var high = Numbers.significant(smallest.training().mean(), 3);
        lab.claim(
                lab.say(
                                "隐藏层 %d 欠拟合：训练损失 %s 仍高于随机猜 %.2f 的一半",
                                "hidden size %d under-fits: training loss %s stays above half of"
                                        + " %.2f for guessing")
                        .formatted(smallest.hiddenSize(), high, CHANCE),
                smallest.training().mean() > CHANCE / 2);
        lab.claim(
                lab.say(
                                "验证损失最低的是 %d（%s），不是最大的 %d（%s），后者训练损失只有 %s",
                                "validation loss is lowest at %d (%s), not at the largest, %d (%s),"
                                        + " whose training loss is %s")
                        .formatted(
                                best.hiddenSize(),
                                Numbers.significant(best.validation().mean(), 3),
                                largest.hiddenSize(),
                                Numbers.significant(largest.validation().mean(), 3),
                                Numbers.significant(largest.training().mean(), 2)),
                best.hiddenSize() < largest.hiddenSize()
                        && largest.training().mean() < best.training().mean());
    }
}
