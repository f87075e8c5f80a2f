package io.github.dl4jprimer.property;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A bowl of any shape to go down in.
 *
 * <pre>f(p) = 1/2 |A (p - c)|^2,   df/dp = A'A (p - c)</pre>
 *
 * @param a its shape, [n + 1, n]
 * @param centre its lowest point, [1, n]
 */
public record Bowl(INDArray a, INDArray centre) {
    /** Draws a bowl in 1 to 6 dimensions. */
    public static Bowl draw(Draw draw) {
        int n = draw.between(1, 6);
        return new Bowl(draw.matrix(n + 1, n, 1), draw.matrix(1, n, 3));
    }

    /** Draws a point to start at. */
    public INDArray start(Draw draw) {
        return draw.matrix(1, centre.columns(), 5);
    }

    /** Returns f. */
    public double value(INDArray p) {
        double norm = p.sub(centre).mmul(a.transpose()).norm2Number().doubleValue();
        return norm * norm / 2;
    }

    /** Returns the slope of f. */
    public INDArray gradient(INDArray p) {
        return p.sub(centre).mmul(a.transpose()).mmul(a);
    }
}
