package io.github.dl4jprimer.notebook.run;

import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * An executed notebook as one HTML page, charts and all, that needs nothing from outside.
 *
 * @param notebook what was run
 */
public record NotebookPage(ExecutedNotebook notebook) {
    private static final String STYLE = "notebook.css";
    private static final MIMEType HTML = MIMEType.parse("text/html");
    private static final MIMEType SVG = MIMEType.parse("image/svg+xml");
    private static final MIMEType PNG = MIMEType.parse("image/png");
    private static final MIMEType TEXT = MIMEType.parse("text/plain");

    /** Stored pictures have twice the pixels they are shown with. */
    private static final String PICTURE =
            "<img width=\"900\" alt=\"%s\" src=\"data:image/png;base64,%s\">";

    /**
     * Writes {@code <folder>/<notebook>.html}.
     *
     * @return the file
     */
    public Path save(Path folder) {
        var file = folder.resolve(notebook.file().name() + ".html");
        var page = html();
        AtomicWrite.file(file, path -> Files.writeString(path, page));
        return file;
    }

    /** Returns the page. */
    public String html() {
        var cells = notebook.cells().stream().map(NotebookPage::cell).collect(Collectors.joining());
        return """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
                .formatted(escaped(notebook.file().title()), style(), cells);
    }

    private static String cell(ExecutedNotebook.Cell executed) {
        var cell = executed.cell();
        if (!cell.isCode()) {
            return cell.isText() ? "<section>\n%s</section>\n".formatted(text(cell)) : "";
        }
        var outputs =
                executed.outputs().stream().map(NotebookPage::output).collect(Collectors.joining());
        return """
        <div class="cell"><span class="number">[%d]</span><pre class="code">%s</pre></div>
        %s\
        """
                .formatted(executed.number(), escaped(cell.source()), outputs);
    }

    /** A text cell is Markdown; HTML inside it stays what its author wrote. */
    private static String text(NotebookCell cell) {
        return HtmlRenderer.builder().build().render(Parser.builder().build().parse(cell.source()));
    }

    private static String output(CellOutput output) {
        if (output instanceof CellOutput.Printed printed) {
            return pre("printed", redrawn(printed.text()));
        }
        if (output instanceof CellOutput.Failed failed) {
            return pre("failed", String.join("\n", failed.lines()));
        }
        return "<div class=\"shown\">%s</div>\n"
                .formatted(shown(((CellOutput.Shown) output).data()));
    }

    private static String shown(DisplayData data) {
        if (data.hasDataForType(PNG)) {
            return PICTURE.formatted(
                    escaped(String.valueOf(data.getData(TEXT))), data.getData(PNG));
        }
        for (var markup : new MIMEType[] {SVG, HTML}) {
            if (data.hasDataForType(markup)) {
                return String.valueOf(data.getData(markup));
            }
        }
        return pre("text", String.valueOf(data.getData(TEXT)));
    }

    /** A line that was redrawn after a carriage return shows what stood there last. */
    private static String redrawn(String text) {
        return text.replaceAll("(?m)^.*\r(?=[^\r\n])", "");
    }

    private static String pre(String name, String text) {
        return "<pre class=\"%s\">%s</pre>\n".formatted(name, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (var stream = NotebookPage.class.getResourceAsStream(STYLE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
