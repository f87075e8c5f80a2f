package io.github.dl4jprimer.notebook.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellDocumentationTest {
    private static CellShell shell;
    private static CellDocumentation documentation;

    @TempDir private Path folder;

    @BeforeAll
    static void open() {
        shell = new CellShell(Language.EN);
        documentation = new CellDocumentation(shell, Path.of("src", "main", "java"));
        shell.evaluate(
                1, "import io.github.dl4jprimer.optimizer.*;\nimport io.github.dl4jprimer.mlp.*;");
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static String atEnd(String source) {
        return documentation.at(source, source.length());
    }

    @Test
    void aMethodShowsItsSignatureAndItsComment() {
        assertEquals(
                """
                MultilayerPerceptron io.github.dl4jprimer.mlp.MultilayerPerceptron.classifier(int inputSize, List<Integer> hiddenSizes, int classes, long seed)

                Returns a network for one of several classes: ReLU, softmax, and Adam at 0.001.\
                """,
                atEnd("MultilayerPerceptron.classifier("));
    }

    @Test
    void aNameWithoutABracketIsEnoughAndTheCursorMayStandInside() {
        assertEquals(
                atEnd("MultilayerPerceptron.classifier("),
                atEnd("MultilayerPerceptron.classifier"));
        assertEquals(
                atEnd("MultilayerPerceptron.classifier("),
                documentation.at("MultilayerPerceptron.classifier(2)", 25));
    }

    @Test
    void aTypeAVariableAndARecordsConstructorShowTheTypesComment() {
        shell.evaluate(2, "var network = MultilayerPerceptron.binary(1, List.of(), 1);");
        var comment = "\n\nA stack of dense layers: each bends weighted sums of the one before";
        for (var source : List.of("MultilayerPerceptron", "network", "new MultilayerPerceptron(")) {
            assertTrue(atEnd(source).contains(comment), source + ": " + atEnd(source));
        }
    }

    @Test
    void importsAtTheHeadOfACellAreInNobodysWay() {
        assertEquals(
                atEnd("MultilayerPerceptron.classifier("),
                atEnd("import java.util.List;\nMultilayerPerceptron.classifier("));
    }

    @Test
    void overloadsOfTheJdkAreAllShown() {
        assertTrue(atEnd("\"abc\".substring(").contains("String.substring(int beginIndex)"));
        assertTrue(
                atEnd("\"abc\".substring(")
                        .contains("String.substring(int beginIndex, int endIndex)"));
    }

    @Test
    void nothingIsShownForANameThatNobodyKnows() {
        assertEquals("", atEnd("磁盘"));
        assertEquals("", atEnd(""));
    }

    private SourceComments written(String source) {
        try {
            Files.writeString(folder.resolve("Alarm.java"), source);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new SourceComments(folder);
    }

    @Test
    void aCommentsMarksBecomePlainText() {
        var comments =
                written(
                        """
                        /** 告警。 {@code a < b} &lt; {@link Other}.
                         * <p>Next. */
                        class Alarm {}
                        """);
        assertEquals(Optional.of("告警。 a < b < Other.\nNext."), comments.of("Alarm", "", List.of()));
    }

    @Test
    void overloadsDifferByTheirParametersNames() {
        var comments =
                written(
                        """
                        class Alarm {
                            /** One. */
                            void at(int row) {}
                            /** Two. */
                            void at(int row, int column) {}
                            /** Field. */
                            int level;
                            /** Made. */
                            Alarm(int level) {}
                        }
                        """);
        assertEquals(Optional.of("Two."), comments.of("Alarm", "at", List.of("row", "column")));
        assertEquals(Optional.of("One."), comments.of("Alarm", "at", List.of("row")));
        assertEquals(Optional.of("Field."), comments.of("Alarm", "level", List.of()));
        assertEquals(Optional.of("Made."), comments.of("Alarm", "Alarm", List.of("level")));
        assertEquals(Optional.empty(), comments.of("Alarm", "at", List.of("column")));
    }

    @Test
    void withoutSourcesThereIsNoComment() {
        assertEquals(
                Optional.empty(),
                new SourceComments(folder.resolve("none")).of("Alarm", "", List.of()));
        assertEquals(Optional.empty(), new SourceComments(folder).of("Alarm", "", List.of()));
    }
}
