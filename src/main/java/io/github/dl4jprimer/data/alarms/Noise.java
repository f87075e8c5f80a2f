package io.github.dl4jprimer.data.alarms;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * What people and systems do to a line on its way: full-width letters, another case, a typo, an
 * abbreviation, other punctuation.
 *
 * <p>Drawn without a look at the class; a line is seldom changed in two ways.
 */
final class Noise {
    // Shares of lines that are changed so, where they hold something that can be.
    private static final double FULL_WIDTH = 0.04;
    private static final double CASE = 0.06;
    private static final double TYPO = 0.06;
    private static final double ABBREVIATION = 0.08;
    private static final double PUNCTUATION = 0.1;

    /** The right form and the wrong or short one. */
    private record Pair(String from, String to) {}

    private static final List<Pair> TYPOS =
            pairs(
                    "阈值 阀值, 登录 登陆, 账号 帐号, 磁盘 磁盆, 内存 内村, 连接 联接, 网络 网路, 恢复 回复, 重启 重起,"
                            + " 证书 证件, 线程 县城, 队列 对列, 任务 认务, 正常 正长, 服务 服物, 执行 直行, 备份 备分,"
                            + " 数据 数剧, 缓存 缓村, 异常 异长, 失败 失拜, 温度 文度, 延迟 延时, 集群 集裙, 同步 同部");
    private static final List<Pair> ABBREVIATIONS =
            pairs(
                    "服务器 机器, 数据库 DB, 使用率 占用率, 分钟 min, 超过 >, 低于 <, 持续 已, connection conn, timeout"
                        + " t/o, 配置 cfg, 应用 app, 主机 host, 告警 报警, 消息队列 MQ, 注册中心 注册, memory mem, 虚拟机"
                        + " VM, failed fail, 存储 store, 检查 check, 接口 API, 线程池 线程");

    private Noise() {}

    private static List<Pair> pairs(String text) {
        return List.of(text.split(",\\s*")).stream()
                .map(pair -> pair.split(" "))
                .map(pair -> new Pair(pair[0], pair[1]))
                .toList();
    }

    /** Returns the line with light noise, or as it is. */
    static String on(String line, Random random) {
        var noisy = line;
        noisy = maybe(TYPO, noisy, text -> replaceOne(text, TYPOS, random), random);
        noisy = maybe(ABBREVIATION, noisy, text -> replaceOne(text, ABBREVIATIONS, random), random);
        noisy = maybe(PUNCTUATION, noisy, Noise::halfWidthPunctuation, random);
        noisy = maybe(CASE, noisy, text -> otherCase(text, random), random);
        return maybe(FULL_WIDTH, noisy, text -> fullWidth(text, random.nextBoolean()), random);
    }

    private static String maybe(
            double probability, String line, UnaryOperator<String> change, Random random) {
        return random.nextDouble() < probability ? change.apply(line) : line;
    }

    private static String replaceOne(String line, List<Pair> pairs, Random random) {
        var fitting = pairs.stream().filter(pair -> line.contains(pair.from())).toList();
        if (fitting.isEmpty()) {
            return line;
        }
        var pair = fitting.get(random.nextInt(fitting.size()));
        int at = line.indexOf(pair.from());
        return line.substring(0, at) + pair.to() + line.substring(at + pair.from().length());
    }

    private static String otherCase(String line, Random random) {
        return random.nextBoolean() ? line.toLowerCase(Locale.ROOT) : line.toUpperCase(Locale.ROOT);
    }

    private static String halfWidthPunctuation(String line) {
        return line.replace('，', ',').replace('：', ':').replace('（', '(').replace('）', ')');
    }

    /** Returns the line with digits (and letters) of double width: 95% as ９５％. */
    static String fullWidth(String line, boolean lettersToo) {
        var wide = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean digit = (c >= '0' && c <= '9') || c == '%';
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            wide.append(digit || (lettersToo && letter) ? (char) (c + 0xFEE0) : c);
        }
        return wide.toString();
    }
}
