package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.report.BoundaryChart;
import io.github.dl4jprimer.report.Grid;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.SoftmaxRegression;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * XOR, two moons and a spiral: how the decision boundary of a two-layer network forms.
 *
 * <p>At first it is nearly straight, like that of a single layer; then the hidden neurons bend it,
 * one kink after another, until hardly any point stands on the wrong side.
 *
 * <pre>
 * one layer    p = softmax(x W + b)                        a straight border
 * two layers   p = softmax(f(x W₁ + b₁) W₂ + b₂)          a bend a hidden neuron
 * </pre>
 *
 * <p>XOR is the classical proof that one layer is not enough: no straight line has both diagonals
 * on their own sides, so about a quarter of the points is wrong at best, whatever the training.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code hiddenSize} 32: XOR could do with a few neurons; the spiral needs many kinks.
 *   <li>{@code learningRate} 1 is large because the features are of about -1..1 and the gradient is
 *       a mean over the batch.
 *   <li>{@code epochs} 320, shown at eight moments that grow by equal factors, because most happens
 *       early.
 *   <li>{@code noise}: as it is for the moons, three times that for XOR and a quarter for the
 *       spiral, whose arms are narrow.
 *   <li>{@code gridSide}: places in each direction at which the network is asked for the picture.
 * </ul>
 *
 * <p>Change this: {@code --set hiddenSize=2} and count the kinks; {@code --set activation=tanh} and
 * the borders are round instead of broken; {@code --set noise=0.5} and compare the column of new
 * points with that of the training points.
 */
final class DecisionBoundaries implements CourseExperiment {
    /** Share of points that may still be wrong at the end. */
    private static final double FEW = 0.05;

    private static final int PANELS = 8;

    /** Between the seeds of the training points and of the new points. */
    private static final long NEW_POINTS = 1_000_003;

    @Override
    public String id() {
        return "w1-decision-boundaries";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("learningRate", 1.0, 1e-6, 100)
                .with("epochs", 320, 1, 10_000)
                .with("hiddenSize", 32, 1, 4096)
                .with("batchSize", 60, 1, 4096)
                .with("points", 300, 12, 10_000)
                .with("noise", 0.1, 0, 10)
                .with("activation", "relu")
                .with("gridSide", 60, 2, 400);
    }

    @Override
    public Settings quick() {
        return settings().with("epochs", 8).with("points", 60).with("gridSide", 20);
    }

    /** A problem under its name, with new points of the same kind. */
    record Problem(String id, String name, NumberDataset data, NumberDataset fresh) {
        Problem {
            data = data.castTo(DataType.DOUBLE);
            fresh = fresh.castTo(DataType.DOUBLE);
        }
    }

    /** Shares of points on the wrong side: of the best straight border, and by moment. */
    record Course(double oneLayer, List<Moment> moments, double newPoints) {
        double end() {
            return moments.get(moments.size() - 1).wrong();
        }
    }

    /** The network at a moment of its training. */
    record Moment(int epoch, TwoLayerNetwork network, double wrong) {}

    @Override
    public void run(Lab lab) {
        var moments = moments(lab.settings().integer("epochs"));
        var table = table(lab, moments);
        var wrong =
                new LineChart(lab.say("站在错误一边的点", "Points on the wrong side"))
                        .x(lab.say("轮次", "epoch"))
                        .y(lab.say("占全部点的百分比 (%)", "share of all points (%)"))
                        .logX(); // which leaves out the start, before the first epoch
        for (var problem : problems(lab)) {
            var course = train(lab, problem, moments);
            table.row(row(problem, course));
            draw(lab, problem, course);
            wrong.points(
                    problem.name(),
                    course.moments().stream().mapToDouble(Moment::epoch).toArray(),
                    course.moments().stream()
                            .mapToDouble(moment -> 100 * moment.wrong())
                            .toArray());
            claim(lab, problem, course);
        }
        lab.table(lab.say("站在错误一边的点占多少 (%)", "Share of points on the wrong side (%)"), table);
        lab.chart("wrong", lab.say("错误的点随训练减少", "Fewer and fewer points are wrong"), wrong);
    }

    private static List<Problem> problems(Lab lab) {
        // XOR needs a multiple of 4 points, the spiral of 3.
        int size = 12 * Math.max(1, lab.settings().integer("points") / 12);
        double noise = lab.settings().number("noise");
        long seed = lab.seed();
        long fresh = seed + NEW_POINTS;
        return List.of(
                new Problem(
                        "xor",
                        lab.say("异或 XOR", "XOR"),
                        Synthetic.xor(size, 3 * noise, seed),
                        Synthetic.xor(size, 3 * noise, fresh)),
                new Problem(
                        "moons",
                        lab.say("双月", "two moons"),
                        Synthetic.moons(size, noise, seed),
                        Synthetic.moons(size, noise, fresh)),
                new Problem(
                        "spiral",
                        lab.say("螺旋", "spiral"),
                        Synthetic.spiral(size, noise / 4, seed),
                        Synthetic.spiral(size, noise / 4, fresh)));
    }

