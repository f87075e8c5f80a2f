package io.github.dl4jprimer.bench.peer;

import java.util.Locale;

/** A program that is timed. */
enum Contender {
    /** This project. */
    PRIMER("dl4j-primer"),
    /** PyTorch through DJL, the network as one TorchScript module, trained by DJL's AdamW. */
    TORCH_SCRIPT("PyTorch 2.7.1, TorchScript"),
    DJL_BLOCKS("DJL 0.36 blocks"),
    /** Debian's PyTorch in a Python process of its own. */
    TORCH_PYTHON("PyTorch 1.13, Python"),
    /** DL4J's own layers. */
    DL4J("DL4J 1.0.0-M2.1");

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    /** Returns the name for people; it is the same in all languages. */
    String title() {
        return title;
    }

    /** Whether it has the very parameters of the others: DL4J has no layer norm or positions. */
    boolean hasTheSameParameters(PeerModel model) {
        return this != DL4J || model instanceof PeerModel.Perceptron;
    }

    /** Returns the name to type, for example {@code torch-script}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the contender of a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Contender named(String key) {
        return Keys.named("contender", values(), Contender::key, key);
    }
}
