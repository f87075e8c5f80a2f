package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
    @Test
    void numbersComeFirstByValueThenNamesAlphabetically() {
        assertEquals(
                List.of("0", "9", "10", "007", "cpu", "disk"),
                ClassNames.inOrder(List.of("disk", "10", "007", "cpu", "9", "10", "0")));
    }
}
