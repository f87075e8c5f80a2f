/**
 * Tensors in PyTorch's own files, {@code pytorch_model.bin}: the zip format of {@code torch.save}
 * and the one before it, read without running anything that such a file may ask for.
 *
 * <p>Either format is a Python pickle, a small program that builds objects, beside the tensors' raw
 * numbers. Python's {@code pickle} calls whatever function the program names; {@link
 * io.github.dl4jprimer.torchfile.Unpickler} understands the few instructions that a dictionary of
 * tensors needs and the few names of {@link io.github.dl4jprimer.torchfile.AllowedGlobal}, none of
 * which it looks up anywhere. The rest is refused by name.
 *
 * <p>Start with {@link io.github.dl4jprimer.torchfile.TorchFile}. The formats are {@link
 * io.github.dl4jprimer.torchfile.ZipFormat} and {@link
 * io.github.dl4jprimer.torchfile.LegacyFormat}; what is taken for a tensor's name is decided in
 * {@link io.github.dl4jprimer.torchfile.StateDict}.
 *
 * @see <a href="https://pytorch.org/docs/stable/notes/serialization.html">PyTorch, Serialization
 *     semantics</a>
 * @see <a href="https://docs.python.org/3/library/pickle.html">Python, pickle</a>
 */
package io.github.dl4jprimer.torchfile;
