package io.github.dl4jprimer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds both READMEs to the project: code, commands, links, and to each other. */
class ReadmeTest {
    private static final List<String> NAMES = List.of("README.md", "README.zh-CN.md");

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    private static List<String> matches(String regex, String text) {
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void bothLanguagesShowTheSameCode() throws IOException {
        var blocks = "```(\\w+\\n.*?)```";
        var english = matches(blocks, read("README.md"));
        assertEquals(7, english.size());
        assertEquals(english, matches(blocks, read("README.zh-CN.md")));
    }

    @Test
    void bothLanguagesHaveTheSameSectionsAndTables() throws IOException {
        for (var pattern : List.of("\\n(## )", "\\n(\\| `)", "\\n(- )")) {
            assertEquals(
                    matches(pattern, read("README.md")).size(),
                    matches(pattern, read("README.zh-CN.md")).size(),
                    pattern);
        }
    }

    @Test
    void theProgramShownIsTheOneThatIsRun() throws IOException {
        var shown = matches("```java\\n(.*?)```", read("README.md")).get(0);
        var program = read("src/it/reuse/src/main/java/Reuse.java");
        var body = matches("String\\[\\] args\\) \\{\\n(.*?)\\n    \\}\\n", program).get(0);
        var unindented =
                body.lines()
                        .map(line -> line.replaceFirst("^ {8}", ""))
                        .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(unindented, shown);
        assertTrue(shown.lines().count() <= 20);
    }

    @Test
    void theVersionShownIsTheProjects() throws IOException {
        var version = matches("<version>([^<]+)</version>", read("pom.xml")).get(0);
        for (var name : NAMES) {
            assertEquals(List.of(version), matches("<version>([^<]+)</version>", read(name)));
        }
    }

    @Test
    void everyMakeTargetAndEveryLinkedFileExists() throws IOException {
        var makefile = read("Makefile");
        for (var name : NAMES) {
            for (var target : matches("make ([a-z0-9-]+)", read(name))) {
                assertTrue(
                        Pattern.compile("(?m)^([a-z0-9 -]* )?" + target + "( [a-z0-9 -]*)?:")
                                .matcher(makefile)
                                .find(),
                        name + ": make " + target);
            }
            for (var link : matches("\\]\\(([^)h][^)]*)\\)", read(name))) {
                assertTrue(Files.exists(Path.of(link)), name + ": " + link);
            }
        }
    }
}
