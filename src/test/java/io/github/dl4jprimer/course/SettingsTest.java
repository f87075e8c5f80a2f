package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import java.util.HashMap;
import java.util.Map;
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
                "setting must be one of [epochs, learningRate, set], got epoch. 'primer"
                        + " experiments' lists them.",
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

    @Test
    void aDeclaredSettingKeepsItsBoundsThroughChanges() {
        var declared = Settings.none().with("epochs", 20, 1, 100).with("rate", 0.1, 0.01, 1);
        var changed = declared.with("epochs", 5).changed("rate", "1");
        assertEquals(5, changed.integer("epochs"));
        assertEquals(1, changed.number("rate"));
        assertThrows(BadInput.class, () -> changed.with("epochs", 101));
        assertThrows(BadInput.class, () -> changed.with("rate", 0.001));
    }

    @Test
    void aDefaultOutOfItsOwnBoundsIsRefused() {
        assertThrows(BadInput.class, () -> Settings.none().with("epochs", 0, 1, 100));
        assertThrows(BadInput.class, () -> Settings.none().withWholes("sizes", "0,1", 1, 9));
        assertThrows(BadInput.class, () -> Settings.none().withNumbers("rates", "2", 0, 1));
    }

    @Test
    void listsAreReadAsNumbers() {
        var lists =
                Settings.none().withWholes("sizes", "1,4", 1, 9).withNumbers("rates", ".5", 0, 1);
        assertArrayEquals(new double[] {1, 4}, lists.numbers("sizes"));
        assertArrayEquals(new double[] {0.5}, lists.numbers("rates"));
        assertArrayEquals(new double[] {9, 2}, lists.changed("sizes", "9,2").numbers("sizes"));
    }

    @Test
    void settingsThatWereHandedOutStayAsTheyWere() {
        var values = new HashMap<String, Object>(Map.of("epochs", 3L));
        var taken = new Settings(values, Map.of());
        values.put("epochs", 4L);
        assertEquals(3, taken.integer("epochs"));
        assertThrows(UnsupportedOperationException.class, () -> taken.values().clear());
    }

    private String messageOf(String name, String text) {
        return assertThrows(BadInput.class, () -> settings.changed(name, text)).getMessage();
    }
}
