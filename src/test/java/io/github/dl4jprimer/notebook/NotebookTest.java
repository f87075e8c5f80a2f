package io.github.dl4jprimer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Outcome;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.notebook.kernel.JavaKernel;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class NotebookTest {
    private static final MIMEType TEXT = MIMEType.parse("text/plain");
    private static final MIMEType HTML = MIMEType.parse("text/html");
    private static final MIMEType PNG = MIMEType.parse("image/png");

    /** A kernel that keeps what it is told to show, under its id. */
    private static final class KeepingKernel extends JavaKernel {
        private final boolean quick;
        private final Map<String, DisplayData> shown = new LinkedHashMap<>();
        private final List<String> updates = new ArrayList<>();

        KeepingKernel(boolean quick) {
            super(Language.EN);
            this.quick = quick;
        }

        @Override
        public void display(DisplayData data) {
            shown.put(data.getDisplayId(), data);
        }

        @Override
        public void update(DisplayData data) {
            updates.add(String.valueOf(data.getData(TEXT)));
            shown.replace(data.getDisplayId(), data);
        }

        @Override
        public boolean quick() {
            return quick;
        }

        DisplayData only() {
            assertEquals(1, shown.size());
            return shown.values().iterator().next();
        }
    }

    private KeepingKernel kernel;

    @BeforeEach
    void start() {
        start(false);
    }

    private void start(boolean quick) {
        kernel = new KeepingKernel(quick);
        kernel.onStartup();
    }

    @AfterEach
    void stop() {
        kernel.onShutdown(false);
    }

    @Test
    void aNotebookIsReadAtFullSizeAndTestedAtTheReducedOne() {
        assertEquals(60, Notebook.fullOrQuick(60, 6));
        stop();
        start(true);
        assertEquals(6, Notebook.fullOrQuick(60, 6));
    }

    @Test
    void whatIsDisplayedCanBeReplaced() {
        var id = Notebook.display("first");
        Notebook.display("other");
        Notebook.update(id, "second");
        assertEquals(2, kernel.shown.size());
        assertEquals("second", kernel.shown.get(id).getData(TEXT));
    }

    @Test
    void aChartIsAPictureOfItsOwnWidth() throws IOException {
        Notebook.display(new LineChart("损失").line("a", new double[] {1, 2}, new double[] {3, 4}));
        var png = Base64.getDecoder().decode((String) kernel.only().getData(PNG));
        assertEquals(1800, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        assertEquals("损失", kernel.only().getData(TEXT));
    }

    @Test
    void anArrayAndATableAreTextAndHtml() {
        Notebook.display(Nd4j.createFromArray(1, 2));
        assertEquals("INT [2]\n  1  2", kernel.only().getData(TEXT));
        assertTrue(((String) kernel.only().getData(HTML)).contains("<td>2</td>"));
        kernel.shown.clear();
        Notebook.display(TextTable.of("类别").row("磁盘"));
        assertEquals("类别\n────\n磁盘", kernel.only().getData(TEXT));
        assertTrue(((String) kernel.only().getData(HTML)).contains("磁盘"));
    }

    @Test
    void htmlAndSvgGoAsTheyAre() {
        assertEquals("<b>磁盘</b>", Notebook.html("<b>磁盘</b>").getData(HTML));
        assertEquals("磁盘", Notebook.html("<b>磁盘</b>").getData(TEXT));
        assertEquals("<svg/>", Notebook.svg("<svg/>").getData(MIMEType.parse("image/svg+xml")));
    }

    @Test
    void nullIsShownByItsName() {
        Notebook.display(null);
        assertEquals("null", kernel.only().getData(TEXT));
        assertFalse(kernel.only().hasDataForType(HTML));
    }

    @Test
    void aClaimThatHoldsHasATick() {
        assertEquals(
                "✓ so",
                Notebook.check(true, "是", "so").getData(TEXT).toString().replace("是", "so"));
    }

    @Test
    void aClaimThatDoesNotHoldIsAnError() {
        var e =
                assertThrows(
                        IllegalStateException.class, () -> Notebook.check(false, "a 0.5", "a 0.5"));
        assertEquals("the claim does not hold: a 0.5", e.getMessage());
    }

    @Test
    void aProgressBarIsRedrawnInItsPlaceAndOnlyWhenItMoves() {
        var progress = new CellProgress();
        progress.start("moons", 0, 400);
        for (int step = 1; step <= 8; step++) {
            progress.step(step, 0.5);
        }
        assertEquals(
                List.of(
                        "moons  ░░░░░░░░░░░░░░░░░░░░   1 %  ",
                        "moons  ░░░░░░░░░░░░░░░░░░░░   2 %  "),
                kernel.updates);
        progress.step(200, 0.5);
        assertEquals("moons  ██████████░░░░░░░░░░  50 %  ", kernel.only().getData(TEXT));
        progress.epoch(new EpochMetrics(3, 200, 0.25, Double.NaN, Map.of()));
        progress.end(new Outcome(Outcome.Kind.COMPLETED, "completed"));
        assertEquals("moons  epoch 3, loss 0.2500", kernel.only().getData(TEXT));
    }

    @Test
    void manyTrainingsCanShareOneBar() {
        var progress = CellProgress.inOnePlace();
        progress.start("first", 0, 10);
        progress.end(new Outcome(Outcome.Kind.COMPLETED, "completed"));
        progress.start("second", 0, 10);
        assertTrue(((String) kernel.only().getData(TEXT)).startsWith("second"));
        new CellProgress().start("third", 0, 10);
        assertEquals(2, kernel.shown.size());
    }

    @Test
    void aRunOfUnknownLengthIsToldOfByItsEpochs() {
        var progress = new CellProgress();
        progress.start("corpus", 0, -1);
        progress.step(1, 0.5);
        progress.epoch(new EpochMetrics(1, 7, 0.5, Double.NaN, Map.of()));
        assertEquals(1, kernel.updates.size());
        assertTrue(kernel.updates.get(0).contains("0.5000"));
    }

    @Test
    void outsideOfAKernelThereIsNothingToShowOn() {
        kernel.onShutdown(false);
        assertThrows(NullPointerException.class, () -> Notebook.display("a"));
        assertNull(System.getProperty(Notebook.RUNS));
        kernel.onStartup();
    }
}
