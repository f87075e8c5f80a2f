package io.github.dl4jprimer.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which class names found in a file get their indices. */
final class ClassNames {
    private ClassNames() {}

    /** Returns each name once: numbers by value (2 before 10), then names alphabetically. */
    static List<String> inOrder(Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(ClassNames::isNumber)
                                .reversed()
                                .thenComparingInt(name -> isNumber(name) ? name.length() : 0)
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static boolean isNumber(String name) {
        return name.matches("0|[1-9][0-9]*");
    }
}
