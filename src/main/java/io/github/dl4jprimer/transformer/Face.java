package io.github.dl4jprimer.transformer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The two ways a layer of this package computes the same. */
enum Face {
    /** Plain ND4J operations: any data type, any backend. */
    READABLE,

    /** Float kernels on the memory of ND4J's CPU backend. */
    FAST;

    /** Set to {@code readable} before a network is initialised, it keeps the kernels out. */
    static final String PROPERTY = "dl4jprimer.transformer.face";

    private static final String CPU_BACKEND = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";

    /** Returns the fastest face for networks of a data type. */
    static Face of(DataType type) {
        boolean wanted = !"readable".equals(System.getProperty(PROPERTY));
        boolean possible =
                type == DataType.FLOAT
                        && Nd4j.getBackend().getClass().getName().equals(CPU_BACKEND);
        return wanted && possible ? FAST : READABLE;
    }
}
