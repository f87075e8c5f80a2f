package io.github.dl4jprimer.exercises.week2;

/**
 * w2-schedule：学习率先预热，再线性降到零。 / A learning rate that warms up, then falls to zero.
 *
 * <p>step 是步数，从 0 起，不是轮数。前 warmupSteps 步从 0 升到 peak，之后走一条直线降下来，到 totalSteps 时为 0，再往后一直是
 * 0。warmupSteps 可以是 0：没有预热，第 0 步就是 peak。
 *
 * <p>step counts steps from 0, not epochs. In the first warmupSteps steps the rate climbs from 0 to
 * peak, then it falls in a straight line, reaches 0 at totalSteps and stays there. warmupSteps may
 * be 0: no warm-up, and step 0 has the peak.
 *
 * <pre>
 * t = step   w = warmupSteps   T = totalSteps
 * t < w :  rate = peak · t / w
 * t ≥ w :  rate = peak · max(0, T - t) / (T - w)
 *
 * peak = 0.1   w = 4   T = 10:
 * t      0     2      4     7      10    12
 * rate   0     0.05   0.1   0.05   0     0
 * </pre>
 */
public final class Schedule {
    private Schedule() {}

    /** 这一步的学习率。 / The learning rate of this step. */
    public static double at(int step, int warmupSteps, int totalSteps, double peak) {
        throw new UnsupportedOperationException("TODO w2-schedule");
    }
}
