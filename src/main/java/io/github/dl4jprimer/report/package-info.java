/**
 * Charts, tables and HTML reports of what was measured.
 *
 * <p>Start with {@link io.github.dl4jprimer.report.LineChart}, the chart that most lessons draw;
 * all other charts are used the same way. {@link io.github.dl4jprimer.report.RunReport} draws what
 * a run logged. Axes, lines and bars are XChart's, in the house style of {@code Frame} and {@code
 * Palette}; Java2D adds what XChart lacks: regions of a classifier, cells with counts, a key of
 * several rows, arrows where a curve leaves the chart.
 *
 * @see <a href="https://knowm.org/open-source/xchart/">XChart</a>
 */
package io.github.dl4jprimer.report;
