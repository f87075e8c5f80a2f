package io.github.dl4jprimer.data.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StableRandomTest {
    @Test
    void seedAndTextDecideTheNumbersAndNothingElse() {
        assertEquals(StableRandom.of(1, "盘").nextLong(), StableRandom.of(1, "盘").nextLong());
        assertNotEquals(StableRandom.of(1, "盘").nextLong(), StableRandom.of(2, "盘").nextLong());
        assertNotEquals(StableRandom.of(1, "盘").nextLong(), StableRandom.of(1, "核").nextLong());
    }

    @Test
    void anOrderIsScatteredAndUnmovedByItsNeighbours() {
        var all = IntStream.range(0, 50).mapToObj(i -> "text " + i).toList();
        var sorted = all.stream().sorted(StableRandom.order(3)).toList();
        assertNotEquals(all, sorted);
        var some = List.of("text 7", "text 30", "text 12");
        assertEquals(
                sorted.stream().filter(some::contains).toList(),
                some.stream().sorted(StableRandom.order(3)).toList());
    }
}
