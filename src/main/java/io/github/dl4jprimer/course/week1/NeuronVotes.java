package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.BarChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.Neuron;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Three neurons, one a class, vote on a disk, a CPU and a network alarm, y = f(w·x + b).
 *
 * <p>An alarm is one-hot, so exactly one weight speaks: its own class's neuron agrees, the other
 * two object. With no alarm at all only the bias is left.
 *
 * <p>The table shows every product w_i x_i before it is summed: a vote is a weight times a feature,
 * and with a one-hot x all votes but one are zero. The rows without an alarm show what a bias is,
 * the answer before any evidence.
 *
 * <p>Settings: {@code ownWeight} 4 and {@code otherWeight} -2 are chosen by hand, not learned, so
 * that y is clear either way; {@code bias} -1 makes each neuron doubtful by default; {@code
 * activation} turns the sum into the answer.
 *
 * <p>Change this: {@code --set bias=3} makes all three speak up without any alarm; {@code --set
 * activation=relu} lets y grow beyond 1, so that it is no longer a degree of belief; {@code --set
 * otherWeight=4} makes all neurons alike, and then no alarm has a loudest one of its own.
 */
final class NeuronVotes implements CourseExperiment {
    private static final List<String> LABELS = List.of("disk", "cpu", "network");

    @Override
    public String id() {
        return "w1-neuron-votes";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("ownWeight", 4.0, -100, 100)
                .with("otherWeight", -2.0, -100, 100)
                .with("bias", -1.0, -100, 100)
                .with("activation", "sigmoid");
    }

    @Override
    public void run(Lab lab) {
        var neurons = IntStream.range(0, LABELS.size()).mapToObj(own -> neuron(lab, own)).toList();
        var outputs = tabulate(lab, neurons);
        draw(lab, outputs);
        int heard = 0;
        for (int alarm = 0; alarm < LABELS.size(); alarm++) {
            heard += loudest(outputs[alarm]) == alarm ? 1 : 0;
            lab.figure("output." + LABELS.get(alarm), outputs[alarm][alarm]);
        }
        lab.claim(
                lab.say(
                                "%d 条告警中有 %d 条由自己那一类的神经元喊得最响",
                                "of %d alarms, %d are called loudest by their own neuron")
                        .formatted(LABELS.size(), heard),
                heard == LABELS.size());
    }

    /** A neuron that has learned nothing: its weights are chosen by hand. */
    private static Neuron neuron(Lab lab, int own) {
        var settings = lab.settings();
        double[] weights = new double[LABELS.size()];
        Arrays.fill(weights, settings.number("otherWeight"));
        weights[own] = settings.number("ownWeight");
        return Neuron.of(activation(settings.text("activation")), settings.number("bias"), weights);
    }

    private static ActivationFunction activation(String name) {
        return ActivationCurves.named(name);
    }

    /** Returns each neuron's output for each alarm and, last, for no alarm. */
    private static double[][] tabulate(Lab lab, List<Neuron> neurons) {
        var table =
                TextTable.of(
                        lab.say("告警", "alarm"),
                        lab.say("独热向量 x", "one-hot x"),
                        lab.say("神经元", "neuron"),
                        lab.say("各票 w·x", "votes w·x"),
                        lab.say("加权和 + 偏置", "sum + bias"),
                        lab.say("输出 y", "output y"),
                        lab.say("决定性的一票", "deciding vote"));
        var outputs = new double[LABELS.size() + 1][neurons.size()];
        for (int alarm = 0; alarm < outputs.length; alarm++) {
            var x = oneHot(alarm);
            var name = name(lab, alarm);
            for (int i = 0; i < neurons.size(); i++) {
                var neuron = neurons.get(i);
                outputs[alarm][i] = neuron.output(x);
                table.row(
                        name,
                        ArrayText.values(x),
                        AlarmNames.of(LABELS.get(i), lab),
                        ArrayText.values(neuron.votes(x)),
                        neuron.score(x),
                        outputs[alarm][i],
                        deciding(lab, neuron.votes(x)));
            }
        }
        lab.table(lab.say("三个神经元给三条告警投票", "Three neurons vote on three alarms"), table);
        return outputs;
    }

    /** A one in the alarm's place; all zero after the last one. */
    private static INDArray oneHot(int alarm) {
        var x = Nd4j.zeros(DataType.DOUBLE, LABELS.size());
        return alarm < LABELS.size() ? x.putScalar(alarm, 1) : x;
    }

    private static String name(Lab lab, int alarm) {
        return alarm < LABELS.size()
                ? AlarmNames.of(LABELS.get(alarm), lab)
                : lab.say("没有告警", "no alarm");
    }

    private static String deciding(Lab lab, INDArray votes) {
        for (int i = 0; i < votes.length(); i++) {
            if (votes.getDouble(i) != 0) {
                return "w[%s] = %s"
                        .formatted(
                                AlarmNames.of(LABELS.get(i), lab),
                                ArrayText.number(votes.getDouble(i)));
            }
        }
        return lab.say("偏置", "the bias");
    }

    private static void draw(Lab lab, double[][] outputs) {
        var names = LABELS.stream().map(label -> AlarmNames.of(label, lab)).toArray(String[]::new);
        var categories = Arrays.copyOf(names, names.length + 1);
        categories[names.length] = name(lab, names.length);
        var chart =
                new BarChart(
                                lab.say(
                                        "每条告警，三个神经元各说多大声",
                                        "How loud each neuron is, alarm by alarm"),
                                categories)
                        .x(lab.say("告警", "alarm"))
                        .y(lab.say("神经元的输出 y", "output y of the neuron"));
        for (int i = 0; i < names.length; i++) {
            int neuron = i;
            chart.series(
                    lab.say(names[i] + "神经元", names[i] + " neuron"),
                    Arrays.stream(outputs).mapToDouble(row -> row[neuron]).toArray());
        }
        lab.chart("outputs", lab.say("神经元的输出", "Outputs of the neurons"), chart);
    }

    static int loudest(double[] outputs) {
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        return best;
    }
}
