package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.Lab;
import java.util.Map;

/** What tables and charts call the classes of alarm-logs-zh in the learner's language. */
final class AlarmNames {
    private static final Map<String, String> CHINESE =
            Map.ofEntries(
                    Map.entry("disk", "磁盘"),
                    Map.entry("cpu", "CPU"),
                    Map.entry("memory", "内存"),
                    Map.entry("network", "网络"),
                    Map.entry("database", "数据库"),
                    Map.entry("application", "应用"),
                    Map.entry("security", "安全"),
                    Map.entry("hardware", "硬件"),
                    Map.entry("middleware", "中间件"),
                    Map.entry("certificate", "证书配置"),
                    Map.entry("job", "作业"),
                    Map.entry("normal", "正常"));

    private AlarmNames() {}

    /** Returns the name of a class; the label itself in English. */
    static String of(String label, Lab lab) {
        return lab.say(CHINESE.getOrDefault(label, label), label);
    }
}
