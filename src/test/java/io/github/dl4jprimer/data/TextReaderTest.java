package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReaderTest {
    private static final String TWO = "磁盘满了\tdisk\n负载飙高\tcpu\n";

    @TempDir Path folder;
    private ReaderFiles files;

    @BeforeEach
    void setUp() {
        files = new ReaderFiles(folder);
    }

    private TextDataset read(String name, String text) {
        var file = files.write(name, text);
        return TextReader.forFile(file).read(file);
    }

    @Test
    void tabSeparatedLinesAreReadWithOrWithoutAByteOrderMark() {
        var plain = read("a.tsv", TWO);
        assertEquals(List.of("磁盘满了", "负载飙高"), plain.texts());
        assertEquals(List.of("cpu", "disk"), plain.labels());
        assertEquals("a.tsv", plain.name());
        assertEquals(plain.examples(), read("b.tsv", "\uFEFF" + TWO).examples());
    }

    @Test
    void numberedClassesAreOrderedByValue() {
        assertEquals(List.of("2", "10"), read("a.txt", "标题一\t10\n标题二\t2\n").labels());
    }

    @Test
    void gbkIsReadWhenAskedForAndNamedWhenNot() {
        var file = files.write("g.tsv", TWO, Charset.forName("GBK"));
        var gbk = TextReader.forFile(file).withFormat(TextFormat.tsv().withCharset("GBK"));
        assertEquals(List.of("磁盘满了", "负载飙高"), gbk.read(file).texts());
        files.assertBadInput(
                "text must be UTF-8, got the byte 0xB4 (@/g.tsv:1). If it was saved on Chinese"
                        + " Windows, read it as GBK (--charset GBK).",
                () -> TextReader.forFile(file).read(file));
    }

    @Test
    void headersQuotesAndOtherColumnsAreRead() {
        var file = files.write("h.csv", "id,label,text\n1,disk,\"满了, \"\"/data\"\"\"\n2,cpu,高\n");
        var data = new TextReader(TextFormat.csv().withHeader(true), 2, 1).read(file).examples();
        assertEquals(new TextExample("满了, \"/data\"", "disk"), data.get(0));
        assertEquals(2, data.size());
    }

    @Test
    void textsAloneNeedNoLabels() {
        var file = files.write("t.txt", "第一行\n\n 第二行 \n");
        assertEquals(List.of("第一行", "第二行"), TextReader.forFile(file).readTexts(file));
    }

    @Test
    void unknownLabelsAreRejectedWithTheirLine() {
        var file = files.write("dev.tsv", TWO + "\n断电\tpower\n");
        files.assertBadInput(
                "label must be one of [cpu, disk], got \"power\" (@/dev.tsv:4). Correct the label,"
                        + " or add examples of this class to the training file.",
                () -> TextReader.forFile(file).read(file, List.of("cpu", "disk")));
        assertEquals(
                List.of("power", "disk", "cpu"),
                TextReader.forFile(file).read(file, List.of("power", "disk", "cpu")).labels());
    }

    @Test
    void emptyTextsAndLabelsAreRejectedWithTheirLine() {
        files.assertBadInput(
                "text must not be empty, got \"\" (@/a.tsv:3). Fill it in or remove the line.",
                () -> read("a.tsv", TWO + " \tdisk\n"));
        files.assertBadInput(
                "label must not be empty, got \"\" (@/a.tsv:3). Label the line or remove it.",
                () -> read("a.tsv", TWO + "满\t \n"));
    }

    @Test
    void aHeadingTakenForAnExampleIsRejected() {
        files.assertBadInput(
                "first line must be an example, got the heading \"label\" (@/a.tsv:1). Say that the"
                        + " file has a header (--header).",
                () -> read("a.tsv", "text\tlabel\n" + TWO));
    }

    @Test
    void missingColumnsClassesAndFilesAreRejected() {
        files.assertBadInput(
                "row must have at least 2 columns, got 1 (@/a.tsv:1). Separate text and label by a"
                        + " tab.",
                () -> read("a.tsv", "磁盘满了,disk\n"));
        files.assertBadInput(
                "@/a.tsv must have at least 2 classes, got only \"disk\". Check which column is the"
                        + " label.",
                () -> read("a.tsv", "磁盘满了\tdisk\n"));
        files.assertBadInput(
                "@/a.tsv must have at least one row, got an empty file. Check the path.",
                () -> read("a.tsv", "\n \n"));
        var gone = folder.resolve("gone.tsv");
        files.assertBadInput(
                "file must exist, got @/gone.tsv (missing). Check the path and the current folder.",
                () -> TextReader.forFile(gone).read(gone));
    }

    @Test
    void aHeaderAloneIsRejected() {
        var file = files.write("h.tsv", "text\tlabel\n");
        var reader = TextReader.forFile(file).withFormat(TextFormat.tsv().withHeader(true));
        files.assertBadInput(
                "a header must be followed by examples, got none (@/h.tsv:1). Add some.",
                () -> reader.read(file));
    }

    @Test
    void theSameColumnForTextAndLabelIsRejected() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new TextReader(TextFormat.tsv(), 1, 1));
        assertEquals(
                "textColumn and labelColumn must be two columns counted from 0, got 1 and 1. Try 0"
                        + " and 1.",
                error.getMessage());
    }
}
