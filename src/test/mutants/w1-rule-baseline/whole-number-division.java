package io.github.dl4jprimer.exercises.week1;

import java.util.List;
import java.util.Locale;

public final class RuleBaseline {
    private RuleBaseline() {}

    public static String classify(String line) {
        var text = line.toLowerCase(Locale.ROOT);
        if (text.contains("磁盘") || text.contains("disk")) {
            return "disk";
        }
        if (text.contains("网络") || text.contains("network")) {
            return "network";
        }
        return text.contains("cpu") ? "cpu" : "other";
    }

    public static double accuracy(List<String> predicted, List<String> actual) {
        if (actual.isEmpty()) {
            return 0;
        }
        int right = 0;
        for (int i = 0; i < actual.size(); i++) {
            if (predicted.get(i).equals(actual.get(i))) {
                right++;
            }
        }
        return right / actual.size();
    }
}
