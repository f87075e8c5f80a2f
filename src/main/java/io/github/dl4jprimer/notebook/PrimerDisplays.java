package io.github.dl4jprimer.notebook;

import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.report.Chart;
import io.github.dl4jprimer.report.TextTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How the project's values look below a cell: charts as pictures, arrays and tables as tables.
 *
 * <p>A kernel on jjava-jupyter finds this class by itself when the project is on its class path.
 */
public final class PrimerDisplays implements Extension {
    private static final String PNG = "image/png";

    /** Creates the extension; the kernel's service loader does. */
    public PrimerDisplays() {}

    @Override
    public void install(BaseKernel kernel) {
        register(kernel.getRenderer());
    }

    /** Teaches a renderer the project's values. */
    public static void register(Renderer renderer) {
        renderer.createRegistration(Chart.class)
                .preferring(PNG)
                .register((chart, context) -> picture(chart, context.getOutputContainer()));
        renderer.createRegistration(INDArray.class)
                .preferring("text/html")
                .register((array, context) -> array(array, context.getOutputContainer()));
        renderer.createRegistration(TextTable.class)
                .preferring("text/html")
                .register((table, context) -> table(table, context.getOutputContainer()));
        renderer.createRegistration(EvaluationResult.class)
                .preferring("text/html")
                .register((result, context) -> scores(result, context.getOutputContainer()));
    }

    private static void picture(Chart chart, DisplayData out) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(chart.image(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.putText(chart.title());
        out.putData(PNG, Base64.getEncoder().encodeToString(bytes.toByteArray()));
        // The picture is stored sharper than it is to be seen.
        out.putMetaData(PNG, Map.of("width", chart.width()));
    }

    private static void array(INDArray array, DisplayData out) {
        var table = new ArrayTable(array);
        out.putText(table.text());
        out.putHTML(table.html());
    }

    private static void table(TextTable table, DisplayData out) {
        out.putText(table.text().stripTrailing());
        out.putHTML(table.html());
    }

    private static void scores(EvaluationResult result, DisplayData out) {
        var table = TextTable.of(Notebook.say("指标", "metric"), Notebook.say("值", "value"));
        table.row(Notebook.say("损失", "loss"), result.loss());
        result.scores().forEach(table::row);
        table(table, out);
    }
}
