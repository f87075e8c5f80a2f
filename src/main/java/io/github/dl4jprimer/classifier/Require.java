package io.github.dl4jprimer.classifier;

/** Checks of settings, with the error text of the whole project. */
final class Require {
    private Require() {}

    static void holds(boolean holds, String name, String expected, Object value, String advice) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s must be %s, got %s. %s.".formatted(name, expected, value, advice));
        }
    }

    static void epochs(int value) {
        holds(value >= 1, "epochs", "at least 1", value, "10 is a start");
    }

    static void learningRate(double value) {
        boolean fits = value > 0 && Double.isFinite(value);
        holds(fits, "learningRate", "above 0", value, "0.001 is usual");
    }

    static void batchSize(int value) {
        holds(value >= 1, "batchSize", "at least 1", value, "64 is usual");
    }

    static void weightDecay(double value) {
        holds(value >= 0, "weightDecay", "0 or more", value, "0.01 is usual");
    }
}
