package io.github.dl4jprimer.report;

import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * A report as one HTML file: style and pictures inside, nothing loaded from elsewhere, light and
 * dark, printable.
 *
 * <p>Parts appear in the order in which they are added. All text is escaped, so names of classes
 * and lines of data may hold {@code <}, quotes or whole scripts and are shown as they are. The
 * language decides the few words that the report adds of its own and the {@code lang} attribute, by
 * which browsers choose the right glyphs for Chinese.
 *
 * <pre>{@code
 * HtmlReport.of("第 2 周", Language.ZH)
 *         .heading("六种优化器")
 *         .paragraph("同一个分类器，5 个随机种子。")
 *         .table("测试准确率", table)
 *         .chart(chart, "训练损失")
 *         .save(Path.of("report.html"));
 * }</pre>
 */
public final class HtmlReport {
    private static final String STYLE = "report.css";

    private final String title;
    private final Language language;
    private final StringBuilder body = new StringBuilder();

    private HtmlReport(String title, Language language) {
        this.title = Check.text("title", title);
        this.language = language;
    }

    /** A report with a title and nothing else. */
    public static HtmlReport of(String title, Language language) {
        return new HtmlReport(title, language);
    }

    /**
     * Adds the heading of a section.
     *
     * @param text any text; it is escaped
     */
    public HtmlReport heading(String text) {
        return element("h2", text);
    }

    /** Starts a part of a section. */
    public HtmlReport subheading(String text) {
        return element("h3", text);
    }

    /** Adds a paragraph of text; what stands between backticks is code. */
    public HtmlReport paragraph(String text) {
        body.append("<p>")
                .append(escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>"))
                .append("</p>\n");
        return this;
    }

    /**
     * Adds a table below its caption; a wide one scrolls sideways.
     *
     * @param caption what is counted, with units and number of seeds
     */
    public HtmlReport table(String caption, TextTable table) {
        body.append("<figure class=\"table\"><figcaption>").append(escaped(caption));
        body.append("</figcaption><div class=\"scroll\">\n")
                .append(table.html())
                .append("</div></figure>\n");
        return this;
    }

    /**
     * Adds a chart above its caption, drawn now: later changes of the chart are not seen.
     *
     * @param chart its title becomes the text that is read where pictures are not shown
     * @param caption what to look at
     */
    public HtmlReport chart(Chart chart, String caption) {
        return picture(chart.png(), chart.width(), chart.title(), caption);
    }

    /**
     * Adds a chart that was saved before.
     *
     * @param png the file
     * @param caption below it
     * @throws UncheckedIOException if the file cannot be read
     */
    public HtmlReport picture(Path png, String caption) {
        try {
            return picture(Files.readAllBytes(png), 900, caption, caption);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Adds a statement and whether the measurements bear it out, with ✓ or ✗ before it, so that the
     * verdict does not hang on a colour.
     *
     * @param text the statement, as it was made before measuring
     * @param holds whether it holds
     */
    public HtmlReport claim(String text, boolean holds) {
        body.append(holds ? "<p class=\"holds\">✓ " : "<p class=\"fails\">✗ ")
                .append(escaped(text));
        body.append("</p>\n");
        return this;
    }

    /**
     * Adds where the numbers come from, folded away: seed, versions, machine.
     *
     * @param facts in the order they are shown
     */
    public HtmlReport provenance(Map<String, String> facts) {
        body.append("<details open><summary>");
        body.append(language.choose("数据来源与运行环境", "Where the numbers come from"));
        body.append("</summary><div class=\"scroll\"><table>\n");
        facts.forEach(
                (name, value) ->
                        body.append("<tr><th scope=\"row\">")
                                .append(escaped(name))
                                .append("</th><td>")
                                .append(escaped(value))
                                .append("</td></tr>\n"));
        body.append("</table></div></details>\n");
        return this;
    }

    /** The whole document, well-formed, without a reference to anything outside. */
    public String html() {
        String name = escaped(title);
        return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>%s</h1>
        %s</body>
        </html>
        """
                .formatted(language.choose("zh-CN", "en"), name, style(), name, body);
    }

    /**
     * Writes the document; a reader never sees half of it.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        WholeFile.write(file, html().getBytes(StandardCharsets.UTF_8));
    }

    /** Text that means itself inside HTML and inside quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private HtmlReport picture(byte[] png, int width, String alternative, String caption) {
        body.append("<figure><img width=\"")
                .append(width)
                .append("\" alt=\"")
                .append(escaped(alternative));
        body.append("\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png));
        body.append("\"><figcaption>").append(escaped(caption)).append("</figcaption></figure>\n");
        return this;
    }

    private HtmlReport element(String tag, String text) {
        body.append('<')
                .append(tag)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(tag)
                .append(">\n");
        return this;
    }

    private static String style() {
        try (var stream = HtmlReport.class.getResourceAsStream(STYLE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
