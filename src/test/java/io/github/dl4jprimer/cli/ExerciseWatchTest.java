package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.exercise.Catalogue;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drives the watch mode as a person would: a terminal, an editor that saves, keys. */
@Tag("slow")
class ExerciseWatchTest {
    @TempDir private Path root;

    @ParameterizedTest
    @EnumSource
    void aLearnerFailsTakesAHintPassesAndQuits(Language language) throws IOException {
        var project = ExerciseProject.in(root);
        var text = Catalogue.all().get(0).text(language);
        try (var terminal =
                PseudoTerminal.open(language, "exercises", "--project", root.toString())) {
            terminal.await(text.title());
            terminal.await(language.choose("○ 还没开始。", "○ Not started."));

            project.mistake("w1-tensors", "wrong-axis");
            terminal.await(language.choose("✗ 还不对", "✗ Not right yet"));
            terminal.await(text.mistakes().get("wrong-axis").substring(0, 8));

            terminal.press('h');
            terminal.await(language.choose("提示 1/3", "hint 1/3"));
            terminal.press('h');
            terminal.await(language.choose("提示 2/3", "hint 2/3"));
            terminal.press('o');
            terminal.await(language.choose("通过之后才能看答案", "once you have solved it"));

            project.solve("w1-tensors");
            terminal.await("1/" + Catalogue.all().size());
            terminal.await(language.choose("✓ 通过", "✓ Solved"));
            terminal.press('o');
            terminal.await("return x.mean(0);");
            terminal.press('l');
            terminal.await("✓  w1-tensors");

            terminal.press('n');
            terminal.await("w1-rule-baseline · ");
            terminal.await(language.choose("○ 还没开始。", "○ Not started."));
            terminal.press('q');
            assertEquals(0, terminal.end());
        }
        assertTrue(Files.readString(root.resolve(".primer/progress.json")).contains("w1-tensors"));
    }

    @Test
    void nothingThatALearnerDoesEndsTheWatch() throws IOException {
        var project = ExerciseProject.in(root);
        var file = project.file("w1-tensors");
        var skeleton = Files.readString(file);
        var todo = "throw new UnsupportedOperationException(\"TODO w1-tensors\");";
        var arguments = new String[] {"exercises", "--project", root.toString(), "--limit", "3"};
        try (var terminal = PseudoTerminal.open(Language.EN, arguments)) {
            terminal.await("○ Not started.");
            project.write("w1-tensors", skeleton.replace(todo, "while (true) {}"));
            terminal.await("Still running after 3 s");
            var exit = skeleton.replace(todo, "System.exit(0); return null;");
            Files.writeString(file.resolveSibling("Tensors.java.new"), exit);
            var renamed = file.resolveSibling("Tensors.java.new");
            Files.move(renamed, file, StandardCopyOption.REPLACE_EXISTING);
            terminal.await("exit status 0");
            project.write("w1-tensors", "public class {");
            terminal.await("It does not compile (line 1)");
            Files.delete(file);
            terminal.await("The file is gone.");
            terminal.press('r');
            terminal.await("○ Not started.");
            project.write("w1-tensors", "my work");
            terminal.await("It does not compile (line 1)");
            terminal.press('r');
            terminal.await("Press r again");
            terminal.press('r');
            terminal.await("copy: .primer/kept/Tensors-");
            terminal.press('s');
            terminal.await("w1-rule-baseline · ");
            terminal.await("○ Not started.");
            project.solve("w1-softmax");
            terminal.await("w1-softmax · ");
            terminal.await("✓ Solved");
            terminal.press('q');
            assertEquals(0, terminal.end());
        }
        assertEquals(skeleton, Files.readString(file));
        assertFalse(Files.readString(root.resolve(".primer/progress.json")).isEmpty());
    }
}
