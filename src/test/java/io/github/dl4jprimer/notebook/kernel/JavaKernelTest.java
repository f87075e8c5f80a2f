package io.github.dl4jprimer.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kernel as Jupyter meets it: through messages. */
@Timeout(120)
class JavaKernelTest {
    private static KernelClient jupyter;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        jupyter = new KernelClient(new JavaKernel(Language.EN));
    }

    @AfterAll
    static void end() {
        jupyter.close();
    }

    @Test
    void itSaysWhatItSpeaks() {
        var info = jupyter.request(jupyter.shell, "kernel_info_request", new JsonObject());
        assertEquals("java", info.getAsJsonObject("language_info").get("name").getAsString());
        assertEquals(
                ".java", info.getAsJsonObject("language_info").get("file_extension").getAsString());
        assertEquals("dl4j-primer", info.get("implementation").getAsString());
    }

    @Test
    void itsHeartBeats() {
        assertEquals("一拍", jupyter.heartbeat("一拍"));
    }

    @Test
    void aValueIsTheCellsResult() {
        var answer = jupyter.run("6 * 7");
        assertEquals("42", answer.text());
        assertEquals("ok", answer.reply().get("status").getAsString());
    }

    @Test
    void whatIsPrintedArrivesWithOrWithoutALineFeed() {
        assertEquals(
                "磁盘\n告警",
                jupyter.run("System.out.println(\"磁盘\");\nSystem.out.print(\"告警\");").printed());
        assertEquals("", jupyter.run("int quiet = 1;").printed());
    }

    @Test
    void standardErrorIsAStreamOfItsOwn() {
        var stream = jupyter.run("System.err.println(\"警告\");").contents("stream").get(0);
        assertEquals("stderr", stream.get("name").getAsString());
        assertEquals("警告\n", stream.get("text").getAsString());
    }

    @Test
    void anArrayIsATable() {
        var answer = jupyter.run("org.nd4j.linalg.factory.Nd4j.createFromArray(1, 2)");
        assertEquals("INT [2]\n  1  2", answer.text());
        assertTrue(
                answer.contents("execute_result").get(0).getAsJsonObject("data").has("text/html"));
    }

    @Test
    void aChartIsAPictureOfTheWidthItIsToBeSeenAt() {
        var result =
                jupyter.run(
                                "new io.github.dl4jprimer.report.LineChart(\"损失\")"
                                        + ".line(\"a\", new double[] {1, 2}, new double[] {3, 4})")
                        .contents("execute_result")
                        .get(0);
        assertTrue(
                result.getAsJsonObject("data").get("image/png").getAsString().startsWith("iVBOR"));
        assertEquals(
                900,
                result.getAsJsonObject("metadata")
                        .getAsJsonObject("image/png")
                        .get("width")
                        .getAsInt());
    }

    @Test
    void whatIsDisplayedIsReplacedUnderItsId() {
        var answer =
                jupyter.run(
                        "import static io.github.dl4jprimer.notebook.Notebook.*;\n"
                                + "var id = display(\"一\");\nupdate(id, \"二\");");
        var first = answer.contents("display_data").get(0);
        var second = answer.contents("update_display_data").get(0);
        assertEquals(first.get("transient"), second.get("transient"));
        assertEquals("二", second.getAsJsonObject("data").get("text/plain").getAsString());
    }

    @Test
    void anErrorTellsCellAndLineAndNothingOfTheLibrary() {
        int cell = jupyter.run("1").reply().get("execution_count").getAsInt() + 1;
        var answer = jupyter.run("int x = 1;\nList.of(\"磁盘\").forEach(Integer::parseInt)");
        assertEquals("error", answer.reply().get("status").getAsString());
        assertEquals(
                List.of(
                        "NumberFormatException: For input string: \"磁盘\"",
                        "    cell %d, line 2:  List.of(\"磁盘\").forEach(Integer::parseInt)"
                                .formatted(cell)),
                answer.traceback());
    }

    @Test
    void aBusyCellIsInterruptedByAMessage() {
        var id =
                jupyter.sendCell(
                        "System.out.println(\"begun\");\nwhile (true) { Thread.onSpinWait(); }",
                        false);
        jupyter.awaitPrinted(id);
        jupyter.request(jupyter.control, "interrupt_request", new JsonObject());
        assertEquals(List.of("the cell was interrupted"), jupyter.answer(id).traceback());
        assertEquals("2", jupyter.run("1 + 1").text());
    }

    @Test
    void aCellThatReadsIsAnsweredByTheLearner() {
        var id = jupyter.sendCell("new Scanner(System.in).nextLine() + \"！\"", true);
        assertFalse(jupyter.input("磁盘").get("password").getAsBoolean());
        assertEquals("磁盘！", jupyter.answer(id).text());
    }

    @Test
    void aCellThatReadsWhereNobodyWatchesIsToldSo() {
        assertEquals(
                "IllegalStateException: standard input must be answered by somebody, got a run that"
                        + " nobody watches. Use a variable, or run the cell in Jupyter.",
                jupyter.run("new Scanner(System.in).nextLine()").traceback().get(0));
        assertEquals(
                "IllegalStateException: standard input must be answered by somebody, got a run that"
                        + " nobody watches. Use a variable, or run the cell in Jupyter.",
                jupyter.run("System.in.read()").traceback().get(0));
    }

    @Test
    void cursorsAreCountedInCodePoints() {
        var source = "String s = \"😀磁\"; s.startsW";
        var offer =
                jupyter.ask("complete_request", source, source.codePointCount(0, source.length()));
        assertEquals(List.of("startsWith("), KernelClient.strings(offer.getAsJsonArray("matches")));
        assertEquals(19, offer.get("cursor_start").getAsInt());
        assertEquals(26, offer.get("cursor_end").getAsInt());
    }

    @Test
    void nothingToCompleteOffersNothing() {
        assertEquals(
                0, jupyter.ask("complete_request", "磁盘磁盘", 4).getAsJsonArray("matches").size());
    }

    @Test
    void documentationIsFoundOrSaidNotToBe() {
        var source = "String t = \"😀\"; t.isBlank(";
        var found =
                jupyter.ask("inspect_request", source, source.codePointCount(0, source.length()));
        assertTrue(
                found.getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString()
                        .contains("boolean String.isBlank()"));
        assertFalse(jupyter.ask("inspect_request", "磁盘", 2).get("found").getAsBoolean());
    }

    @Test
    void aConsoleLearnsWhetherALineIsToFollow() {
        assertEquals("complete", state("int a = 1;"));
        assertEquals("incomplete", state("for (;;) {"));
        assertEquals("invalid", state("int a = \"b"));
    }

    private static String state(String source) {
        var content = new JsonObject();
        content.addProperty("code", source);
        return jupyter.request(jupyter.shell, "is_complete_request", content)
                .get("status")
                .getAsString();
    }

    @Test
    void aPercentSignIsNoMagic() {
        assertEquals("1", jupyter.run("7\n% 2").text());
    }
}
