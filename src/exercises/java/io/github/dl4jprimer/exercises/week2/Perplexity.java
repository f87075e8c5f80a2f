package io.github.dl4jprimer.exercises.week2;

import java.util.Arrays;

/**
 * w2-perplexity：模型平均在几个字之间犹豫。 / Among how many tokens the model hesitates on average.
 *
 * <p>losses 是一批 B 行、每行 T 个位置的损失 -ln p；第 b 行只有前 lengths[b] 个是真正的字，后面是填充，里面的数没有意义。score 是 DL4J
 * 的序列损失：所有真正的字的损失之和，只除以行数 B。
 *
 * <p>losses are the losses -ln p of a batch, B lines of T positions; of line b only the first
 * lengths[b] are tokens, the rest is padding and means nothing. score is DL4J's loss of sequences:
 * the sum over all tokens, divided by the number of lines B only.
 *
 * <pre>
 * perplexity = exp( sum of the losses of all tokens / number of all tokens )
 *
 * of([[ln 2, ln 2, 9], [ln 4, 9, 9]], [2, 1]) = exp(4 ln 2 / 3) = 2.5198
 * ofScore(4 ln 2 / 2, [2, 1])                 = exp(4 ln 2 / 3) = 2.5198
 * </pre>
 */
public final class Perplexity {
    private Perplexity() {}

    /** 一批文本的困惑度。 / The perplexity of a batch of text. */
    public static double of(double[][] losses, int[] lengths) {
        throw new UnsupportedOperationException("TODO w2-perplexity");
    }

    /** 由 DL4J 的 score 求困惑度。 / The perplexity from DL4J's score. */
    public static double ofScore(double score, int[] lengths) {
        throw new UnsupportedOperationException("TODO w2-perplexity");
    }
}
