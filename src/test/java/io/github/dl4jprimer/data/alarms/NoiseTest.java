package io.github.dl4jprimer.data.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final String LINE = "服务器 CPU 使用率超过95%，请登录查看阈值";

    private static Map<String, Long> outcomes(UnaryOperator<String> change) {
        return IntStream.range(0, 2000)
                .mapToObj(i -> change.apply(LINE))
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    }

    @Test
    void mostLinesStayAsTheyAreAndEachKindOfNoiseOccurs() {
        var random = new Random(3);
        var lines = outcomes(line -> Noise.on(line, random));
        assertTrue(lines.get(LINE) > 1200 && lines.get(LINE) < 1600, "" + lines.get(LINE));
        for (var change :
                new String[] {
                    LINE.replace("CPU", "cpu"),
                    LINE.replace("，", ","),
                    LINE.replace("95%", "９５％"),
                    LINE.replace("CPU", "ＣＰＵ").replace("95%", "９５％"),
                    LINE.replace("阈值", "阀值"),
                    LINE.replace("服务器", "机器")
                }) {
            assertTrue(lines.containsKey(change), change);
        }
    }

    @Test
    void decorationsSurroundTheLine() {
        var random = new Random(4);
        var lines = outcomes(line -> Decoration.around(line, Slots.global(), random));
        assertTrue(lines.keySet().stream().allMatch(line -> line.contains(LINE)));
        assertTrue(lines.get(LINE) > 500 && lines.get(LINE) < 1000, "" + lines.get(LINE));
    }

    @Test
    void fullWidthMeansDigitsAloneOrLettersToo() {
        assertEquals("CPU９５％", Noise.fullWidth("CPU95%", false));
        assertEquals("ＣＰＵ９５％", Noise.fullWidth("CPU95%", true));
    }
}
