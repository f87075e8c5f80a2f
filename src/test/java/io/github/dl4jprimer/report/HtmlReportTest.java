package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final String EVIL = "<img src=x onerror=\"alert('&')\">";
    private static final String ESCAPED =
            "&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;";

    private static LineChart chart(String title) {
        return new LineChart(title).line("a", new double[] {1, 2}, new double[] {1, 2});
    }

    @Test
    void escapesTextWhereverItStands() {
        String html =
                HtmlReport.of(EVIL, Language.EN)
                        .heading(EVIL)
                        .paragraph(EVIL)
                        .table(EVIL, TextTable.of(EVIL).row(EVIL))
                        .chart(chart(EVIL), EVIL)
                        .claim(EVIL, true)
                        .provenance(Map.of(EVIL, EVIL))
                        .html();
        assertFalse(html.contains(EVIL));
        assertEquals(12, Pattern.compile(ESCAPED, Pattern.LITERAL).matcher(html).results().count());
    }

    @Test
    void carriesItsPicturesInside() throws Exception {
        String html = HtmlReport.of("周报", Language.ZH).chart(chart("损失"), "图 1").html();
        var data = Pattern.compile("src=\"data:image/png;base64,([^\"]+)\"").matcher(html);
        assertTrue(data.find());
        var image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.group(1))));
        assertEquals(1800, image.getWidth());
        assertTrue(html.contains("width=\"900\" alt=\"损失\""));
    }

    @Test
    void loadsNothingFromElsewhere() {
        String html = HtmlReport.of("周报", Language.ZH).chart(chart("损失"), "图 1").html();
        assertFalse(html.contains("http"), "no address");
        assertFalse(html.contains("@import") || html.contains("<script") || html.contains("<link"));
    }

    @Test
    void statesItsLanguageAndAdaptsToDarkAndPaper() {
        assertTrue(HtmlReport.of("a", Language.ZH).html().contains("<html lang=\"zh-CN\">"));
        String english = HtmlReport.of("a", Language.EN).provenance(Map.of("seed", "7")).html();
        assertTrue(
                english.contains("<html lang=\"en\">")
                        && english.contains("Where the numbers come from"));
        assertTrue(
                english.contains("prefers-color-scheme: dark") && english.contains("@media print"));
    }

    @Test
    void replacesAFileAndLeavesNothingBeside(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("out/report.html");
        HtmlReport.of("旧", Language.ZH).save(file);
        HtmlReport.of("新", Language.ZH).save(file);
        assertTrue(Files.readString(file).contains("<title>新</title>"));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void takesAPictureThatWasSavedBefore(@TempDir Path folder) {
        Path png = folder.resolve("a.png");
        chart("损失").save(png);
        assertTrue(
                HtmlReport.of("a", Language.ZH).picture(png, "图").html().contains("base64,iVBOR"));
    }

    @Test
    void showsCodeAsCodeAndEscapesIt() {
        String html = HtmlReport.of("a", Language.EN).paragraph("`a < b` and c").html();
        assertTrue(html.contains("<p><code>a &lt; b</code> and c</p>"), html);
        String headings = HtmlReport.of("a", Language.EN).heading("h").subheading("<s>").html();
        assertTrue(headings.contains("<h3>&lt;s&gt;</h3>"), headings);
    }
}
