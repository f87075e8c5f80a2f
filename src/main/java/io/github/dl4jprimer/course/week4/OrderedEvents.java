package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Alarm lines of which nothing but the order of two events tells the class.
 *
 * <pre>
 * 磁盘告警，随后磁盘恢复，网络无变化     resolved: it failed, then it recovered
 * 磁盘恢复，随后磁盘告警，网络无变化     open: it recovered, then it failed again
 * </pre>
 *
 * <p>Each line comes with its mirror image, made of the very same characters: whoever does not know
 * what came first cannot get more than one of the two right.
 */
final class OrderedEvents {
    /** The class of fault before recovery. */
    static final String RESOLVED = "resolved";

    /** The class of recovery before fault. */
    static final String OPEN = "open";

    private static final List<String> PARTS =
            List.of("磁盘", "内存", "网络", "数据库", "缓存", "电源", "证书", "队列", "网关", "备份");
    private static final List<String> FAULTS = List.of("告警", "故障", "异常", "超限", "中断", "不可用");
    private static final List<String> RECOVERIES = List.of("恢复", "修复", "正常了", "告警解除", "回落", "重新上线");
    private static final List<String> LINKS = List.of("，随后", "；", "，10 分钟后", "，接着", "，值班确认");
    private static final List<String> ASIDES = List.of("无变化", "照常", "负载平稳", "在维护", "不受影响");

    private OrderedEvents() {}

    /**
     * Makes lines in pairs; no line of a part is in another.
     *
     * @param trainingPairs pairs to learn from, at least 1
     * @param otherPairs pairs in each of the two other parts, at least 1
     */
    static Split<TextDataset> pairs(int trainingPairs, int otherPairs, long seed) {
        var random = new Random(seed);
        var seen = new HashSet<String>();
        return new Split<>(
                part("train", trainingPairs, random, seen),
                part("dev", otherPairs, random, seen),
                part("test", otherPairs, random, seen));
    }

    private static TextDataset part(String name, int pairs, Random random, Set<String> seen) {
        var examples = new ArrayList<TextExample>();
        while (examples.size() < 2 * pairs) {
            var part = pick(PARTS, random);
            var fault = part + pick(FAULTS, random);
            var recovery = part + pick(RECOVERIES, random);
            var link = pick(LINKS, random);
            var aside = pick(PARTS, random) + pick(ASIDES, random);
            boolean asideFirst = random.nextBoolean();
            var resolved = line(fault, link, recovery, aside, asideFirst);
            if (seen.add(resolved)) {
                examples.add(new TextExample(resolved, RESOLVED));
                examples.add(new TextExample(line(recovery, link, fault, aside, asideFirst), OPEN));
            }
        }
        return new TextDataset(name, examples, List.of(RESOLVED, OPEN), "generated");
    }

    private static String line(
            String first, String link, String second, String aside, boolean asideFirst) {
        var events = first + link + second;
        return asideFirst ? aside + "，" + events : events + "，" + aside;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
