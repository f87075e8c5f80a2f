package io.github.dl4jprimer.course.week2;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;

/** Distances between embeddings, and their map in two dimensions. */
final class EmbeddingMap {
    private EmbeddingMap() {}

    /**
     * Projects onto the two directions in which the rows differ most (principal components).
     *
     * @param embeddings [N, D], D at least 2
     * @return [N][2]
     */
    static double[][] plane(INDArray embeddings) {
        INDArray centred = embeddings.subRowVector(embeddings.mean(0));
        INDArray covariance = centred.transpose().mmul(centred).div(centred.size(0)); // [D, D]
        INDArray directions = covariance.dup();
        Eigen.symmetricGeneralizedEigenvalues(directions); // columns, variances ascending
        double[][] coordinates = centred.mmul(directions).toDoubleMatrix();
        double[][] plane = new double[coordinates.length][2];
        int last = directions.columns() - 1;
        for (int i = 0; i < plane.length; i++) {
            plane[i][0] = coordinates[i][last];
            plane[i][1] = coordinates[i][last - 1];
        }
        return plane;
    }

    /**
     * Returns the squared Euclidean distance of every row of one array to every row of another.
     *
     * @param a [N, D]
     * @param b [M, D]
     * @return [N, M]
     */
    static INDArray squaredDistances(INDArray a, INDArray b) {
        INDArray products = a.mmul(b.transpose()).muli(-2);
        INDArray lengths = b.mul(b).sum(1).reshape(1, b.size(0));
        return products.addiColumnVector(a.mul(a).sum(true, 1)).addiRowVector(lengths);
    }

    /** Returns, for each row of {@code a}, the row of {@code b} that is nearest. */
    static int[] nearest(INDArray a, INDArray b) {
        return squaredDistances(a, b).negi().argMax(1).toIntVector();
    }

    /**
     * Returns the mean distance between rows of the same class, or of different ones.
     *
     * @param classes of each row
     */
    static double meanDistance(INDArray embeddings, int[] classes, boolean sameClass) {
        double[][] squares = squaredDistances(embeddings, embeddings).toDoubleMatrix();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < classes.length; i++) {
            for (int j = 0; j < i; j++) {
                if ((classes[i] == classes[j]) == sameClass) {
                    sum += Math.sqrt(Math.max(0, squares[i][j]));
                    count++;
                }
            }
        }
        return sum / count;
    }
}
