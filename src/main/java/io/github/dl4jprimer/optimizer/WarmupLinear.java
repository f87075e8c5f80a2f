package io.github.dl4jprimer.optimizer;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Learning rate that climbs from 0 to its peak, then falls in a straight line to 0.
 *
 * <pre>
 * t &lt; warmupSteps:  peak * t / warmupSteps
 * else:              peak * max(0, totalSteps - t) / (totalSteps - warmupSteps)
 * </pre>
 *
 * <p>t is the iteration, from 0, so with a warm-up the very first step has rate 0. This is
 * HuggingFace's {@code get_linear_schedule_with_warmup}, the usual choice for BERT. Without warm-up
 * ({@code warmupSteps} 0) it is plain linear decay.
 *
 * @param peak highest learning rate, above 0
 * @param warmupSteps iterations of climbing, at least 0
 * @param totalSteps iteration at which the rate is 0, above {@code warmupSteps}
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2019, appendix A.2</a>
 */
public record WarmupLinear(
        @JsonProperty("peak") double peak,
        @JsonProperty("warmupSteps") int warmupSteps,
        @JsonProperty("totalSteps") int totalSteps)
        implements ISchedule {

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public WarmupLinear {
        Warmup.check(peak, warmupSteps, totalSteps);
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return iteration < warmupSteps
                ? Warmup.climb(peak, warmupSteps, iteration)
                : peak * (1 - Warmup.progress(warmupSteps, totalSteps, iteration));
    }

    @Override
    public WarmupLinear clone() {
        return this;
    }
}
