package io.github.dl4jprimer.bench.peer;

import com.google.gson.GsonBuilder;
import io.github.dl4jprimer.bench.StepClock;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Times one contender in this process and prints what it {@link Measured} as one line of JSON, the
 * last one.
 *
 * <p>First come {@value #CHECKED} steps from the common start, whose losses show that all do the
 * same; then both modes, each warmed up for {@value #WARM_UP} seconds: with two cores, Java's
 * compiler is busy with a small network for so long.
 */
final class ContenderProcess {
    /** Steps whose losses are compared. */
    static final int CHECKED = 10;

    private static final int WARM_UP = 6;

    private ContenderProcess() {}

    /** Takes the contender, the case, the TorchScript archive, and seconds to measure each mode. */
    public static void main(String[] arguments) {
        var contender = Contender.named(arguments[0]);
        if (contender == Contender.PRIMER) {
            NativeRuntime.prepare();
        }
        var size = PeerCase.named(arguments[1]);
        var workload = workload(contender, size, Path.of(arguments[2]));
        var measured = measure(workload, Double.parseDouble(arguments[3]));
        var gson = new GsonBuilder().serializeSpecialFloatingPointValues().create();
        System.out.println(gson.toJson(measured));
        System.exit(0); // the libraries' threads need not end by themselves
    }

    private static Workload workload(Contender contender, PeerCase size, Path archive) {
        return switch (contender) {
            case PRIMER -> PrimerNetworks.of(size);
            case TORCH_SCRIPT -> DjlWorkload.script(size, archive);
            case DJL_BLOCKS -> DjlWorkload.blocks(size);
            case DL4J -> Dl4jNetworks.of(size);
            case TORCH_PYTHON -> throw new IllegalArgumentException("is no Java program");
        };
    }

    private static Measured measure(Workload workload, double seconds) {
        long parameters = workload.parameters();
        var losses = new ArrayList<Double>();
        for (int step = 0; step < CHECKED; step++) {
            losses.add(workload.trainAndTell());
        }
        StepClock.warmUp(workload::train, WARM_UP);
        double train = StepClock.median(workload::train, seconds);
        StepClock.warmUp(workload::infer, WARM_UP);
        double infer = StepClock.median(workload::infer, seconds);
        return new Measured(workload.version(), parameters, losses, train, infer);
    }
}
