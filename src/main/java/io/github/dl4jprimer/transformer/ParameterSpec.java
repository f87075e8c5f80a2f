package io.github.dl4jprimer.transformer;

/**
 * A parameter array of a layer: its name, its shape, and what it starts with.
 *
 * @param name as in the network's parameter table
 * @param start what a vector is filled with; weights are drawn instead
 * @param shape [in, out] of weights, [n] of a vector
 */
record ParameterSpec(String name, double start, long... shape) {

    /** Returns a matrix of weights, to which weight decay applies. */
    static ParameterSpec weights(String name, long in, long out) {
        return new ParameterSpec(name, Double.NaN, in, out);
    }

    /** Returns a vector that starts at zero and does not decay. */
    static ParameterSpec bias(String name, long size) {
        return new ParameterSpec(name, 0, size);
    }

    /** Returns a vector that starts at one and does not decay. */
    static ParameterSpec gain(String name, long size) {
        return new ParameterSpec(name, 1, size);
    }

    /** Whether these are weights in DL4J's sense: drawn at random, and decayed. */
    boolean isWeight() {
        return shape.length == 2;
    }

    /** Returns the count of numbers. */
    long length() {
        return isWeight() ? Math.multiplyExact(shape[0], shape[1]) : shape[0];
    }
}
