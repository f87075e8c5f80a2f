package io.github.dl4jprimer.exercises.week1;

import java.util.List;
import java.util.Locale;

/**
 * w1-rule-baseline：学习之前，先写关键词规则当基线。 / Before learning, a keyword rule to compare with.
 *
 * <p>按顺序查关键词，大小写不论，第一个出现的决定类别：“磁盘”或 disk → "disk"；“网络”或 network → "network"；“CPU” → "cpu"；都没有 →
 * "other"。准确率 = 判对的条数 / 总条数，没有告警时为 0。
 *
 * <p>Look for the keywords in this order, in either case; the first that occurs decides: 磁盘 or disk
 * → "disk"; 网络 or network → "network"; CPU → "cpu"; none of them → "other". Accuracy = lines that
 * are right / all lines, and 0 if there are none.
 *
 * <pre>
 * classify("磁盘使用率超过95%")                        = "disk"
 * classify("host-7 cpu load high")                     = "cpu"
 * accuracy(["disk", "cpu", "cpu"], ["disk", "cpu", "other"]) = 2/3 = 0.6667
 * </pre>
 */
public final class RuleBaseline {
    private RuleBaseline() {}

    /** 一条告警的类别。 / The class of an alarm line. */
    public static String classify(String line) {
        // answer
        var text = line.toLowerCase(Locale.ROOT);
        if (text.contains("磁盘") || text.contains("disk")) {
            return "disk";
        }
        if (text.contains("网络") || text.contains("network")) {
            return "network";
        }
        return text.contains("cpu") ? "cpu" : "other";
        // end
    }

    /** 判对的比例，0 到 1；两个列表一样长。 / The share that is right, 0 to 1; the lists are equally long. */
    public static double accuracy(List<String> predicted, List<String> actual) {
        // answer
        if (actual.isEmpty()) {
            return 0;
        }
        int right = 0;
        for (int i = 0; i < actual.size(); i++) {
            if (predicted.get(i).equals(actual.get(i))) {
                right++;
            }
        }
        return (double) right / actual.size();
        // end
    }
}