    /** Before training, then from epoch 1 to the last by equal factors: most happens early. */
    static List<Integer> moments(int epochs) {
        double factors = PANELS - 2;
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, PANELS - 1)
                                .map(i -> (int) Math.round(Math.pow(epochs, i / factors))))
                .distinct()
                .boxed()
                .toList();
    }

    private static Course train(Lab lab, Problem problem, List<Integer> moments) {
        var settings = lab.settings();
        var x = problem.data().features();
        var targets = problem.data().targets();
        var network =
                TwoLayerNetwork.random(
                        x.columns(),
                        settings.integer("hiddenSize"),
                        targets.columns(),
                        ActivationCurves.named(settings.text("activation")),
                        lab.seed());
        var course = new ArrayList<Moment>();
        int epoch = 0;
        for (int moment : moments) {
            network =
                    network.train(
                            x,
                            targets,
                            settings.number("learningRate"),
                            settings.integer("batchSize"),
                            moment - epoch,
                            lab.seed() + epoch);
            epoch = moment;
            course.add(new Moment(epoch, network, 1 - network.accuracy(x, targets)));
        }
        var fresh = problem.fresh();
        double newPoints = 1 - network.accuracy(fresh.features(), fresh.targets());
        return new Course(oneLayer(problem.data()), course, newPoints);
    }

    private static TextTable table(Lab lab, List<Integer> moments) {
        var head = new ArrayList<String>();
        head.add(lab.say("问题", "problem"));
        head.add(lab.say("一层", "one layer"));
        moments.forEach(epoch -> head.add(lab.say("第 %d 轮", "epoch %d").formatted(epoch)));
        head.add(lab.say("新的点", "new points"));
        return TextTable.of(head);
    }

    private static Object[] row(Problem problem, Course course) {
        var row = new ArrayList<Object>();
        row.add(problem.name());
        row.add(100 * course.oneLayer());
        course.moments().forEach(moment -> row.add(100 * moment.wrong()));
        row.add(100 * course.newPoints());
        return row.toArray();
    }

    /** Share of points on the wrong side of the best straight border. */
    static double oneLayer(NumberDataset data) {
        var x = data.features();
        var targets = data.targets();
        var model = SoftmaxRegression.zeros(x.columns(), targets.columns());
        return 1 - model.train(x, targets, 0.5, 200).accuracy(x, targets);
    }

    private static void draw(Lab lab, Problem problem, Course course) {
        double[][] points = rows(problem.data().features());
        var grid = Grid.around(points, lab.settings().integer("gridSide"));
        INDArray asked = Nd4j.createFromArray(grid.points());
        var title = lab.say("决策边界的形成：", "A decision boundary forms: ") + problem.name();
        int classes = problem.data().labels().size();
        var names =
                IntStream.rangeClosed(1, classes)
                        .mapToObj(c -> lab.say("第 %d 类", "class %d").formatted(c))
                        .toArray(String[]::new);
        var chart =
                new BoundaryChart(title, grid, names)
                        .x(lab.say("特征 1", "feature 1"))
                        .y(lab.say("特征 2", "feature 2"))
                        .points(points, problem.data().classes());
        for (var moment : course.moments()) {
            chart.panel(
                    lab.say("第 %d 轮，错 %.1f%%", "epoch %d, %.1f%% wrong")
                            .formatted(moment.epoch(), 100 * moment.wrong()),
                    rows(moment.network().probabilities(asked)));
        }
        lab.chart(problem.id(), title, chart);
    }

    /** As {@code toDoubleMatrix}, which makes a view of every row and takes seconds for a grid. */
    private static double[][] rows(INDArray matrix) {
        double[] flat = matrix.ravel().toDoubleVector();
        int columns = matrix.columns();
        return IntStream.range(0, matrix.rows())
                .mapToObj(row -> Arrays.copyOfRange(flat, row * columns, (row + 1) * columns))
                .toArray(double[][]::new);
    }

    /**
     * Claims that at most a twentieth of the training points is left wrong, and less than half of
     * what one layer leaves.
     */
    static void claim(Lab lab, Problem problem, Course course) {
        double oneLayer = course.oneLayer();
        double end = course.end();
        lab.figure(problem.id() + ".oneLayer.wrong", oneLayer);
        lab.figure(problem.id() + ".wrong", end);
        lab.figure(problem.id() + ".newPoints.wrong", course.newPoints());
        lab.claim(
                lab.say(
                                "%s：一层的网络有 %.1f%% 的点站错边，两层的训练完只剩 %.1f%%",
                                "%s: %.1f%% of the points are wrong with one layer, %.1f%% with two"
                                        + " after training")
                        .formatted(problem.name(), 100 * oneLayer, 100 * end),
                end <= FEW && end < oneLayer / 2);
    }
}
