import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.nio.file.Path;
import java.util.List;

public class Reuse {
    public static void main(String[] args) {
        NativeRuntime.prepare(); // threads, natives, logs: before anything touches ND4J
        var moons = Splits.stratified(Synthetic.moons(600, 0.15, 1), 0.2, 0.2, 1);
        var network =
                MultilayerPerceptron.classifier(2, List.of(16, 16), 2, 7)
                        .withUpdater(Optimizers.ADAM.at(0.01));
        var experiment =
                Experiment.classification(
                                "moons",
                                network.configuration(),
                                Batches.shuffled(moons.train(), 32, 7),
                                Batches.inOrder(moons.dev(), 128))
                        .withEpochs(60);
        var result = new ExperimentRunner(Path.of("runs")).run(experiment);
        System.out.println(result.evaluation().scores());
    }
}
