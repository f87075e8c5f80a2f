package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A grade as a JUnit XML report, which teachers' tools read: a suite a week, a test case a check.
 *
 * <p>An exercise of which no check could run is one failed test case. Messages are in English, in
 * the words of the code.
 *
 * @param grade what to report
 * @see <a href="https://github.com/testmoapp/junitxml">the JUnit XML format</a>
 */
public record GradeReport(Grade grade) {
    /** Characters that no XML document may hold. */
    private static final String FORBIDDEN = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]";

    /** Writes the report, replacing one that is there. */
    public void write(Path file) {
        AtomicWrite.file(
                file,
                path -> {
                    try (var out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
                        var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
                        document(xml);
                        xml.close();
                    } catch (XMLStreamException e) {
                        throw new IOException(e);
                    }
                });
    }

    private void document(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        for (var week : grade.weeks()) {
            suite(xml, "week" + week, grade.week(week));
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void suite(XMLStreamWriter xml, String name, List<Grade.Mark> marks)
            throws XMLStreamException {
        long cases =
                marks.stream().mapToInt(mark -> Math.max(1, mark.verdict().results().size())).sum();
        long passed = marks.stream().mapToLong(mark -> mark.verdict().passed()).sum();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Long.toString(cases));
        xml.writeAttribute("failures", Long.toString(cases - passed));
        for (var mark : marks) {
            exercise(xml, mark);
        }
        xml.writeEndElement();
    }

    private static void exercise(XMLStreamWriter xml, Grade.Mark mark) throws XMLStreamException {
        var verdict = mark.verdict();
        var id = mark.exercise().id();
        if (verdict.results().isEmpty()) {
            var problem = verdict.problem();
            var text =
                    problem == null ? "" : "line %d: %s".formatted(problem.line(), problem.text());
            testCase(xml, id, "checked", verdict.outcome().name(), text);
        }
        for (var result : verdict.results()) {
            var mismatch = result.mismatch();
            if (mismatch != null) {
                testCase(xml, id, result.name(), "WRONG", message(mismatch));
            } else {
                testCase(xml, id, result.name(), result.todo() ? "TODO" : "", "TODO " + id);
            }
        }
    }

    private static String message(Mismatch mismatch) {
        var mistake = mismatch.mistake().isEmpty() ? "" : " [" + mismatch.mistake() + "]";
        return mismatch.kind() == Mismatch.Kind.THROWN
                ? "%s threw %s%s".formatted(mismatch.what(), mismatch.got(), mistake)
                : "%s must be %s, got %s%s"
                        .formatted(mismatch.what(), mismatch.expected(), mismatch.got(), mistake);
    }

    private static void testCase(
            XMLStreamWriter xml, String id, String name, String failure, String message)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", id);
        xml.writeAttribute("name", name);
        if (!failure.isEmpty()) {
            xml.writeEmptyElement("failure");
            xml.writeAttribute("type", failure);
            xml.writeAttribute("message", message.replaceAll(FORBIDDEN, "?"));
        }
        xml.writeEndElement();
    }
}
