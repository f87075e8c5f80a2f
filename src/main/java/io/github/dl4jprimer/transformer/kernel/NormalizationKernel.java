package io.github.dl4jprimer.transformer.kernel;

import io.github.dl4jprimer.transformer.kernel.Rows.ColumnSums;
import io.github.dl4jprimer.transformer.kernel.Rows.Row;
import io.github.dl4jprimer.transformer.kernel.Rows.Step;

/**
 * Layer normalisation as steps of a pass over rows.
 *
 * <pre>
 * forward:   x̂ = (x - mean) s,  s = 1 / sqrt(variance + ε),  y = gain ⊙ x̂ + bias
 * backward:  ∂L/∂x = (g - mean(g) - x̂ mean(g ⊙ x̂)) s,  g = gain ⊙ ∂L/∂y
 * </pre>
 *
 * @param gain [D]
 * @param bias [D]
 * @param epsilon ε, above 0
 * @param normalized where x̂ is kept for the backward pass, [N, D]
 * @param inverseDeviation where s is kept for the backward pass, [N]
 */
public record NormalizationKernel(
        Floats gain, Floats bias, double epsilon, Floats normalized, Floats inverseDeviation) {

    /** Turns a row x into y and keeps x̂ and s. */
    Step forward(int width) {
        float[] stretch = gain.copy(width);
        float[] shift = bias.copy(width);
        return row -> {
            float[] x = row.values;
            Tile.subtract(x, Tile.sum(x, width) / width, width);
            float variance = Tile.dot(x, x, width) / width;
            float inverse = (float) (1 / Math.sqrt(variance + epsilon));
            Tile.multiply(x, inverse, width);
            normalized.write(row.start(), x, width);
            inverseDeviation.set(row.number, inverse);
            Tile.stretchAndShift(x, stretch, shift, width);
        };
    }

    /** Turns a row ∂L/∂y into ∂L/∂x and sums the gradients of gain and bias, [D] each. */
    Step backward(Floats gainGradient, Floats biasGradient, int width) {
        return new Backward(
                this,
                gain.copy(width),
                new ColumnSums(gainGradient, width),
                new ColumnSums(biasGradient, width));
    }

    private record Backward(
            NormalizationKernel norm, float[] gain, ColumnSums gainSums, ColumnSums biasSums)
            implements Step {
        @Override
        public void begin(int parts) {
            gainSums.begin(parts);
            biasSums.begin(parts);
        }

        @Override
        public void apply(Row row) {
            int width = row.width;
            float[] gradient = row.values;
            float[] normalized = row.spare[0];
            norm.normalized.read(row.start(), normalized, width);
            gainSums.addProduct(row, gradient, normalized);
            biasSums.apply(row);
            Tile.multiply(gradient, gain, width);
            float mean = Tile.sum(gradient, width) / width;
            float along = Tile.dot(gradient, normalized, width) / width;
            float inverse = norm.inverseDeviation.get(row.number);
            for (int i = 0; i < width; i++) {
                gradient[i] = (gradient[i] - mean - normalized[i] * along) * inverse;
            }
        }

        @Override
        public void end() {
            gainSums.end();
            biasSums.end();
        }
    }
}
