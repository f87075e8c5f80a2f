package io.github.dl4jprimer.loss;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * InfoNCE: each embedding shall pick its own partner among the rest of the batch.
 *
 * <pre>
 * S_ij = cos(h_i, h_j) / temperature
 * L = mean over anchors i of -log softmax over candidates of S_i, at the partner of i
 * </pre>
 *
 * <p>Rows 2i and 2i+1 of a batch [2P, D] are partners, two views of one thing: a sentence and its
 * paraphrase, or the same sentence under two dropouts. All other rows are the negatives, so larger
 * batches make a harder task. Labels are not used; any array of 2P rows will do.
 *
 * @param temperature above 0; 0.05 in SimCSE, 0.5 in SimCLR; the lower, the harder the worst
 *     negatives are pushed
 * @param form who picks, and among whom
 * @see <a href="https://arxiv.org/abs/1807.03748">van den Oord, Li and Vinyals 2018</a>
 * @see <a href="https://arxiv.org/abs/2104.08821">Gao, Yao and Chen 2021 (SimCSE)</a>
 */
public record InfoNce(
        @JsonProperty("temperature") double temperature, @JsonProperty("form") Form form)
        implements MeanLoss {

    /** Who picks, and among whom. */
    public enum Form {
        /** First views pick among all second views. */
        SIMCSE,
        /** Each view picks among all views of the other side, as CLIP does. */
        SYMMETRIC,
        /** Each view picks among all other views of both sides, as SimCLR does (NT-Xent). */
        NT_XENT
    }

    /**
     * @throws IllegalArgumentException if the temperature is not positive or there is no form
     */
    public InfoNce {
        Shapes.positive("temperature", temperature, "0.05 is usual for sentences");
        if (form == null) {
            throw new IllegalArgumentException(
                    "form must be one of %s, got null. SIMCSE is usual for sentences."
                            .formatted(Arrays.toString(Form.values())));
        }
    }

    /** Returns SimCSE's loss. */
    public static InfoNce simCse(double temperature) {
        return new InfoNce(temperature, Form.SIMCSE);
    }

    @Override
    public INDArray rowLosses(INDArray labels, INDArray output, INDArray mask) {
        return softmax(output, mask).rowLosses();
    }

    @Override
    public INDArray gradient(INDArray labels, INDArray output, INDArray mask) {
        return softmax(output, mask).gradient();
    }

    private SimilaritySoftmax softmax(INDArray output, INDArray mask) {
        Groups.noMask(mask);
        int n = Math.toIntExact(Groups.split(output, 2).get(0).size(0)) * 2;
        var candidates = new double[n][n];
        var positives = new double[n][n];
        for (int i = 0; i < n; i++) {
            int partner = i ^ 1;
            for (int j = 0; j < n; j++) {
                boolean otherSide = (i - j) % 2 != 0;
                boolean candidate = form == Form.NT_XENT ? i != j : otherSide;
                candidates[i][j] = candidate ? 1 : 0;
            }
            boolean anchor = form != Form.SIMCSE || i % 2 == 0;
            positives[i][partner] = anchor ? 1 : 0;
        }
        return new SimilaritySoftmax(
                output,
                temperature,
                matrix(candidates, output.dataType()),
                matrix(positives, output.dataType()));
    }

    private static INDArray matrix(double[][] values, DataType type) {
        return Nd4j.createFromArray(values).castTo(type);
    }
}
