/**
 * Data: reading and checking, splitting, batching and vectorising, before any network sees it.
 *
 * <p>Start with {@link io.github.dl4jprimer.data.Datasets}, the sets that ship with the course, or
 * with {@link io.github.dl4jprimer.data.TextReader} and {@link
 * io.github.dl4jprimer.data.NumberReader} for files of one's own. Both give a {@link
 * io.github.dl4jprimer.data.TextDataset} or a {@link io.github.dl4jprimer.data.NumberDataset};
 * {@link io.github.dl4jprimer.data.Splits} cuts it into train, dev and test; {@link
 * io.github.dl4jprimer.data.Batches}, {@link io.github.dl4jprimer.data.BagBatches} and {@link
 * io.github.dl4jprimer.data.TokenBatches} hand it to DL4J in an order that seed and epoch alone
 * decide; {@link io.github.dl4jprimer.data.EpochBatches} makes batches that differ from epoch to
 * epoch.
 *
 * @see <a href="https://d2l.ai/chapter_preliminaries/pandas.html">Dive into Deep Learning, 2.2 Data
 *     preprocessing</a>
 */
package io.github.dl4jprimer.data;
