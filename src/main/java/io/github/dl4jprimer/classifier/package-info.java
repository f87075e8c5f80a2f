/**
 * Classifiers for a user's own data: train, evaluate, predict, save and load.
 *
 * <p>Start with {@link io.github.dl4jprimer.classifier.TextClassifier} for lines of text, of which
 * there are three kinds: {@link io.github.dl4jprimer.classifier.BagClassifier} (which characters
 * occur), {@link io.github.dl4jprimer.classifier.EncoderClassifier} (a small Transformer, trained
 * from scratch) and {@link io.github.dl4jprimer.classifier.BertClassifier} (a pre-trained one,
 * fine-tuned). {@link io.github.dl4jprimer.classifier.TableClassifier} is for tables of numbers. A
 * saved classifier is a model folder with what its inputs need beside the model, a BERT a
 * HuggingFace directory; {@link io.github.dl4jprimer.classifier.SavedClassifier} tells what a
 * folder holds.
 *
 * @see <a href="https://d2l.ai/chapter_natural-language-processing-applications/index.html">Dive
 *     into Deep Learning, 16</a>
 */
package io.github.dl4jprimer.classifier;
