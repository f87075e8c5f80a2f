package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Path;

/** The answers to a file that cannot be used: what must be, what was found, what to do. */
final class Refusal {
    private Refusal() {}

    /** The file was damaged, or never was whole. */
    static BadInput broken(String expected, String got, Path file) {
        return refused("hold " + expected, got, file, "Copy or download the file again.");
    }

    /** The file asks for something that could run code; its maker may mean harm. */
    static BadInput unsafe(String got, Path file) {
        return refused(
                "only rebuild tensors",
                got,
                file,
                "Nothing of it was run; take the model's model.safetensors from a source you"
                        + " trust.");
    }

    /** The file may be good, but holds what is not read here. */
    static BadInput unsupported(String expected, String got, Path file) {
        return refused(
                "hold " + expected,
                got,
                file,
                "Save it as safetensors in Python: safetensors.torch.save_model(model,"
                        + " 'model.safetensors').");
    }

    private static BadInput refused(String must, String got, Path file, String mend) {
        return new BadInput("torch file must %s, got %s (%s). %s".formatted(must, got, file, mend));
    }
}
