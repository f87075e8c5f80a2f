package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.report.TextTable;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * What a DL4J configuration says where its author says nothing, read from DL4J itself.
 *
 * <p>Nothing in the table is typed in: a configuration is built with its sizes alone and asked what
 * it holds, so a later release that chooses other defaults is noticed. Beside each default stands
 * what {@link SameNetwork} states instead.
 *
 * <p>Two of them hurt a beginner: sigmoid in hidden layers with a learning rate of 0.001 hardly
 * moves, and a seed from the clock makes no two runs alike.
 */
final class Dl4jDefaults {
    private Dl4jDefaults() {}

    /** Returns a two-layer classifier with nothing stated but its sizes. */
    static MultiLayerConfiguration network(int inputs, int hidden, int classes) {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder().nIn(inputs).nOut(hidden).build())
                .layer(new OutputLayer.Builder().nIn(hidden).nOut(classes).build())
                .build();
    }

    /** Returns each default beside what the course states instead. */
    static TextTable table(Lab lab) {
        var configuration = network(4, 16, 3);
        var hidden = (BaseLayer) configuration.getConf(0).getLayer();
        var output = (OutputLayer) configuration.getConf(1).getLayer();
        var updater = (Sgd) hidden.getIUpdater();
        var table =
                TextTable.of(
                        lab.say("设置", "setting"),
                        lab.say("DL4J 的默认值", "DL4J's default"),
                        lab.say("这里写明的", "stated here"));
        table.row(lab.say("隐藏层激活", "hidden activation"), hidden.getActivationFn(), "relu");
        table.row(lab.say("输出层激活", "output activation"), output.getActivationFn(), "softmax");
        table.row(lab.say("损失", "loss"), output.getLossFn(), "LossMCXENT()");
        table.row(lab.say("更新器", "updater"), updater.getClass().getSimpleName(), "Sgd");
        table.row(
                lab.say("学习率", "learning rate"),
                text(updater.getLearningRate()),
                learningRate(lab));
        var init = hidden.getWeightInitFn().getClass().getSimpleName();
        table.row(
                lab.say("初始权重", "initial weights"),
                init,
                lab.say("与手写网络相同", "those of the network by hand"));
        table.row(
                lab.say("种子", "seed"),
                lab.say("取当前时间", "from the clock"),
                Long.toString(lab.seed()));
        return table;
    }

    private static String learningRate(Lab lab) {
        return text(lab.settings().number("learningRate"));
    }

    private static String text(double value) {
        return Double.toString(value);
    }
}
