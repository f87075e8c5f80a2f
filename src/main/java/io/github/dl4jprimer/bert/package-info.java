/**
 * BERT as HuggingFace publishes it: the tokenizer, the checkpoints and the text classifier.
 *
 * <p>Start with {@link io.github.dl4jprimer.bert.BertTokenizer}: what it does to a text is told by
 * {@link io.github.dl4jprimer.bert.BasicTokenizer} (text to words) and {@link
 * io.github.dl4jprimer.bert.WordPiece} (words to pieces of the vocabulary).
 *
 * <p>For pre-training, {@link io.github.dl4jprimer.bert.TokenMasking} makes gaps in texts and
 * {@link io.github.dl4jprimer.bert.MaskedBatches} batches of them.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018, BERT</a>
 */
package io.github.dl4jprimer.bert;
