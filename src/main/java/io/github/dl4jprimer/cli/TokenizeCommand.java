package io.github.dl4jprimer.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.bert.TokenizerSettings;
import io.github.dl4jprimer.bert.Vocabulary;
import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code primer tokenize}: what BERT's tokenizer makes of the lines of standard input.
 *
 * <pre>
 * echo '磁盘使用率超过95%' | primer tokenize --vocab vocab.txt
 * 磁 盘 使 用 率 超 过 95 %	2648 657 948 441 1140 578 396 6062 110
 * </pre>
 *
 * <p>Answers one line for each line, in order: tokens, tab, ids, without the [CLS] and [SEP] that
 * belong to a sequence for a model; with {@code --json}, an object {@code {"tokens": [...], "ids":
 * [...]}}. With {@code --json-lines} each line of the input is a JSON string, so that a text may
 * hold line ends and whatever else UTF-8 or a terminal does not carry.
 *
 * <p>A line that cannot be used ends the command with status 2; what was answered before stands.
 */
@Command(
        name = "tokenize",
        description = "Show the tokens and ids that BERT's tokenizer makes of lines of input.",
        mixinStandardHelpOptions = true)
final class TokenizeCommand implements Runnable {
    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().setStrictness(Strictness.STRICT).create();

    @Spec private CommandSpec spec;

    @Option(
            names = "--vocab",
            paramLabel = "FILE",
            required = true,
            description = "The vocab.txt of a BERT model.")
    private Path vocabulary;

    @Option(names = "--cased", description = "Keep upper case and accents.")
    private boolean cased;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(names = "--json-lines", description = "Each line of the input is a JSON string.")
    private boolean jsonLines;

    @Override
    public void run() {
        var settings = cased ? TokenizerSettings.keepingCase() : TokenizerSettings.uncased();
        var tokenizer = new BertTokenizer(Vocabulary.read(vocabulary), settings);
        var out = spec.commandLine().getOut();
        // Closing it would close standard input, which is not this command's to close.
        var lines = new Utf8Lines(System.in);
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                out.println(answer(tokenizer, jsonLines ? parse(line, lines.number()) : line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            out.flush();
        }
    }

    private String answer(BertTokenizer tokenizer, String text) {
        var ids = tokenizer.ids(text);
        var tokens = Arrays.stream(ids).mapToObj(tokenizer.vocabulary()::token).toList();
        if (json) {
            var object = new JsonObject();
            object.add("tokens", JSON.toJsonTree(tokens));
            object.add("ids", JSON.toJsonTree(ids));
            return JSON.toJson(object);
        }
        return String.join(" ", tokens)
                + "\t"
                + Arrays.stream(ids).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String parse(String line, long number) {
        // Gson would take a bare number for a string, too.
        if (line.strip().startsWith("\"")) {
            try {
                return JSON.fromJson(line, String.class);
            } catch (JsonSyntaxException e) {
                throw notJson(line, number, e);
            }
        }
        throw notJson(line, number, null);
    }

    private static BadInput notJson(String line, long number, Exception cause) {
        var shown = line.length() > 40 ? line.substring(0, 40) + "…" : line;
        return new BadInput(
                "line must be a JSON string, got %s (input:%d). Put each text in double quotes, or leave --json-lines out."
                        .formatted(shown.isBlank() ? "an empty line" : shown, number),
                cause);
    }
}
