package io.github.dl4jprimer.notebook.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.notebook.shell.CellCompletion.Offer;
import io.github.dl4jprimer.notebook.shell.CellCompletion.State;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CellCompletionTest {
    private static CellShell shell;
    private static CellCompletion completion;

    @BeforeAll
    static void open() {
        shell = new CellShell(Language.EN);
        completion = new CellCompletion(shell);
        shell.evaluate(1, "import io.github.dl4jprimer.mlp.*;\nString 告警 = \"磁盘\";");
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static Offer atEnd(String source) {
        return completion.at(source, source.length());
    }

    @Test
    void methodsOfAValueAreOfferedFromTheDotOn() {
        assertEquals(new Offer(List.of("startsWith("), 3), atEnd("告警.starts"));
    }

    @Test
    void classesOfTheProjectAreOffered() {
        assertEquals(new Offer(List.of("MultilayerPerceptron"), 0), atEnd("Multilayer"));
        assertEquals(
                List.of("withHidden("),
                atEnd("MultilayerPerceptron.binary(1, null, 1).withH").words());
    }

    @Test
    void whatTheSameCellDeclaresIsKnownBeforeItHasRun() {
        assertEquals(List.of("isBlank()"), atEnd("var text = \"a\";\ntext.isBl").words());
    }

    @Test
    void importsAtTheHeadOfACellAreInNobodysWay() {
        var source = "import java.nio.file.Path;\n\nvar p = Path.of(\"a\");\np.getFileN";
        assertEquals(new Offer(List.of("getFileName()"), source.length() - 8), atEnd(source));
    }

    @Test
    void onlyWhatStandsBeforeTheCursorCounts() {
        assertEquals(List.of("startsWith("), completion.at("告警.starts + 1", 9).words());
    }

    @Test
    void nothingIsOfferedWhereNothingFits() {
        assertEquals(new Offer(List.of(), 8), atEnd("告警.磁盘没有的"));
    }

    @Test
    void aCellIsCompleteUnfinishedOrInvalid() {
        assertEquals(State.COMPLETE, completion.state("int a = 1;\na + 1"));
        assertEquals(State.COMPLETE, completion.state(""));
        assertEquals(State.UNFINISHED, completion.state("for (int i = 0; i < 3; i++) {"));
        assertEquals(State.UNFINISHED, completion.state("int a = 1;\nint f() {"));
        assertEquals(State.INVALID, completion.state("int a = \"unclosed"));
        assertEquals(State.INVALID, completion.state("int a = 1;\n)"));
    }
}
