package io.github.dl4jprimer.transformer.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileColumnsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 16, 31, 33})
    void everySizeIsFoldedWhole(int size) {
        var random = new Random(size);
        float[] tile = new float[size * size];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = random.nextInt(100) - 70;
        }
        float[] maximum = new float[size * size];
        float[] sum = new float[size * size];
        float[] before = tile.clone();
        TileColumns.maximum(tile, size, maximum);
        TileColumns.sum(tile, size, sum);
        for (int column = 0; column < size; column++) {
            float largest = Float.NEGATIVE_INFINITY;
            float total = 0;
            for (int row = 0; row < size; row++) {
                largest = Math.max(largest, tile[row * size + column]);
                total += tile[row * size + column];
            }
            for (int row = 0; row < size; row++) {
                assertEquals(largest, maximum[row * size + column]);
                assertEquals(total, sum[row * size + column]);
            }
        }
        assertArrayEquals(before, tile);
    }

    @Test
    void anEmptyColumnHasInverseZero() {
        float[] inverse = new float[4];
        TileColumns.inverseSum(new float[] {0, 1, 0, 3}, 2, inverse);
        assertArrayEquals(new float[] {0, 0.25f, 0, 0.25f}, inverse);
    }
}
