package io.github.dl4jprimer.exercises.week4;

import java.util.Set;

/**
 * w4-mask-tokens：BERT 的完形填空，挖哪些空，空里放什么。 / BERT's gaps: which tokens to guess, and what the model
 * sees there.
 *
 * <p>ids 是一句话的 T 个词元编号。labels：u < 0.15 且不是特殊词元的位置要猜，写上原来的编号，其余写 -100（不算损失）。input：要猜的位置，v < 0.8 换成
 * [MASK]，0.8 ≤ v < 0.9 换成 random 里同一位置的词元，v ≥ 0.9 保持原样；不猜的位置都不动。u、v 是 T 个 0 到 1 之间的随机数。传入的数组不许改动。
 *
 * <p>ids are the T token ids of a text. labels: where u < 0.15 and the token is not special, the id
 * that is to be guessed, elsewhere -100 (no loss). input: where there is something to guess, v <
 * 0.8 puts [MASK], 0.8 ≤ v < 0.9 the token of random at the same place, and v ≥ 0.9 leaves what is
 * there; elsewhere nothing changes. u and v are T random numbers from 0 to 1. The arrays given must
 * not change.
 *
 * <pre>
 * ids    = [2, 11, 12, 13, 14, 3]        special = {0, 2, 3, 4}, [MASK] = 4
 * u      = [0.01, 0.1, 0.5, 0.14, 0.02, 0.05]
 * labels = [-100, 11, -100, 13, 14, -100]
 * v      = [0, 0.3, 0.1, 0.85, 0.95, 0.2]   random = [21, 22, 23, 24, 25, 26]
 * input  = [2, 4, 12, 24, 14, 3]
 * </pre>
 */
public final class MaskTokens {
    private static final int IGNORED = -100;

    private MaskTokens() {}

    /** 要猜的编号 [T]，不猜的是 -100。 / The ids to guess, [T], -100 elsewhere. */
    public static int[] labels(int[] ids, double[] u, Set<Integer> special) {
        // answer
        int[] labels = new int[ids.length];
        for (int t = 0; t < ids.length; t++) {
            labels[t] = u[t] < 0.15 && !special.contains(ids[t]) ? ids[t] : IGNORED;
        }
        return labels;
        // end
    }

    /** 模型看到的编号 [T]。 / The ids that the model sees, [T]. */
    public static int[] input(int[] ids, int[] labels, double[] v, int[] random, int mask) {
        // answer
        int[] input = ids.clone();
        for (int t = 0; t < ids.length; t++) {
            if (labels[t] != IGNORED && v[t] < 0.8) {
                input[t] = mask;
            } else if (labels[t] != IGNORED && v[t] < 0.9) {
                input[t] = random[t];
            }
        }
        return input;
        // end
    }
}
