package io.github.dl4jprimer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads labelled lines of text from a file of one's own, by default {@code text<TAB>label}.
 *
 * <pre>{@code
 * var train = TextReader.forFile(Path.of("train.tsv")).read(Path.of("train.tsv"));
 * var dev = TextReader.forFile(Path.of("dev.tsv")).read(Path.of("dev.tsv"), train.labels());
 * }</pre>
 *
 * @param format how the file is written
 * @param textColumn column of the text, from 0
 * @param labelColumn column of the label, from 0
 */
public record TextReader(TextFormat format, int textColumn, int labelColumn) {
    private static final Set<String> LABEL_HEADINGS =
            Set.of("label", "labels", "class", "category", "target", "标签", "类别", "分类");

    /**
     * @throws IllegalArgumentException if the columns are negative or the same
     */
    public TextReader {
        if (textColumn < 0 || labelColumn < 0 || textColumn == labelColumn) {
            throw new IllegalArgumentException(
                    "textColumn and labelColumn must be two columns counted from 0, got %d and %d. Try 0 and 1."
                            .formatted(textColumn, labelColumn));
        }
    }

    /** Returns a reader of text and label, in this order, in the format the file name suggests. */
    public static TextReader forFile(Path file) {
        return new TextReader(TextFormat.forFile(file), 0, 1);
    }

    /** Returns this reader for another format. */
    public TextReader withFormat(TextFormat newFormat) {
        return new TextReader(newFormat, textColumn, labelColumn);
    }

    /** Returns this reader for other columns, counted from 0. */
    public TextReader withColumns(int newTextColumn, int newLabelColumn) {
        return new TextReader(format, newTextColumn, newLabelColumn);
    }

    /**
     * Reads a training file; its classes are the labels that occur, numbers by value, then names.
     *
     * @throws BadInput if a line cannot be used or all have the same label
     */
    public TextDataset read(Path file) {
        var source = SourceText.read(file, format.charset());
        var examples = new ArrayList<TextExample>();
        for (var row : rows(file, source, 2)) {
            examples.add(example(row, file));
        }
        var labels = ClassNames.inOrder(examples.stream().map(TextExample::label).toList());
        if (labels.size() < 2) {
            throw new BadInput(
                    "%s must have at least 2 classes, got only \"%s\". Check which column is the label."
                            .formatted(file, labels.get(0)));
        }
        return new TextDataset(name(file), examples, labels, source.checksum());
    }

    /**
     * Reads a file whose classes are known, for example from the training file.
     *
     * @throws BadInput if a line cannot be used or has a label that is not in {@code labels}
     */
    public TextDataset read(Path file, List<String> labels) {
        var source = SourceText.read(file, format.charset());
        var examples = new ArrayList<TextExample>();
        for (var row : rows(file, source, 2)) {
            var example = example(row, file);
            if (!labels.contains(example.label())) {
                throw row.error(
                        file,
                        "label must be one of %s, got \"%s\"".formatted(labels, example.label()),
                        "Correct the label, or add examples of this class to the training file.");
            }
            examples.add(example);
        }
        return new TextDataset(name(file), examples, labels, source.checksum());
    }

    /**
     * Reads the texts alone; the file need not have labels.
     *
     * @throws BadInput if a line cannot be used
     */
    public List<String> readTexts(Path file) {
        var source = SourceText.read(file, format.charset());
        return rows(file, source, 1).stream().map(row -> text(row, file)).toList();
    }

    private List<RowReader.Row> rows(Path file, SourceText source, int columns) {
        var rows = RowReader.read(file, format, source);
        var first = rows.get(0);
        int needed = columns == 1 ? textColumn + 1 : Math.max(textColumn, labelColumn) + 1;
        if (first.cells().size() < needed) {
            throw first.error(
                    file,
                    "row must have at least %d columns, got %d"
                            .formatted(needed, first.cells().size()),
                    "Separate text and label by %s."
                            .formatted(
                                    format.delimiter() == '\t'
                                            ? "a tab"
                                            : "\"" + format.delimiter() + "\""));
        }
        if (format.header() && rows.size() == 1) {
            throw first.error(file, "a header must be followed by examples, got none", "Add some.");
        }
        return format.header() ? rows.subList(1, rows.size()) : rows;
    }

    private TextExample example(RowReader.Row row, Path file) {
        var label = row.cells().get(labelColumn).strip();
        if (label.isEmpty()) {
            throw row.error(
                    file, "label must not be empty, got \"\"", "Label the line or remove it.");
        }
        if (row.line() == 1 && LABEL_HEADINGS.contains(label.toLowerCase(Locale.ROOT))) {
            throw row.error(
                    file,
                    "first line must be an example, got the heading \"%s\"".formatted(label),
                    "Say that the file has a header (--header).");
        }
        return new TextExample(text(row, file), label);
    }

    private String text(RowReader.Row row, Path file) {
        var text = row.cells().get(textColumn).strip();
        if (text.isEmpty()) {
            throw row.error(
                    file, "text must not be empty, got \"\"", "Fill it in or remove the line.");
        }
        return text;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
