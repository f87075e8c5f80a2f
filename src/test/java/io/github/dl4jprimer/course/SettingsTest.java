package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Settings settings =
            Settings.none().with("epochs", 20).with("learningRate", 0.1).with("set", "moons");

    @Test
    void aChangeKeepsTheKindOfTheDefault() {
        var changed =
                settings.changed("epochs", "7").changed("learningRate", "1").changed("set", "xor");
        assertEquals(7, changed.integer("epochs"));
        assertEquals(1.0, changed.number("learningRate"));
        assertEquals("xor", changed.text("set"));
        assertEquals(20, settings.integer("epochs"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertEquals(
                "setting must be one of [epochs, learningRate, set], got epoch.",
                messageOf("epoch", "7"));
    }

    @Test
    void aTextOfTheWrongKindIsRefused() {
        assertEquals(
                "epochs must be a whole number, got many. Its default is 20.",
                messageOf("epochs", "many"));
        assertEquals(
                "learningRate must be a number, got NaN. Its default is 0.1.",
                messageOf("learningRate", "NaN"));
    }

    private String messageOf(String name, String text) {
        return assertThrows(BadInput.class, () -> settings.changed(name, text)).getMessage();
    }
}
