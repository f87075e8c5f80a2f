package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.HistogramChart;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.Initialization;
import io.github.dl4jprimer.scratch.SignalPropagation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Random signals and gradients through twenty fresh layers, with five sizes of the first weights,
 * and then the training of such a stack.
 *
 * <p>What to see: a width of the histograms that stays is healthy. With tanh Xavier keeps it, with
 * ReLU He does; too small shrinks to a needle, too large piles up at -1 and 1 (tanh) or explodes
 * (ReLU). A stack whose signal died does not learn.
 *
 * <pre>
 * std(A_l) ≈ std(A_(l-1)) √n std(W)      tanh near 0;  ReLU halves the variance on top of that
 * Xavier: std(W) = √(2 / (n_in + n_out))      He: std(W) = √(2 / n_in)
 * </pre>
 *
 * <p>The factor is the same in each layer, so after L of them it stands to the power L: 0.1 per
 * layer is 10⁻²⁰ after twenty. Xavier under tanh does lose some of the signal, because tanh bends
 * inwards, but over twenty layers a part of it is left; under ReLU, for which it was not made, it
 * loses about half of the variance a layer.
 *
 * <p>Settings: {@code layers} 20 and {@code width} 100 of the random stack; {@code epochs} 8,
 * {@code seeds} 2 and {@code learningRate} 0.003 of the training of {@link DeepStacks}, which has
 * as many layers of 16 neurons.
 *
 * <p>Change this: {@code --set layers=5} and far less is lost on the way; {@code --set width=1000}
 * and too small a weight, 0.01 whatever the width, is √10 times less too small.
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010</a>
 */
final class SignalThroughLayers implements CourseExperiment {
    private static final List<ActivationFunction> ACTIVATIONS =
            List.of(ActivationFunction.TANH, ActivationFunction.RELU);

    @Override
    public String id() {
        return "w2-initialisation";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("layers", 20, 1, 100)
                .with("width", 100, 2, 1024)
                .with("epochs", 8, 1, 10_000)
                .with("seeds", 2, 1, 100)
                .with("learningRate", 0.003, 1e-6, 100);
    }

    @Override
    public Settings quick() {
        return settings().changed("layers", "5").changed("epochs", "1").changed("seeds", "1");
    }

    /** What one size of the weights did to signal and gradient. */
    record Passage(
            ActivationFunction activation,
            Initialization initialization,
            List<SignalPropagation.Layer> layers) {
        SignalPropagation.Layer first() {
            return layers.get(0);
        }

        SignalPropagation.Layer last() {
            return layers.get(layers.size() - 1);
        }

        double[] spreads(ToDoubleFunction<SignalPropagation.Layer> spread) {
            return layers.stream().mapToDouble(spread).toArray();
        }
    }

    @Override
    public void run(Lab lab) {
        for (var activation : ACTIVATIONS) {
            var passages = passages(lab, activation);
            tabulate(lab, activation, passages);
            drawSpreads(lab, activation, passages);
            if (activation == ActivationFunction.TANH) {
                drawHistograms(lab, passages);
                claim(lab, passages);
            }
        }
        new DeepStacks(lab).compare();
    }

    private static List<Passage> passages(Lab lab, ActivationFunction activation) {
        int layers = lab.settings().integer("layers");
        int width = lab.settings().integer("width");
        return List.of(Initialization.values()).stream()
                .map(
                        initialization ->
                                new Passage(
                                        activation,
                                        initialization,
                                        new SignalPropagation(
                                                        activation, initialization, layers, width)
                                                .run(lab.seed())))
                .toList();
    }

    private static void tabulate(Lab lab, ActivationFunction activation, List<Passage> passages) {
        int layers = passages.get(0).layers().size();
        var table =
                TextTable.of(
                        lab.say("初始化", "start"),
                        lab.say("第 1 层激活值", "activations, layer 1"),
                        lab.say("第 %d 层激活值", "activations, layer %d").formatted(layers),
                        lab.say("第 %d 层梯度", "gradients, layer %d").formatted(layers),
                        lab.say("第 1 层梯度", "gradients, layer 1"));
        for (var passage : passages) {
            table.row(
                    name(lab, passage.initialization()),
                    text(passage.first().activationSpread()),
                    text(passage.last().activationSpread()),
                    text(passage.last().gradientSpread()),
                    text(passage.first().gradientSpread()));
            var key = activation + "." + passage.initialization();
            lab.figure(
                    key.toLowerCase(Locale.ROOT) + ".lastActivations",
                    passage.last().activationSpread());
            lab.figure(
                    key.toLowerCase(Locale.ROOT) + ".firstGradients",
                    passage.first().gradientSpread());
        }
        var caption = lab.say("%s：各层的标准差", "%s: standard deviation by layer");
        lab.table(caption.formatted(activation.name().toLowerCase(Locale.ROOT)), table);
    }

