package io.github.dl4jprimer.experiment;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks through DL4J's configuration JSON for class names before Jackson sees it: Jackson makes an
 * object of any class that an {@code @class} names, and a file must not choose freely.
 *
 * <p>Every name is looked at, also one given twice, of which a parsed tree would show only one.
 */
final class TrustedConfiguration {
    private static final List<String> TRUSTED =
            List.of("org.deeplearning4j.", "org.nd4j.", "io.github.dl4jprimer.");

    private TrustedConfiguration() {}

    /**
     * Checks a configuration.
     *
     * @throws BadInput if it is no JSON or names a class of another package
     */
    static void check(String json, Path file) {
        try (var reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(200);
            String name = "";
            for (var token = reader.peek();
                    token != JsonToken.END_DOCUMENT;
                    token = reader.peek()) {
                switch (token) {
                    case BEGIN_OBJECT -> reader.beginObject();
                    case END_OBJECT -> reader.endObject();
                    case BEGIN_ARRAY -> reader.beginArray();
                    case END_ARRAY -> reader.endArray();
                    case NAME -> name = reader.nextName();
                    case STRING -> checkValue(name, reader.nextString(), file);
                    default -> reader.skipValue();
                }
            }
        } catch (IOException | IllegalStateException e) {
            throw new BadInput(
                    "configuration must be JSON, got malformed JSON (%s). Save the model again."
                            .formatted(file),
                    e);
        }
    }

    private static void checkValue(String name, String value, Path file) {
        // DL4J calls it "type" in weight distributions, where old files have a plain word.
        var isClass = name.equals("@class") || (name.equals("type") && value.contains("."));
        if (isClass && TRUSTED.stream().noneMatch(value::startsWith)) {
            throw new BadInput(
                    "configuration must name classes of %s, got '%s' (%s). Do not load models from strangers."
                            .formatted(String.join(", ", TRUSTED), value, file));
        }
    }
}
