package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.language.Language;

/** What is timed. */
enum GrowthStep {
    /** Forward, backward, AdamW. */
    TRAIN,
    /** Forward alone. */
    INFER;

    /** Returns the name for people. */
    String title(Language language) {
        return this == TRAIN ? language.choose("训练", "train") : language.choose("推理", "infer");
    }
}
