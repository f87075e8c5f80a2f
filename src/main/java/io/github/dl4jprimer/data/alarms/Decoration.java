package io.github.dl4jprimer.data.alarms;

import java.util.List;
import java.util.Random;

/**
 * What monitoring systems put around an alarm: time stamps, severities, hosts, tickets.
 *
 * <p>Drawn without a look at the class, so that nothing can be learned from it.
 */
final class Decoration {
    // Shares of lines; each is drawn on its own, so that about two in five lines stay bare.
    private static final double TIME = 0.3;
    private static final double SEVERITY = 0.25;
    private static final double HOST = 0.2;
    private static final double TICKET = 0.15;

    private static final List<String> TIMES =
            List.of(
                    "{date} {time}:{minute} ",
                    "[{date} {time}] ",
                    "{time} ",
                    "{date}T{time}:{minute}+08:00 ",
                    "Mar {day} {time}:{minute} ",
                    "[{month}-{day} {time}:{minute}] ",
                    "{month}月{day}日 {time}，");
    private static final List<String> SEVERITIES =
            List.of(
                    "[P1] ",
                    "[P2] ",
                    "[P3] ",
                    "【严重】",
                    "【警告】",
                    "【提醒】",
                    "【一般】",
                    "WARN ",
                    "ERROR ",
                    "[CRITICAL] ",
                    "[INFO] ",
                    "一级告警：",
                    "二级告警：",
                    "Severity: High | ",
                    "[Sev2] ");
    private static final List<String> HOSTS =
            List.of("{host}: ", "[{ip}] ", "<{host}> ", "主机 {ip}：", "{host} {process}[{pid}]: ");
    private static final List<String> TICKETS =
            List.of(
                    " #{big}",
                    "（工单 INC{big}）",
                    " [eventId={big}]",
                    " @{user}",
                    "（来源：Zabbix）",
                    " traceId={big}{big}",
                    "（值班：{user}）",
                    " 单号 {date}-{n}");

    private Decoration() {}

    /** Returns the line with what a monitoring system might put around it, or as it is. */
    static String around(String line, Slots slots, Random random) {
        return draw(TIME, TIMES, slots, random)
                + draw(SEVERITY, SEVERITIES, slots, random)
                + draw(HOST, HOSTS, slots, random)
                + line
                + draw(TICKET, TICKETS, slots, random);
    }

    private static String draw(double probability, List<String> forms, Slots slots, Random random) {
        if (random.nextDouble() >= probability) {
            return "";
        }
        return slots.fill(forms.get(random.nextInt(forms.size())), random);
    }
}
