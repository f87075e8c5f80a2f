/**
 * BERT as HuggingFace publishes it: the tokenizer and the checkpoints.
 *
 * <p>Start with {@link io.github.dl4jprimer.bert.BertTokenizer}: what it does to a text is told by
 * {@link io.github.dl4jprimer.bert.BasicTokenizer} (text to words) and {@link
 * io.github.dl4jprimer.bert.WordPiece} (words to pieces of the vocabulary). {@link
 * io.github.dl4jprimer.bert.VocabularyBuilder} makes a vocabulary from texts, {@link
 * io.github.dl4jprimer.bert.BertCheckpoint} reads and writes directories.
 *
 * <p>For pre-training, {@link io.github.dl4jprimer.bert.TokenMasking} makes gaps in texts and
 * {@link io.github.dl4jprimer.bert.MaskedBatches} batches of them.
 *
 * <p>{@link io.github.dl4jprimer.bert.BertCheckpoint} turns a directory of HuggingFace's into a
 * network and a network into a directory; which tensor is which parameter is listed in {@link
 * io.github.dl4jprimer.bert.BertTensors}.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018, BERT</a>
 */
package io.github.dl4jprimer.bert;