    private static String text(double spread) {
        return Numbers.significant(spread, 2);
    }

    private static void drawSpreads(
            Lab lab, ActivationFunction activation, List<Passage> passages) {
        var function = activation.name().toLowerCase(Locale.ROOT);
        double[] numbers =
                passages.get(0).layers().stream().mapToDouble(layer -> layer.number()).toArray();
        var title = lab.say("信号逐层的大小：", "Size of the signal by layer: ") + function;
        var chart = new LineChart(title).logY().x(lab.say("层", "layer"));
        chart.y(lab.say("激活值的标准差", "deviation of the activations"));
        var back = lab.say("梯度逐层的大小：", "Size of the gradient by layer: ") + function;
        var backward = new LineChart(back).logY().x(lab.say("层", "layer"));
        backward.y(lab.say("梯度的标准差", "deviation of the gradients"));
        for (var passage : passages) {
            var name = name(lab, passage.initialization());
            chart.points(name, numbers, passage.spreads(layer -> layer.activationSpread()));
            backward.points(name, numbers, passage.spreads(layer -> layer.gradientSpread()));
        }
        var note =
                lab.say(
                        "全零初始化的大小是 0，画不进对数轴",
                        "zero weights give size 0, which a logarithmic axis cannot show");
        chart.note(note);
        backward.note(note);
        lab.chart("activations-" + function, title, chart);
        lab.chart("gradients-" + function, back, backward);
    }

    private static void drawHistograms(Lab lab, List<Passage> passages) {
        var forward =
                new HistogramChart(lab.say("tanh 各层的激活值", "Activations by layer, tanh"))
                        .sharedRange()
                        .x(lab.say("激活值", "activation"))
                        .y(lab.say("个数", "count"));
        passages.forEach(
                passage -> addPanels(lab, forward, passage, layer -> all(layer.activations())));
        lab.chart("activation-histograms", forward.title(), forward);
        var backward =
                new HistogramChart(lab.say("tanh 各层梯度的大小", "Size of the gradients by layer, tanh"))
                        .sharedRange()
                        .x("log10 |∂L/∂a|")
                        .y(lab.say("个数", "count"));
        passages.stream()
                .filter(passage -> passage.initialization() != Initialization.ZERO)
                .forEach(passage -> addPanels(lab, backward, passage, SignalThroughLayers::sizes));
        backward.note(
                lab.say(
                        "从第 20 层往回读；全零初始化的梯度全是 0，没有图",
                        "read from the last layer back; zero weights give gradients of 0, not"
                                + " drawn"));
        lab.chart("gradient-histograms", backward.title(), backward);
    }

    private static double[] all(INDArray values) {
        return values.dup().data().asDouble();
    }

    private static double[] sizes(SignalPropagation.Layer layer) {
        return Arrays.stream(all(layer.gradients()))
                .map(gradient -> Math.log10(Math.abs(gradient)))
                .toArray();
    }

    /** Adds four of the layers. */
    private static void addPanels(
            Lab lab,
            HistogramChart chart,
            Passage passage,
            Function<SignalPropagation.Layer, double[]> values) {
        int depth = passage.layers().size();
        for (int number : new int[] {1, (depth + 2) / 3, (2 * depth + 2) / 3, depth}) {
            var layer = passage.layers().get(number - 1);
            var name = lab.say("%s · 第 %d 层", "%s · layer %d");
            chart.panel(
                    name.formatted(name(lab, passage.initialization()), number),
                    values.apply(layer));
        }
    }

    /**
     * Claims that with Xavier a signal of ordinary size arrives and with too small weights nothing
     * to speak of.
     */
    static void claim(Lab lab, List<Passage> passages) {
        var tooSmall = passages.get(Initialization.TOO_SMALL.ordinal());
        var xavier = passages.get(Initialization.XAVIER.ordinal());
        var text =
                lab.say(
                        "tanh 走过 %d 层后，激活值的标准差：Xavier 还有 %s，太小的只剩 %s",
                        "After %d layers of tanh the activations' deviation is %s with Xavier, %s"
                                + " when too small");
        double kept = xavier.last().activationSpread();
        double lost = tooSmall.last().activationSpread();
        lab.claim(
                text.formatted(xavier.layers().size(), text(kept), text(lost)),
                kept > 0.05 && lost < 1e-10);
    }

    static String name(Lab lab, Initialization initialization) {
        return switch (initialization) {
            case ZERO -> lab.say("全零", "zero");
            case TOO_SMALL -> lab.say("太小", "too small");
            case XAVIER -> "Xavier";
            case HE -> "He";
            case TOO_LARGE -> lab.say("太大", "too large");
        };
    }
}
