/**
 * Transformer layers for DL4J, which has none: embeddings, layer norm, attention, encoder block.
 *
 * <p>Start with {@link io.github.dl4jprimer.transformer.EncoderBlock} and its {@link
 * io.github.dl4jprimer.transformer.EncoderSettings}. How a block computes is written twice, with
 * one meaning: in plain ND4J operations, to be read and to run anywhere (ReadableEncoder with
 * SelfAttention and LayerNormalization), and in float kernels for ND4J's CPU backend (FastEncoder),
 * which FLOAT networks take by themselves. The system property {@code
 * dl4jprimer.transformer.face=readable} keeps to the first.
 *
 * <p>Models are records that give a DL4J configuration: {@link
 * io.github.dl4jprimer.transformer.TransformerClassifier}, {@link
 * io.github.dl4jprimer.transformer.MaskedLanguageModel}, {@link
 * io.github.dl4jprimer.transformer.CausalLanguageModel}.
 *
 * <p>All arrays between the layers are [B, T, D]: examples, positions, features ({@code
 * RNNFormat.NWC}). Every gradient is written by hand and checked against finite differences and
 * PyTorch's numbers; DL4J's own SelfAttentionLayer gives twice the gradient.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al.: Attention is all you need</a>
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al.: BERT</a>
 */
package io.github.dl4jprimer.transformer;
