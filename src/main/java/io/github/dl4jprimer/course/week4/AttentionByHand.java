package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.Attention;
import io.github.dl4jprimer.scratch.MultiHeadAttention;
import io.github.dl4jprimer.scratch.MultiHeadAttention.Result;
import io.github.dl4jprimer.scratch.Softmax;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Attention over one Chinese alarm, A = softmax(QKᵀ/√d), step by step and per head.
 *
 * <p>Embeddings and projections are random: the maps show the computation, not yet a meaning. What
 * is already there without training: rows sum to one, heads differ, and a character that occurs
 * twice asks and is looked at alike, because nothing tells its places apart.
 *
 * <pre>
 * Q = X W_q,  K = X W_k,  V = X W_v            [T, d] each
 * S = Q Kᵀ / √d,   A = softmax(S) by rows      [T, T]
 * output = A V                                 [T, d], the heads side by side
 * </pre>
 *
 * <p>Why √d: q·k is a sum of d products of variance one, so its deviation is √d; undivided, the
 * largest score takes nearly all of the softmax and hardly any gradient is left.
 *
 * <p>Settings: {@code sentence}, at least three characters; {@code width} 32 numbers a character;
 * {@code heads} 2, which must divide the width, each of width / heads numbers.
 *
 * <p>Change this: {@code --set sentence=数据库主从延迟} for a sentence of your own; {@code --set heads=8}
 * and each head has only four numbers to look with; {@code --set width=512} and forgetting √d costs
 * more.
 */
final class AttentionByHand implements CourseExperiment {
    @Override
    public String id() {
        return "w4-attention";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("sentence", "磁盘写满导致写日志失败")
                .with("width", 32, 1, 1024)
                .with("heads", 2, 1, 32);
    }

    @Override
    public void run(Lab lab) {
        var sentence = Sentence.of(lab);
        int heads = lab.settings().integer("heads");
        var attention =
                MultiHeadAttention.random(lab.settings().integer("width"), heads, lab.seed());
        var result = attention.forward(sentence.embeddings());
        steps(lab, sentence, result.heads().get(0));
        looks(lab, sentence, result);
        for (int h = 0; h < heads; h++) {
            var title = lab.say("第 %d 个头：谁在看谁", "Head %d: who looks at whom").formatted(h + 1);
            var weights = result.heads().get(h).weights();
            lab.chart(
                    "head-" + (h + 1),
                    title,
                    AttentionHeatMap.of(lab, title, sentence.characters(), weights));
        }
        claimRows(lab, result);
        claimHeadsDiffer(lab, result);
        claimTwins(lab, sentence, result);
        claimScale(lab, sentence.embeddings().size(1) / heads, result);
    }

    /** From the first character's scores to its weights, in the first head. */
    private static void steps(Lab lab, Sentence sentence, Attention head) {
        var scaled = head.scores().getRow(0, true);
        double root = Math.sqrt(lab.settings().number("width") / lab.settings().number("heads"));
        var weights = head.weights().getRow(0, true);
        var exponentials = scaled.sub(scaled.maxNumber());
        var table =
                TextTable.of(
                        lab.say("被看的字", "looked at"),
                        "q·k",
                        "q·k / √d",
                        "exp(s − max s)",
                        lab.say("权重", "weight"));
        for (int u = 0; u < sentence.length(); u++) {
            table.row(
                    sentence.characters().get(u),
                    root * scaled.getDouble(u),
                    scaled.getDouble(u),
                    Math.exp(exponentials.getDouble(u)),
                    weights.getDouble(u));
        }
        lab.table(
                lab.say("“%s”看全句，一步步算（第 1 个头）", "%s looks at the sentence, step by step (head 1)")
                        .formatted(sentence.characters().get(0)),
                table);
    }

