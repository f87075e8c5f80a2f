package io.github.dl4jprimer.exercises.week4;

import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w4-encoder-block：把注意力、前馈、残差和归一化接成编码器块。 / Attention, feed-forward, shortcuts and norms make an
 * encoder block.
 *
 * <p>x [T, D] 是一句话的 T 个字。前馈网络对每个字单独算，中间一层 F 个神经元，激活用 relu。attention、feedForward、norm1、norm2
 * 都以函数给出，[T, D] 进，[T, D] 出。后归一化（BERT）在残差相加之后归一化；前归一化（GPT-2）只归一化送进子层的那一份，残差一路不动。x 不许改动。
 *
 * <p>x [T, D] are the T characters of a sentence. The feed-forward network works on each character
 * alone, with F neurons in between and relu. attention, feedForward, norm1 and norm2 are given as
 * functions from [T, D] to [T, D]. Post-norm (BERT) normalises after the shortcut was added;
 * pre-norm (GPT-2) only what goes into a part, and leaves the shortcut alone. x must not change.
 *
 * <pre>
 * feedForward = relu(x W1 + b1) W2 + b2，W1 [D, F]，b1 [F]，W2 [F, D]，b2 [D]
 * postNorm：h = norm1(x + attention(x))，y = norm2(h + feedForward(h))
 * preNorm： h = x + attention(norm1(x))，y = h + feedForward(norm2(h))
 * feedForward([[1, 2]], [[1, -1], [1, 0]], [1, 0], [[1, 1], [5, 5]], [-10, 10]) = [[-6, 14]]
 * attention(x) = 3x，feedForward(x) = x²，norm1(x) = x + 2，norm2(x) = x / 2，x = [[1]]:
 * postNorm：h = 4 + 2 = 6，y = (6 + 36) / 2 = 21；preNorm：h = 1 + 9 = 10，y = 10 + 25 = 35
 * </pre>
 */
public final class EncoderBlock {
    private EncoderBlock() {}

    /** 前馈网络 [T, D]。 / The feed-forward network, [T, D]. */
    public static INDArray feedForward(
            INDArray x, INDArray w1, INDArray b1, INDArray w2, INDArray b2) {
        // answer
        INDArray inner = Transforms.max(x.mmul(w1).addRowVector(b1), 0);
        return inner.mmul(w2).addRowVector(b2);
        // end
    }

    /** 后归一化的块 [T, D]。 / The block with the norm after the sum, [T, D]. */
    public static INDArray postNorm(
            INDArray x,
            UnaryOperator<INDArray> attention,
            UnaryOperator<INDArray> feedForward,
            UnaryOperator<INDArray> norm1,
            UnaryOperator<INDArray> norm2) {
        // answer
        INDArray h = norm1.apply(x.add(attention.apply(x)));
        return norm2.apply(h.add(feedForward.apply(h)));
        // end
    }

    /** 前归一化的块 [T, D]。 / The block with the norm before each part, [T, D]. */
    public static INDArray preNorm(
            INDArray x,
            UnaryOperator<INDArray> attention,
            UnaryOperator<INDArray> feedForward,
            UnaryOperator<INDArray> norm1,
            UnaryOperator<INDArray> norm2) {
        // answer
        INDArray h = x.add(attention.apply(norm1.apply(x)));
        return h.add(feedForward.apply(norm2.apply(h)));
        // end
    }
}
