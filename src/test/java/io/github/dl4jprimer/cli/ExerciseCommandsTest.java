package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.exercise.Catalogue;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseCommandsTest {
    @TempDir private Path root;
    private ExerciseProject project;
    private CliSession session;

    @BeforeEach
    void open() throws IOException {
        project = ExerciseProject.in(root.resolve("project"));
        session = new CliSession(root);
    }

    private String done(String... arguments) {
        return session.done(with(arguments));
    }

    private String[] with(String... arguments) {
        var all = new String[arguments.length + 3];
        all[0] = "exercises";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--project";
        all[all.length - 1] = project.root();
        return all;
    }

    @Test
    void theListShowsEveryExerciseInBothLanguages() {
        for (var language : Language.values()) {
            assertEquals(0, session.run(language, with("list")), session.error());
            for (var exercise : Catalogue.all()) {
                assertTrue(session.out().contains(exercise.id()), exercise.id());
                assertTrue(session.out().contains(exercise.text(language).title()), session.out());
            }
            assertTrue(session.out().endsWith("] 0/" + Catalogue.all().size() + "\n"));
        }
    }

    @Test
    void withoutATerminalAndACommandItIsTheList() {
        assertEquals(done("list"), session.done("exercises", "--project", project.root()));
    }

    @Test
    void theListIsJsonALineForPrograms() {
        var lines = done("list", "--json").lines().toList();
        assertEquals(Catalogue.all().size(), lines.size());
        var first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
        assertEquals("w1-tensors", first.get("id").getAsString());
        assertEquals(1, first.get("week").getAsInt());
        assertEquals("open", first.get("state").getAsString());
        assertTrue(Files.exists(Path.of(first.get("file").getAsString())));
    }

    @Test
    void hintsComeOneAfterTheOther() {
        var hints = Catalogue.named("w1-softmax").text(Language.current()).hints();
        assertTrue(done("hint", "w1-softmax").contains(" 1/3: " + hints.get(0).substring(0, 9)));
        assertEquals(2, done("hint", "w1-softmax").split(" [123]/3: ").length - 1);
        done("hint", "w1-softmax");
        var last = done("hint", "w1-softmax", "--json");
        var json = JsonParser.parseString(last).getAsJsonObject();
        assertEquals(3, json.getAsJsonArray("hints").size());
        assertEquals(hints.get(2), json.getAsJsonArray("hints").get(2).getAsString());
    }

    @Test
    void resetKeepsWhatWasWritten() throws IOException {
        var skeleton = Files.readString(project.file("w1-neuron"));
        project.write("w1-neuron", "my work");
        var json = JsonParser.parseString(done("reset", "w1-neuron", "--json")).getAsJsonObject();
        assertEquals("my work", Files.readString(Path.of(json.get("kept").getAsString())));
        assertEquals(skeleton, Files.readString(project.file("w1-neuron")));
        assertEquals(1, done("reset", "w1-neuron").lines().count(), "nothing to keep");
        project.write("w1-neuron", "more");
        assertEquals(2, done("reset", "w1-neuron").lines().count());
    }

    @Test
    void mistakesInTheCommandAreOneLineAndStatusTwo() {
        var unknown = assertThrows(BadInput.class, () -> Catalogue.named("w1-sotfmax"));
        session.refused(unknown.getMessage(), with("check", "w1-sotfmax"));
        session.refused(
                "--limit must be 1 or more, got 0. Give it in seconds.",
                with("check", "w1-softmax", "--limit", "0"));
        session.refused(
                "project folder must hold src/exercises/java and src/checks/java, got %s. Set PRIMER_EXERCISES to the folder of dl4j-primer."
                        .formatted(root),
                "exercises",
                "list",
                "--project",
                root.toString());
        assertEquals(2, session.run("exercises", "chekc"));
        assertEquals(1, session.error().lines().count(), session.error());
    }

    @Tag("slow")
    @Test
    void checkSaysWhetherItIsSolvedAndLeavesTheFileAlone() throws IOException {
        assertEquals(1, session.run(with("check", "w1-softmax")));
        project.mistake("w1-softmax", "wrong-axis");
        var before = Files.readString(project.file("w1-softmax"));
        for (var language : Language.values()) {
            assertEquals(1, session.run(language, with("check", "w1-softmax")));
            var text = Catalogue.named("w1-softmax").text(language).mistakes().get("wrong-axis");
            assertTrue(session.out().contains(text.substring(0, 6)), session.out());
        }
        assertEquals(before, Files.readString(project.file("w1-softmax")));
        assertEquals(0, session.run(with("check", "w1-softmax", "--solution")));
        assertFalse(done("list").contains("✓"), "that was not the learner's");
        project.solve("w1-softmax");
        var json = JsonParser.parseString(done("check", "w1-softmax", "--json")).getAsJsonObject();
        assertEquals("solved", json.get("outcome").getAsString());
        assertTrue(done("list").contains("✓  w1-softmax"), session.out());
    }

    @Tag("slow")
    @Test
    void theGradeIsPassedOnlyWhenAllIsSolved() throws IOException {
        for (var exercise : Catalogue.all()) {
            project.solve(exercise.id());
        }
        project.write("w1-tensors", "class {");
        Files.delete(project.file("w1-neuron"));
        assertEquals(1, session.run(with("grade")));
        var all = Catalogue.all().size();
        assertTrue(done("list").endsWith("] %d/%d\n".formatted(all - 2, all)), session.out());
        project.solve("w1-tensors");
        project.solve("w1-neuron");
        var report = root.resolve("report.xml");
        done("grade", "--report", report.toString());
        assertTrue(Files.readString(report).contains("failures=\"0\""));
    }
}
