package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorTest {
    @TempDir private Path folder;

    private CliSession cli;

    @BeforeEach
    void open() {
        cli = new CliSession(folder);
    }

    @Test
    void withoutACommandOrWithAnUnknownOneAllAreNamed() {
        // The help lists the commands, each at the start of a line.
        var commands =
                cli.done("--help")
                        .lines()
                        .filter(line -> line.matches("  [a-z].*"))
                        .map(line -> line.strip().split(" ")[0])
                        .collect(Collectors.joining(", "));
        assertTrue(commands.startsWith("doctor, week, experiments, run, "), commands);
        var line = "command must be one of " + commands + ", got %s. Try: primer --help";
        cli.refused(line.formatted("none"));
        cli.refused(line.formatted("conjugate"), "conjugate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train|--data and --model and --out must be given, got nothing",
                "train --data a --model bag|--out must be given, got nothing",
                "train --data a --model tree --out b|--model must be bag or mlp or encoder or bert,"
                        + " got tree",
                "train --epochs many|--epochs must be a whole number, got many",
                "train --learning-rate fast|--learning-rate must be a number, got fast",
                "train --dropout half|--dropout must be a number, got half",
                "train --hidden 64,x|--hidden must be whole numbers with commas between, got x",
                "train --seed 1.5|--seed must be a whole number, got 1.5",
                "train --seed 1 --seed 2|--seed must be given once, got it twice",
                "train --epochs|--epochs must be given, got nothing",
                "evaluate --model a|--data must be given, got nothing",
                "predict|--model must be given, got nothing",
                "runs --last few|--last must be a whole number, got few",
                "compare|RUN must be given at least 2 times, got fewer",
                "compare one|RUN must be given at least 2 times, got fewer",
                "week|N must be given, got nothing",
                "week one|N must be a whole number, got one",
                "run|EXPERIMENT must be given, got nothing",
                "week 1 2|arguments must be no more than the command takes, got 2 besides"
            })
    void eachIsOneLineOfTheUsualFormThatNamesTheHelp(String words, String expected) {
        var command = words.split(" ")[0];
        cli.refused(expected + ". Try: primer " + command + " --help", words.split(" "));
    }

    @Test
    void twoSourcesOfLinesExcludeEachOther() {
        cli.refused(
                "options must not exclude each other, got two of which one must go:"
                        + " --text=S, --file=FILE. Try: primer predict --help",
                "predict",
                "--model",
                "a",
                "--text",
                "b",
                "--file",
                "c");
    }

    @Test
    void anUnknownOptionIsAnsweredWithThoseThatExist() {
        cli.refused(
                "option must be one of --all, --debug, --help, --last, --runs, --version,"
                        + " got --lsat. Try: primer runs --help",
                "runs",
                "--lsat",
                "3");
    }

    @Test
    void aPathThatNoSystemHasIsNamed() {
        cli.refused(
                "--runs must be a path that this system can have, got a\0b. Try: primer"
                        + " runs --help",
                "runs",
                "--runs",
                "a\0b");
    }

    @Test
    void theStackTraceIsShownOnRequest() {
        assertEquals(2, cli.run("runs", "--debug", "--last", "few"));
        assertTrue(cli.error().contains("\tat picocli."), cli.error());
    }
}
