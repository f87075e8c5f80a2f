package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizeCommandTest {
    private CliSession cli;
    private String vocabulary;

    @BeforeEach
    void vocabulary(@TempDir Path folder) {
        cli = new CliSession(folder);
        vocabulary =
                cli.write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n磁\n盘\nab\nAB\n\"\n");
    }

    /** Status, standard output and standard error, with LF. */
    private String answer(byte[] input, String... options) {
        var before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            var words = Stream.of(new String[] {"tokenize", "--vocab", vocabulary}, options);
            int status = cli.run(words.flatMap(Stream::of).toArray(String[]::new));
            var said = (cli.out() + cli.error()).lines().collect(Collectors.joining("\n"));
            return status + "\n" + said;
        } finally {
            System.setIn(before);
        }
    }

    private String answer(String input, String... options) {
        return answer(input.getBytes(StandardCharsets.UTF_8), options);
    }

    @Test
    void eachLineGetsItsTokensAndIds() {
        assertEquals("0\n磁 盘 ab\t5 6 7\n\t\n[UNK] [MASK]\t1 4", answer("磁盘AB\r\n\n满[MASK]"));
    }

    @Test
    void caseIsKeptIfAskedFor() {
        assertEquals("0\nAB\t8", answer("AB\n", "--cased"));
    }

    @Test
    void jsonHasAnObjectALine() {
        assertEquals(
                "0\n{\"tokens\":[\"磁\",\"\\\"\"],\"ids\":[5,9]}\n{\"tokens\":[],\"ids\":[]}",
                answer("磁\"\n \n", "--json"));
    }

    @Test
    void jsonStringsMayHoldLineEndsAndHalfSurrogates() {
        assertEquals(
                "0\n磁 盘\t5 6\nab\t7",
                answer("\"磁\\n\\u76d8\"\n \"a\\ud83db\" \r\n", "--json-lines"));
    }

    @Test
    void noInputHasNoAnswer() {
        assertEquals("0\n", answer(""));
    }

    @Test
    void aLineThatIsNoJsonStringIsNamedAfterTheGoodOnes() {
        var problem =
                "2\n"
                        + "磁\t5\n"
                        + "line must be a JSON string, got %s (input:2). Put each text in double"
                        + " quotes, or leave --json-lines out.";
        for (var bad : new String[] {"磁", "12", "null", "[\"a\"]", "\"a", "\"a\" \"b\"", "'a'"}) {
            assertEquals(problem.formatted(bad), answer("\"磁\"\n" + bad + "\n", "--json-lines"));
        }
        assertEquals(problem.formatted("an empty line"), answer("\"磁\"\n\n\"a\"", "--json-lines"));
        assertEquals(
                problem.formatted("x".repeat(40) + "…"),
                answer("\"磁\"\n" + "x".repeat(1000), "--json-lines"));
    }

    @Test
    void bytesThatAreNotUtf8AreNamedAfterTheGoodOnes() {
        var gbk = Charset.forName("GBK");
        assertEquals(
                "2\nab\t7\ntext must be UTF-8, got other bytes (input:2). Convert it first, for"
                        + " example with iconv -f GBK -t UTF-8.",
                answer("ab\n磁盘\n".getBytes(gbk)));
    }

    @Test
    void aVocabularyThatIsNoneIsRefused() {
        var missing = cli.path("none.txt");
        cli.refused(
                "vocabulary must be a file, got %s (missing). Name the vocab.txt of a BERT model."
                        .formatted(missing),
                "tokenize",
                "--vocab",
                missing);
        cli.refused("--vocab must be given, got nothing. Try: primer tokenize --help", "tokenize");
    }

    @Test
    void helpExplainsTheOptions() {
        var help = cli.done("tokenize", "--help");
        assertTrue(help.contains("--json-lines") && help.contains("--cased"), help);
    }
}
