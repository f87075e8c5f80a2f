package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void widthCaseDigitsAndWhiteSpaceAreMadeAlike() {
        assertEquals("cpu 使用率00%", PlainText.of(" ＣＰＵ　\t使用率９５％\n"));
        assertEquals("sda0 已用 00.0gb", PlainText.of("sda1 已用\u00A0 37.5GB\uFEFF"));
    }
}
