package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check that other tests rely on must itself be able to fail. */
class BothLanguagesTest {
    private static void check(String chinese, String english) {
        assertDoesNotThrow(
                () -> LabBench.claims(lab -> lab.claim(lab.say(chinese, english), true)));
    }

    private static void refuse(String chinese, String english) {
        assertThrows(
                AssertionError.class,
                () -> LabBench.claims(lab -> lab.claim(lab.say(chinese, english), true)));
    }

    @Test
    void numbersMustAgreeInAnyOrder() {
        check("从 5 行到 500 行", "500 lines instead of 5");
        check("误差 1.0e-05", "an error of 1.0e-05");
        refuse("从 5 行到 500 行", "from 5 to 50 lines");
        refuse("误差 1.0e-05", "an error of 1.0e-06");
        refuse("三行", "3 lines");
    }

    @Test
    void englishMustNotSpeakChineseUnlessItQuotes() {
        refuse("损失下降", "the loss 下降");
        check("“写”出现两次", "写 occurs twice");
    }

    @Test
    void tablesMustHaveAsManyColumnsRowsAndNumbersInTheirHeads() {
        refuseTable("第 1 轮", "epoch 2");
        assertThrows(
                AssertionError.class,
                () ->
                        LabBench.claims(
                                lab -> {
                                    var table = TextTable.of(lab.say("轮", "epoch"));
                                    if (lab.say("zh", "en").equals("en")) {
                                        table.row(1);
                                    }
                                    lab.table("t", table);
                                }));
    }

    private static void refuseTable(String chinese, String english) {
        assertThrows(
                AssertionError.class,
                () ->
                        LabBench.claims(
                                lab -> lab.table("t", TextTable.of(lab.say(chinese, english)))));
    }

    @Test
    void numbersAreFoundWithFractionsAndExponents() {
        assertEquals(
                List.of("0.05", "1.6e-24", "100", "3"),
                BothLanguages.numbers("100 of 3, 0.05 and 1.6e-24"));
    }
}
