package io.github.dl4jprimer.bert;

import io.github.dl4jprimer.data.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings the names that BERT's tensors have had over the years to the ones of today.
 *
 * <pre>
 * module.bert.…                 the wrapper of training on several devices goes
 * embeddings.…, encoder.…       of a bare BertModel, get their "bert."
 * LayerNorm.gamma, .beta        TensorFlow's, are weight and bias
 * </pre>
 */
final class HuggingFaceNames {
    private static final String WRAPPER = "module.";
    private static final Pattern BARE = Pattern.compile("(embeddings|encoder|pooler)[.].*");

    /** What was once stored and says nothing: positions 0 to P - 1, segments 0, other tasks. */
    private static final Pattern IGNORED =
            Pattern.compile(
                    "bert[.]embeddings[.](position_ids|token_type_ids)|cls[.]seq_relationship[.].*");

    private HuggingFaceNames() {}

    /**
     * Returns the names in the file by the names of today, without those that say nothing.
     *
     * @param where the file, for the error
     * @throws BadInput if two names in the file are one of today's
     */
    static Map<String, String> byName(Set<String> inFile, Object where) {
        var names = new LinkedHashMap<String, String>();
        for (var name : inFile) {
            var current = current(name);
            if (IGNORED.matcher(current).matches()) {
                continue;
            }
            var other = names.put(current, name);
            if (other != null) {
                throw new BadInput(
                        "tensor '%s' must be in the checkpoint once, got it as '%s' and '%s' (%s). Remove one."
                                .formatted(
                                        BadInput.shown(current),
                                        BadInput.shown(other),
                                        BadInput.shown(name),
                                        where));
            }
        }
        return names;
    }

    /** Returns today's name of a tensor. */
    static String current(String name) {
        var bare = name;
        while (bare.startsWith(WRAPPER)) {
            bare = bare.substring(WRAPPER.length());
        }
        bare = bare.replaceFirst("LayerNorm[.]gamma$", "LayerNorm.weight");
        bare = bare.replaceFirst("LayerNorm[.]beta$", "LayerNorm.bias");
        return BARE.matcher(bare).matches() ? "bert." + bare : bare;
    }
}
