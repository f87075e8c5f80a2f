package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Standardization;
import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.experiment.SavedModel;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.Adam;

/**
 * w3-pipeline：从数据到保存好的模型，一站接一站。 / From data to a saved model, station by station.
 *
 * <p>四站各写几行，用上面已经导入的类就够：scale 把三部分标准化，均值和标准差只来自训练集；train 训练一层 16 个 ReLU 隐藏神经元加 softmax 输出的分类器，同一个
 * seed 得到同样的网络；testAccuracy 只在测试集上评估；store 连同类别名一起存进 folder，再从那里加载。
 *
 * <p>Four stations of a few lines each, for which the classes imported above are enough: scale
 * standardises the three parts, with mean and deviation from the training set alone; train trains a
 * classifier of one hidden layer of 16 ReLU neurons and a softmax output, the same network for the
 * same seed; testAccuracy evaluates on the test set alone; store saves into folder, together with
 * the class names, and loads from there.
 *
 * <pre>
 * z = (x - mean_train) / std_train
 * scale: train [[1], [3], [5]] → [[-1.2247], [0], [1.2247]]，std = √(8/3) = 1.6330
 *        dev   [[5]]           → [[1.2247]]
 *        test  [[9]]           → [[3.6742]]
 * train: Adam(0.03)，每批 20 个，40 轮 / batches of 20, 40 epochs
 * </pre>
 */
public final class Pipeline {
    private Pipeline() {}

    /** 标准化。 / Standardises. */
    public static Split<NumberDataset> scale(Split<NumberDataset> parts) {
        // answer
        return Standardization.of(parts);
        // end
    }

    /** 训练一个网络。 / Trains a network. */
    public static MultiLayerNetwork train(NumberDataset data, long seed) {
        // answer
        int features = data.featureNames().size();
        var model =
                MultilayerPerceptron.classifier(features, List.of(16), data.labels().size(), seed)
                        .withUpdater(new Adam(0.03));
        var network = new MultiLayerNetwork(model.configuration());
        network.init();
        network.fit(Batches.shuffled(data, 20, seed), 40);
        return network;
        // end
    }

    /** 准确率，0 到 1。 / The accuracy, 0 to 1. */
    public static double testAccuracy(MultiLayerNetwork network, Split<NumberDataset> parts) {
        // answer
        return network.evaluate(Batches.inOrder(parts.test(), 64)).accuracy();
        // end
    }

    /** 保存，再加载。 / Saves and loads again. */
    public static SavedModel store(MultiLayerNetwork network, List<String> labels, Path folder) {
        // answer
        ModelFolder.save(folder, network, labels, Map.of());
        return ModelFolder.load(folder);
        // end
    }
}
