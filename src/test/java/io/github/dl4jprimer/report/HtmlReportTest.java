package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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

    @Test
    void isWellFormedWhateverItsTextSays() throws Exception {
        var html =
                HtmlReport.of("a & b <c>", Language.ZH)
                        .heading("]]> & <h1>")
                        .subheading("\"quoted\" 'twice'")
                        .paragraph("`<code>` & `` ` `open")
                        .paragraph("")
                        .table("a < b", TextTable.of("x<y", "n").row("&amp;", 1).row("</td>", 2))
                        .chart(chart("<&>\"'"), "图 <1>")
                        .claim("1 < 2 & 3 > 2", true)
                        .claim("2 < 1", false)
                        .provenance(Map.of("<seed>", "7 & 8"))
                        .html();
        var document = parsed(html);
        assertEquals("a & b <c>", document.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(2, document.getElementsByTagName("table").getLength());
        assertEquals("</td>", document.getElementsByTagName("td").item(2).getTextContent());
        assertEquals(
                "✓ 1 < 2 & 3 > 2", document.getElementsByTagName("p").item(2).getTextContent());
        assertEquals("✗ 2 < 1", document.getElementsByTagName("p").item(3).getTextContent());
    }

    /** As XML, which forgives nothing; HTML's own elements without an end are given one. */
    private static Document parsed(String html) throws Exception {
        var xml =
                html.replaceFirst("<!DOCTYPE html>\\s*", "")
                        .replaceAll("<(meta|img)([^>]*)>", "<$1$2/>")
                        .replace("<details open>", "<details open=\"open\">");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refersToNothingOutside() throws Exception {
        var document = parsed(HtmlReport.of("a", Language.EN).chart(chart("b"), "c").html());
        var all = document.getElementsByTagName("*");
        int sources = 0;
        for (int i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            assertFalse(element.hasAttribute("href"), element.getTagName());
            if (element.hasAttribute("src")) {
                assertTrue(element.getAttribute("src").startsWith("data:image/png;base64,"));
                sources++;
            }
        }
        assertEquals(1, sources);
        var style = document.getElementsByTagName("style").item(0).getTextContent();
        assertFalse(style.contains("url("), "no picture or font from elsewhere");
    }

    @Test
    void aPictureThatIsMissingIsNamed(@TempDir Path folder) {
        var missing = folder.resolve("none.png");
        var failure =
                assertThrows(
                        UncheckedIOException.class,
                        () -> HtmlReport.of("a", Language.ZH).picture(missing, "图"));
        assertTrue(failure.getMessage().contains("none.png"), failure.getMessage());
        var blank =
                assertThrows(IllegalArgumentException.class, () -> HtmlReport.of("", Language.ZH));
        assertEquals("title must be text, got \"\". Say what the reader sees.", blank.getMessage());
    }
}
