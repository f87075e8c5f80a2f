/**
 * The native side of DL4J, set up once before ND4J loads, and the check that a machine can run the
 * course.
 *
 * <p>Start with {@link io.github.dl4jprimer.runtime.NativeRuntime#prepare()}: the one call that the
 * command line, the tests and other projects make. What it decides is in {@link
 * io.github.dl4jprimer.runtime.NativeSettings}, a pure function of the processor, the native builds
 * on the class path and the user's overrides; how ND4J's operations then run is in {@link
 * io.github.dl4jprimer.runtime.PreparedExecutioner}; what a machine lacks is found by {@link
 * io.github.dl4jprimer.runtime.Doctor}.
 *
 * @see <a href="https://gcc.gnu.org/onlinedocs/libgomp/Environment-Variables.html">libgomp's
 *     environment variables</a>
 * @see <a
 *     href="https://github.com/OpenMathLib/OpenBLAS#setting-the-number-of-threads-using-environment-variables">OpenBLAS's
 *     environment variables</a>
 */
package io.github.dl4jprimer.runtime;