    /** Whom each character looks at most, head by head. */
    private static void looks(Lab lab, Sentence sentence, Result result) {
        var head = new ArrayList<String>();
        head.add(lab.say("发问的字", "asking"));
        for (int h = 1; h <= result.heads().size(); h++) {
            head.add(lab.say("第 %d 个头最看重", "head %d looks most at").formatted(h));
        }
        head.add(lab.say("各行之和", "row sums"));
        var table = TextTable.of(head);
        for (int t = 0; t < sentence.length(); t++) {
            var row = new ArrayList<Object>(List.of(sentence.characters().get(t)));
            var sums = new ArrayList<String>();
            for (var one : result.heads()) {
                var weights = one.weights().getRow(t, true);
                int most = weights.argMax(1).getInt(0);
                row.add(
                        sentence.characters().get(most)
                                + " "
                                + Numbers.significant(weights.getDouble(most), 3));
                sums.add(Numbers.significant(weights.sumNumber().doubleValue(), 6));
            }
            row.add(String.join(", ", sums));
            table.row(row.toArray());
        }
        lab.table(lab.say("每个字最看重谁", "Whom each character looks at most"), table);
    }

    private static void claimRows(Lab lab, Result result) {
        double off =
                result.heads().stream()
                        .mapToDouble(head -> AttentionHeatMap.offOne(head.weights()))
                        .max()
                        .orElseThrow();
        lab.figure("rowSum.offOne", off);
        lab.claim(
                lab.say(
                                "每个头的每一行之和都是 1，最多差 %.1e",
                                "every row of every head sums to 1, off by %.1e at most")
                        .formatted(off),
                off < 1e-12);
    }

    private static void claimHeadsDiffer(Lab lab, Result result) {
        var heads = result.heads();
        if (heads.size() < 2) {
            return;
        }
        double apart =
                heads.get(0).weights().sub(heads.get(1).weights()).amaxNumber().doubleValue();
        lab.figure("heads.apart", apart);
        lab.claim(
                lab.say(
                                "两个头看得不同：同一格的权重最多相差 %.2f",
                                "two heads look differently: a weight differs by up to %.2f")
                        .formatted(apart),
                apart > 0.05);
    }

    /** A character that occurs twice: its rows, and its columns, are the same. */
    private static void claimTwins(Lab lab, Sentence sentence, Result result) {
        var characters = sentence.characters();
        for (int t = 0; t < sentence.length(); t++) {
            int twin = characters.lastIndexOf(characters.get(t));
            if (twin > t) {
                var output = result.output();
                double apart = output.getRow(t).sub(output.getRow(twin)).amaxNumber().doubleValue();
                lab.figure("twins.apart", apart);
                lab.claim(
                        lab.say(
                                        "“%s”出现在第 %d 和第 %d 位，输出最多差 %.0e：没有位置信息就分不出先后",
                                        "%s stands at %d and %d and its outputs differ by %.0e at"
                                                + " most: without positions order is unknown")
                                .formatted(characters.get(t), t + 1, twin + 1, apart),
                        apart < 1e-12);
                return;
            }
        }
    }

    private static void claimScale(Lab lab, long headWidth, Result result) {
        double scaled = 0;
        double unscaled = 0;
        for (var head : result.heads()) {
            scaled += peak(head.weights()) / result.heads().size();
            var raw = Softmax.of(head.scores().mul(Math.sqrt((double) headWidth)));
            unscaled += peak(raw) / result.heads().size();
        }
        lab.figure("peak.scaled", scaled);
        lab.figure("peak.unscaled", unscaled);
        lab.claim(
                lab.say(
                                "忘了除以 √d，每行最大的权重平均从 %.2f 升到 %.2f：注意力挤到一个字上",
                                "without the division by √d the largest weight of a row rises from"
                                        + " %.2f to %.2f on average: attention crowds onto one")
                        .formatted(scaled, unscaled),
                unscaled > scaled + 0.2);
    }

    /** The mean over rows of a row's largest weight. */
    private static double peak(INDArray weights) {
        return weights.max(1).meanNumber().doubleValue();
    }
}
