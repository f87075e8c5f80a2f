package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ArrayTextTest {
    @Test
    void wholeNumbersHaveNoPointAndOthersFourDigits() {
        assertEquals("[1, 2.500, -3]", ArrayText.values(Nd4j.createFromArray(1, 2.5, -3)));
        assertEquals("7", ArrayText.values(Nd4j.scalar(7.0)));
    }

    @Test
    void aMatrixIsARowOfRows() {
        var matrix = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertEquals("[[1, 2, 3], [4, 5, 6]]", ArrayText.values(matrix));
        assertEquals("[[1, 4], [2, 5], [3, 6]]", ArrayText.values(matrix.transpose()));
        assertEquals("[2, 3]", ArrayText.shape(matrix));
    }

    @Test
    void aHigherRankIsRefused() {
        var cube = Nd4j.zeros(2, 2, 2);
        var error = assertThrows(IllegalArgumentException.class, () -> ArrayText.values(cube));
        assertEquals("array must be of rank 0 to 2, got rank 3. Reshape it.", error.getMessage());
    }
}
