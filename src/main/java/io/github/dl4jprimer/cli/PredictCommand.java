package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.classifier.Prediction;
import io.github.dl4jprimer.classifier.SavedClassifier;
import io.github.dl4jprimer.classifier.TableClassifier;
import io.github.dl4jprimer.classifier.TextClassifier;
import io.github.dl4jprimer.data.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code primer predict}: classes of new lines, from an argument, a file or standard input.
 *
 * <pre>
 * primer predict --model alarm-model --text "磁盘使用率超过95%"
 * tail -f alarms.log | primer predict --model alarm-model --json
 * </pre>
 *
 * <p>Answers one line for each line, in order: class, tab, its probability, tab, the line itself.
 * With {@code --json} each answer is an object {@code {"text", "label", "probability",
 * "probabilities": {class: p}}}, whose probabilities sum to 1. With {@code --logits} what the
 * softmax is taken of is told too: as a column before the line itself, one number a class in the
 * order of the model's {@code labels.txt} with spaces between, or as the JSON object's {@code
 * "logits": {class: z}}. A model of numbers takes lines of numbers with commas or tabs between.
 *
 * <p>A line that cannot be used ends the command with status 2; what was answered before stands.
 */
@Command(
        name = "predict",
        description = "Tell the class of lines of text, or of rows of numbers.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Runnable {
    /** One pass through the network for so many lines; more gain little. */
    private static final int LINES_AT_ONCE = 256;

    @Spec private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            required = true,
            description = "A folder that 'primer train' saved, or a HuggingFace BERT's.")
    private Path model;

    @Mixin private CharsetOption charset;

    @ArgGroup private Source source;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(
            names = "--logits",
            description = "Tell the logits too, one a class: what the softmax is taken of.")
    private boolean logits;

    /** Where the lines come from; standard input if nothing is said. */
    static final class Source {
        @Option(names = "--text", paramLabel = "S", description = "One line.")
        private String text;

        @Option(names = "--file", paramLabel = "FILE", description = "Lines of a file.")
        private Path file;
    }

    @Override
    public void run() {
        var encoding = charset.charset();
        var classifier = SavedClassifier.load(model);
        try (var lines = open(encoding)) {
            predict(classifier, lines);
        } catch (CharacterCodingException e) {
            throw new BadInput(
                    "text must be %s, got other bytes (%s). Name its encoding, for example --charset GBK"
                            .formatted(encoding, sourceName()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines to answer; all three sources refuse bytes that are not in the encoding. */
    private BufferedReader open(Charset encoding) throws IOException {
        if (source != null && source.file != null) {
            var file = FileOptions.existing(source.file);
            return Files.newBufferedReader(file, encoding);
        }
        if (source != null && source.text != null) {
            return new BufferedReader(new StringReader(source.text));
        }
        return new BufferedReader(new InputStreamReader(System.in, strict(encoding)));
    }

    /** Java would put U+FFFD in the place of bytes that are not in the encoding. */
    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private String sourceName() {
        return source == null || source.file == null ? "input" : source.file.toString();
    }

    /** Answers as lines come: many at once from a file, one by one from a person. */
    private void predict(SavedClassifier classifier, BufferedReader lines) throws IOException {
        var number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var batch = new ArrayList<String>();
            batch.add(line);
            while (batch.size() < LINES_AT_ONCE && lines.ready()) {
                var further = lines.readLine();
                if (further == null) {
                    break;
                }
                batch.add(further);
            }
            print(batch, predictions(classifier, batch, number));
            number += batch.size();
        }
    }

    /**
     * Predictions of some lines, one each.
     *
     * @param linesBefore how many were answered before, for the line number in an error
     */
    private List<Prediction> predictions(
            SavedClassifier classifier, List<String> lines, int linesBefore) {
        if (classifier instanceof TextClassifier texts) {
            return texts.predict(lines);
        }
        var table = (TableClassifier) classifier;
        var columns = table.columns().names();
        var name = sourceName();
        var rows = new ArrayList<double[]>();
        for (var i = 0; i < lines.size(); i++) {
            rows.add(NumberRow.parse(lines.get(i), columns, name, linesBefore + i + 1));
        }
        return table.predict(rows);
    }

    private void print(List<String> lines, List<Prediction> predictions) {
        var format = new PredictionFormat(json, logits);
        var out = spec.commandLine().getOut();
        for (var i = 0; i < lines.size(); i++) {
            out.println(format.line(lines.get(i), predictions.get(i)));
        }
        out.flush();
    }
}
