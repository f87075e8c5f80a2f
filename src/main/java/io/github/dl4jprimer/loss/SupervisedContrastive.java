package io.github.dl4jprimer.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Supervised contrastive loss: each embedding shall pick the others of its class.
 *
 * <pre>
 * S_ij = cos(h_i, h_j) / temperature
 * L = mean over anchors i of  -mean over p of i's class of  log softmax over j != i of S_i, at p
 * </pre>
 *
 * <p>No arrangement of rows is needed: labels are one-hot classes [N, C] as for a classifier. A row
 * alone in its class is no anchor but remains a negative for the others; a batch should hold
 * several rows of each class.
 *
 * @param temperature above 0; 0.1 is usual
 * @see <a href="https://arxiv.org/abs/2004.11362">Khosla et al. 2020, L_out</a>
 */
public record SupervisedContrastive(@JsonProperty("temperature") double temperature)
        implements MeanLoss {

    /**
     * @throws IllegalArgumentException if the temperature is not positive
     */
    public SupervisedContrastive {
        Shapes.positive("temperature", temperature, "0.1 is usual");
    }

    @Override
    public INDArray rowLosses(INDArray labels, INDArray output, INDArray mask) {
        return softmax(labels, output, mask).rowLosses();
    }

    @Override
    public INDArray gradient(INDArray labels, INDArray output, INDArray mask) {
        return softmax(labels, output, mask).gradient();
    }

    private SimilaritySoftmax softmax(INDArray labels, INDArray output, INDArray mask) {
        Groups.noMask(mask);
        long columns = labels.rank() == 2 ? labels.size(1) : -1;
        var classes = Shapes.labels(labels, output, columns, "Give one column a class");
        var others = Nd4j.eye(output.size(0)).castTo(output.dataType()).rsubi(1);
        var sameClass = classes.mmul(classes.transpose());
        return new SimilaritySoftmax(output, temperature, others, sameClass.muli(others));
    }
}
