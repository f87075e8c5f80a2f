package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Losses of two parameters, so that the way an {@link UpdateRule} takes can be drawn over contour
 * lines.
 *
 * <p>Real losses have all four traits, in thousands of dimensions at once. Points are [2] in double
 * precision.
 *
 * @see <a href="https://distill.pub/2017/momentum">Goh: Why momentum really works</a>
 */
public enum Landscape {
    /** (x² + y²) / 2: equally steep on all sides, the slope points at the minimum (0, 0). */
    BOWL(4, 3) {
        @Override
        public double value(double x, double y) {
            return (x * x + y * y) / 2;
        }

        @Override
        double[] slope(double x, double y) {
            return new double[] {x, y};
        }
    },

    /** (x² + 20y²) / 2: twenty times steeper across than along; minimum (0, 0). */
    RAVINE(10, 1) {
        @Override
        public double value(double x, double y) {
            return (x * x + 20 * y * y) / 2;
        }

        @Override
        double[] slope(double x, double y) {
            return new double[] {x, 20 * y};
        }
    },

    /** (1 - x)² + 100 (y - x²)²: a bent valley with a nearly flat floor; minimum (1, 1). */
    ROSENBROCK(-1.2, 1) {
        @Override
        public double value(double x, double y) {
            return Math.pow(1 - x, 2) + 100 * Math.pow(y - x * x, 2);
        }

        @Override
        double[] slope(double x, double y) {
            double outOfValley = y - x * x;
            return new double[] {-2 * (1 - x) - 400 * x * outOfValley, 200 * outOfValley};
        }
    },

    /** x²/2 + y⁴/4 - y²/2: flat at the pass (0, 0), which is no minimum; those are (0, ±1). */
    SADDLE(1.5, 0.01) {
        @Override
        public double value(double x, double y) {
            return x * x / 2 + Math.pow(y, 4) / 4 - y * y / 2;
        }

        @Override
        double[] slope(double x, double y) {
            return new double[] {x, y * y * y - y};
        }
    };

    private final double startX;
    private final double startY;

    Landscape(double startX, double startY) {
        this.startX = startX;
        this.startY = startY;
    }

    /** Returns the height at (x, y). */
    public abstract double value(double x, double y);

    abstract double[] slope(double x, double y);

    /** Returns the usual start of a path, [2]. */
    public INDArray start() {
        return Nd4j.createFromArray(startX, startY);
    }

    /** Returns the height at a point [2]. */
    public double value(INDArray point) {
        return value(point.getDouble(0), point.getDouble(1));
    }

    /** Returns the gradient at a point [2], which shows the steepest way up, [2]. */
    public INDArray gradient(INDArray point) {
        return Nd4j.createFromArray(slope(point.getDouble(0), point.getDouble(1)));
    }

    /**
     * Walks down from {@link #start}.
     *
     * @param rule a new rule, made for this path alone
     * @param steps number of steps, at least 1
     * @return every point visited, start included, [steps + 1, 2]; numbers beyond all bounds if the
     *     rule diverges
     */
    public INDArray path(UpdateRule rule, int steps) {
        Arguments.count("steps", steps, "Try 50.");
        INDArray point = start();
        INDArray path = Nd4j.zeros(point.dataType(), steps + 1, 2);
        path.putRow(0, point);
        for (int i = 1; i <= steps; i++) {
            point = rule.step(point, gradient(point));
            path.putRow(i, point);
        }
        return path;
    }
}
