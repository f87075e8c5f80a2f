package io.github.dl4jprimer.optimizer;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Learning rate that climbs from 0 to its peak, then falls along half a cosine to 0.
 *
 * <pre>
 * t &lt; warmupSteps:  peak * t / warmupSteps
 * else:              peak * (1 + cos(pi * x)) / 2
 * x = (t - warmupSteps) / (totalSteps - warmupSteps)
 * </pre>
 *
 * <p>t is the iteration, from 0; after {@code totalSteps} the rate stays 0. This is HuggingFace's
 * {@code get_cosine_schedule_with_warmup}. It stays near the peak longer than a straight line does,
 * and lands more softly.
 *
 * @param peak highest learning rate, above 0
 * @param warmupSteps iterations of climbing, at least 0
 * @param totalSteps iteration at which the rate is 0, above {@code warmupSteps}
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter 2017</a>
 */
public record WarmupCosine(
        @JsonProperty("peak") double peak,
        @JsonProperty("warmupSteps") int warmupSteps,
        @JsonProperty("totalSteps") int totalSteps)
        implements ISchedule {

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public WarmupCosine {
        Warmup.check(peak, warmupSteps, totalSteps);
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        if (iteration < warmupSteps) {
            return Warmup.climb(peak, warmupSteps, iteration);
        }
        double x = Warmup.progress(warmupSteps, totalSteps, iteration);
        return peak * (1 + Math.cos(Math.PI * x)) / 2;
    }

    @Override
    public WarmupCosine clone() {
        return this;
    }
}
