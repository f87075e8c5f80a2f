package io.github.dl4jprimer.report;

import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.RunHistory;
import io.github.dl4jprimer.experiment.StepMetrics;
import io.github.dl4jprimer.language.Language;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The charts of one run, each drawn only if the run logged something for it.
 *
 * <ul>
 *   <li>{@code loss}: training and validation loss over epochs, without the regularisation term; a
 *       dashed line marks the epoch whose model was kept. Training that falls while validation
 *       rises is overfitting.
 *   <li>{@code scores}: accuracy, precision, recall and F1 on the validation data, 0 to 1; errors
 *       and perplexity have a chart each, since their units differ.
 *   <li>{@code confusion}: which class is taken for which, at the end.
 *   <li>{@code step-loss}, {@code learning-rate}, {@code gradient-norm}: over steps, which show a
 *       warm-up, a schedule, and the step from which a run diverges.
 * </ul>
 */
final class RunCharts {
    /** More steps than this are drawn as mean and range of so many groups. */
    private static final int MOST_STEPS = 400;

    private final RunFile run;
    private final RunHistory history;
    private final Language language;

    RunCharts(RunFile run, RunHistory history, Language language) {
        this.run = run;
        this.history = history;
        this.language = language;
    }

    /** All charts by the name of their file, without ending, in the order of the report. */
    Map<String, Chart> all() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        if (!history.epochs().isEmpty()) {
            charts.put("loss", loss());
            addScores(charts);
        }
        long[][] confusion = run.confusion();
        if (confusion.length > 0) {
            charts.put("confusion", confusion(confusion));
        }
        addSteps(
                charts,
                "step-loss",
                say("每步的训练损失", "Training loss by step"),
                say("数据损失", "data loss"),
                StepMetrics::dataLoss);
        addSteps(
                charts,
                "learning-rate",
                say("学习率", "Learning rate"),
                say("学习率", "learning rate"),
                StepMetrics::learningRate);
        addSteps(
                charts,
                "gradient-norm",
                say("梯度的全局范数", "Global norm of the gradient"),
                say("梯度范数", "gradient norm"),
                StepMetrics::gradientNorm);
        return charts;
    }

    private Chart loss() {
        var chart = new LineChart(say("训练与验证损失", "Training and validation loss"));
        chart.x(say("轮次", "epoch")).y(say("数据损失（每样本）", "data loss per example"));
        addEpochs(chart, say("训练", "training"), EpochMetrics::trainLoss);
        addEpochs(chart, say("验证", "validation"), EpochMetrics::validationLoss);
        if (run.bestEpoch() > 0) {
            chart.marker(
                    say("最好的一轮：" + run.bestEpoch(), "best epoch: " + run.bestEpoch()),
                    run.bestEpoch());
        }
        return chart;
    }

    /** Scores between 0 and 1 share a chart; errors and perplexities have one each. */
    private void addScores(Map<String, Chart> charts) {
        var shares = new LineChart(say("验证集上的指标", "Scores on the validation data"));
        shares.x(say("轮次", "epoch")).y(say("得分（0 到 1）", "score (0 to 1)"));
        boolean any = false;
        for (String name : history.epochs().get(0).scores().keySet()) {
            if (List.of("accuracy", "precision", "recall", "f1").contains(name)) {
                any |= addEpochs(shares, name, epoch -> epoch.score(name));
                continue;
            }
            var single =
                    new LineChart(say("验证集上的 ", "Validation ") + name)
                            .x(say("轮次", "epoch"))
                            .y(name);
            if (addEpochs(single, name, epoch -> epoch.score(name))) {
                charts.put(name, single);
            }
        }
        if (any) {
            charts.put("scores", shares);
        }
    }

    private Chart confusion(long[][] counts) {
        return ConfusionChart.of(
                language, say("混淆矩阵", "Confusion matrix"), run.labels(counts.length), counts);
    }

    /**
     * Adds a curve over epochs, with points if they are few, unless it was never measured.
     *
     * @return whether it was
     */
    private boolean addEpochs(LineChart chart, String name, ToDoubleFunction<EpochMetrics> value) {
        double[] values = history.epochs().stream().mapToDouble(value).toArray();
        if (DoubleStream.of(values).allMatch(Double::isNaN)) {
            return false;
        }
        double[] epochs = history.epochs().stream().mapToDouble(EpochMetrics::epoch).toArray();
        if (values.length <= 30) {
            chart.points(name, epochs, values);
        } else {
            chart.line(name, epochs, values);
        }
        return true;
    }

    /** Adds a chart over steps; of many steps, the mean and range of neighbours. */
    private void addSteps(
            Map<String, Chart> charts,
            String file,
            String title,
            String name,
            ToDoubleFunction<StepMetrics> value) {
        List<StepMetrics> steps =
                history.steps().stream()
                        .filter(step -> !Double.isNaN(value.applyAsDouble(step)))
                        .toList();
        if (steps.isEmpty()) {
            return;
        }
        double[] at = steps.stream().mapToDouble(StepMetrics::step).toArray();
        double[] values = steps.stream().mapToDouble(value).toArray();
        var chart = new LineChart(title).x(say("步", "step")).y(name);
        if (values.length <= MOST_STEPS) {
            chart.line(name, at, values);
        } else {
            double[][] groups = groups(values);
            double[] middles =
                    Arrays.stream(groups(at))
                            .mapToDouble(group -> Summary.of(group).mean())
                            .toArray();
            chart.band(
                    name,
                    middles,
                    Band.minMax(Arrays.stream(groups).map(Summary::of).toArray(Summary[]::new)));
            int size = groups[0].length;
            chart.note(
                    say(
                            "每 " + size + " 步的均值、最小与最大值",
                            "mean, least and greatest of every " + size + " steps"));
        }
        charts.put(file, chart);
    }

    /** Neighbouring values in groups of one size, the last perhaps smaller. */
    private static double[][] groups(double[] values) {
        int size = (values.length + MOST_STEPS - 1) / MOST_STEPS;
        var groups = new double[(values.length + size - 1) / size][];
        for (int group = 0; group < groups.length; group++) {
            groups[group] =
                    Arrays.copyOfRange(
                            values, group * size, Math.min(values.length, (group + 1) * size));
        }
        return groups;
    }

    private String say(String chinese, String english) {
        return language.choose(chinese, english);
    }
}
