/**
 * Charts, tables and HTML reports of what was measured.
 *
 * <p>A chart is a description that can be saved as PNG or put into an {@link
 * io.github.dl4jprimer.report.HtmlReport}; it checks what it is given, shows NaN as what is
 * missing, and keeps the scale for the others when one run diverges. Measurements over seeds are
 * {@link io.github.dl4jprimer.report.Summary}s in tables and bars, and {@link
 * io.github.dl4jprimer.report.Band}s in line charts. Names and units are the caller's, in the
 * learner's language.
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
