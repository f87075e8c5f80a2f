/**
 * Tensors in safetensors files: named arrays behind a checked JSON header, nothing that could run
 * code.
 *
 * <p>Start with {@link io.github.dl4jprimer.safetensors.SafetensorsFile}; the rules a file must
 * keep are in {@link io.github.dl4jprimer.safetensors.SafetensorsHeader}. {@link
 * io.github.dl4jprimer.safetensors.TensorSource} is what it has in common with other files of
 * tensors.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">The safetensors format</a>
 */
package io.github.dl4jprimer.safetensors;
