package io.github.dl4jprimer.bench.growth;

import com.google.gson.Gson;
import io.github.dl4jprimer.bench.StepClock;
import io.github.dl4jprimer.runtime.NativeRuntime;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures one point in this process and prints a {@link GrowthMeasured} as one line of JSON, the
 * last one.
 *
 * <p>A tiny network runs first, so that libraries and compiled code are in memory before counting
 * begins. Inference comes before training, since the peak of memory only ever rises.
 */
final class GrowthProcess {
    private static final GrowthPoint TINY = new GrowthPoint(2, 8, 32, 1, 10, 1);

    private GrowthProcess() {}

    /** Takes the point as {@link GrowthPoint#text} and the seconds to measure each step. */
    public static void main(String[] arguments) {
        NativeRuntime.prepare();
        var point = GrowthPoint.parse(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        if (Nd4j.getEnvironment().maxThreads() != point.threads()) {
            throw new IllegalStateException(
                    "threads must be %d, got %d. Unset OMP_NUM_THREADS."
                            .formatted(point.threads(), Nd4j.getEnvironment().maxThreads()));
        }
        warmUp(seconds);
        System.out.println(new Gson().toJson(measure(point, seconds)));
        System.exit(0); // the libraries' threads need not end by themselves
    }

    private static void warmUp(double seconds) {
        var network = GrowthNetwork.of(TINY);
        var batch = GrowthNetwork.batch(TINY);
        StepClock.warmUp(() -> network.output(batch.getFeatures()), seconds / 2);
        StepClock.warmUp(() -> network.fit(batch), seconds / 2);
        network.close();
        // Workspaces keep the size that they learned.
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }

    private static GrowthMeasured measure(GrowthPoint point, double seconds) {
        long start = ResidentMemory.now();
        DataSet batch = GrowthNetwork.batch(point);
        ComputationGraph network = GrowthNetwork.of(point);
        double infer = settled(() -> network.output(batch.getFeatures()), seconds);
        long inferPeak = ResidentMemory.peak();
        double train = settled(() -> network.fit(batch), seconds);
        return new GrowthMeasured(
                network.numParams(), train, infer, start, inferPeak, ResidentMemory.peak());
    }

    /** Times a step after it has run for as long without a clock. */
    private static double settled(Runnable step, double seconds) {
        StepClock.warmUp(step, seconds);
        return StepClock.median(step, seconds);
    }
}
