package io.github.dl4jprimer.bert;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens a model knows; a token's id is its place, from 0.
 *
 * <p>As a file, {@code vocab.txt}, it has one token a line in UTF-8, so that the id is the line
 * number less one. A piece that continues a word begins with {@value #CONTINUATION}.
 */
public final class Vocabulary {
    /** Marks a piece that continues a word: {@code token ##izer}. */
    public static final String CONTINUATION = "##";

    private final List<String> tokens;
    private final Map<String, Integer> ids;
    private final int[] specialIds;

    private Vocabulary(List<String> tokens, Map<String, Integer> ids, int[] specialIds) {
        this.tokens = tokens;
        this.ids = ids;
        this.specialIds = specialIds;
    }

    /**
     * Returns the vocabulary of these tokens.
     *
     * @throws BadInput if a token is empty or occurs twice, or a {@link SpecialToken} is missing
     */
    public static Vocabulary of(List<String> tokens) {
        return checked(tokens, Path.of("vocabulary"));
    }

    /**
     * Reads a {@code vocab.txt}.
     *
     * @throws BadInput with file and line if it is missing, not UTF-8, or not a vocabulary
     */
    public static Vocabulary read(Path file) {
        return checked(text(file).lines().toList(), file);
    }

    private static Vocabulary checked(List<String> tokens, Path file) {
        var ids = new HashMap<String, Integer>(2 * tokens.size());
        for (int id = 0; id < tokens.size(); id++) {
            var token = tokens.get(id);
            if (token.isEmpty()) {
                throw BadInput.at(
                        "vocabulary must have a token on each line, got an empty line",
                        file,
                        id + 1L,
                        "Copy or download the file again: an id is a line number.");
            }
            var earlier = ids.put(token, id);
            if (earlier != null) {
                throw BadInput.at(
                        "token must be in the vocabulary once, got %s also on line %d"
                                .formatted(token, earlier + 1),
                        file,
                        id + 1L,
                        "Copy or download the file again: an id is a line number.");
            }
        }
        return new Vocabulary(List.copyOf(tokens), ids, specialIds(ids, file));
    }

    private static int[] specialIds(Map<String, Integer> ids, Path file) {
        var special = SpecialToken.values();
        var found = new int[special.length];
        for (var token : special) {
            var id = ids.get(token.text());
            if (id == null) {
                throw new BadInput(
                        "vocabulary must hold %s, got %d tokens without it (%s). Name the vocab.txt of a BERT model, in UTF-8 without a byte-order mark."
                                .formatted(token.text(), ids.size(), file));
            }
            found[token.ordinal()] = id;
        }
        return found;
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    "vocabulary must be a file, got %s (%s). Name the vocab.txt of a BERT model."
                            .formatted(file, Files.exists(file) ? "not a file" : "missing"));
        }
        var bytes = ByteBuffer.wrap(bytes(file));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            // The decoder stops in front of the bytes it cannot use.
            long line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += bytes.get(i) == '\n' ? 1 : 0;
            }
            throw BadInput.at(
                    "vocabulary must be UTF-8, got the byte 0x%02X"
                            .formatted(bytes.get(bytes.position())),
                    file,
                    line,
                    "Copy or download the file again.");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput(
                    "vocabulary must be readable, got %s (%s). Check its permissions."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Returns the number of tokens. */
    public int size() {
        return tokens.size();
    }

    /** Returns all tokens, by id. */
    public List<String> tokens() {
        return tokens;
    }

    /**
     * Returns the token of an id.
     *
     * @throws IllegalArgumentException if the id is not in [0, size)
     */
    public String token(int id) {
        if (id < 0 || id >= tokens.size()) {
            throw new IllegalArgumentException(
                    "id must be in [0, %d), got %d. Use the vocabulary that made the ids."
                            .formatted(tokens.size(), id));
        }
        return tokens.get(id);
    }

    /** Returns the id of a token, or that of [UNK] if the vocabulary does not have it. */
    public int id(String token) {
        return ids.getOrDefault(token, id(SpecialToken.UNK));
    }

    /** Returns the id of a special token. */
    public int id(SpecialToken token) {
        return specialIds[token.ordinal()];
    }

    /** Returns whether an id is that of a special token. */
    boolean isSpecial(int id) {
        return Arrays.stream(specialIds).anyMatch(special -> special == id);
    }
}
