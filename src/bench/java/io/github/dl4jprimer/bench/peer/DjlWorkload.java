package io.github.dl4jprimer.bench.peer;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.tracker.Tracker;
import io.github.dl4jprimer.bench.peer.PeerCase.Mode;
import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PyTorch through DJL, trained with DJL's own trainer, of whichever block. */
final class DjlWorkload implements Workload {
    private final NDManager manager = NDManager.newBaseManager();
    private final Loss loss = Loss.softmaxCrossEntropyLoss();
    private final Model inference;
    private final Trainer trainer;
    private final ParameterStore parameters = new ParameterStore(manager, false);
    private final NDArray batch;
    private final NDArray classes;
    private final NDArray features;

    private DjlWorkload(PeerCase size, Model model, Model inference) {
        var config =
                new DefaultTrainingConfig(loss)
                        .optOptimizer(
                                AdamW.adamW()
                                        .optWeightDecays((float) PrimerNetworks.WEIGHT_DECAY)
                                        .optLearningRateTracker(
                                                Tracker.fixed((float) size.learningRate()))
                                        .build());
        this.inference = inference;
        trainer = model.newTrainer(config);
        batch = features(size.model(), size.batch(Mode.TRAIN));
        features = features(size.model(), size.batch(Mode.INFER));
        classes = manager.create(PeerBatch.classes(size.model(), size.batch(Mode.TRAIN)));
        trainer.initialize(batch.getShape());
    }

    /** Sets the library up so that it uses the PyTorch of the class path and fetches nothing. */
    static void prepare() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("PYTORCH_FLAVOR", "cpu"); // else it looks for CUDA's
        System.setProperty("DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
    }

    /** Returns the work of a network of DJL's blocks. */
    static DjlWorkload blocks(PeerCase size) {
        prepare();
        var model = Model.newInstance("blocks");
        model.setBlock(DjlNetworks.of(size.model()));
        var workload = new DjlWorkload(size, model, model);
        var tensors = size.model().tensors();
        var places = workload.trained();
        for (int i = 0; i < places.size(); i++) {
            places.get(i).set(tensors.get(i).values(i));
        }
        return workload;
    }

    /** Returns the work of a TorchScript module; one that is trained is slower at inference. */
    static DjlWorkload script(PeerCase size, Path archive) {
        prepare();
        var model = load(archive, Map.of("trainParam", "true"));
        return new DjlWorkload(size, model, load(archive, Map.of()));
    }

    private static Model load(Path archive, Map<String, String> options) {
        var name = archive.getFileName().toString().replaceFirst("[.]pt$", "");
        var model = Model.newInstance(name);
        try {
            model.load(archive.getParent(), name, options);
            return model;
        } catch (IOException | MalformedModelException e) {
            throw new IllegalStateException(e);
        }
    }

    private NDArray features(PeerModel model, int size) {
        var numbers =
                manager.create(PeerBatch.features(model, size), new Shape(size, model.inputs()));
        return model instanceof Encoder ? numbers.toType(DataType.INT64, false) : numbers;
    }

    private List<NDArray> trained() {
        return trainer.getModel().getBlock().getParameters().values().stream()
                .filter(Parameter::requiresGradient)
                .map(Parameter::getArray)
                .toList();
    }

    @Override
    public String version() {
        return "PyTorch " + Engine.getInstance().getVersion();
    }

    @Override
    public long parameters() {
        return trained().stream().mapToLong(array -> array.getShape().size()).sum();
    }

    @Override
    public void train() {
        trainAndTell();
    }

    @Override
    public double trainAndTell() {
        double value;
        var step = managerOf(batch, classes);
        try (var collector = trainer.newGradientCollector()) {
            var mean = loss.evaluate(new NDList(classes), trainer.forward(new NDList(batch)));
            collector.backward(mean);
            value = mean.getFloat();
        } finally {
            step.close();
        }
        trainer.step();
        return value;
    }

    /** Returns what frees the arrays that are computed from some inputs when it is closed. */
    private NDManager managerOf(NDArray... inputs) {
        var step = manager.newSubManager();
        for (var input : inputs) {
            input.tempAttach(step);
        }
        return step;
    }

    @Override
    public void infer() {
        var step = managerOf(features);
        try {
            inference.getBlock().forward(parameters, new NDList(features), false);
        } finally {
            step.close();
        }
    }
}
