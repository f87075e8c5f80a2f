package io.github.dl4jprimer.runtime;

import io.github.dl4jprimer.language.Language;

/**
 * One thing the course needs of the machine, and whether it is there.
 *
 * @param name what was looked at
 * @param status whether it will do
 * @param found what was found
 * @param remedy the command that mends it, or an empty string if nothing is to be done
 */
public record Check(String name, Status status, String found, String remedy) {
    /** Whether the thing will do. */
    public enum Status {
        /** It will do. */
        GOOD,
        /** The course runs, but worse than it could. */
        POOR,
        /** The course cannot run. */
        MISSING
    }

    static Check good(String name, String found) {
        return new Check(name, Status.GOOD, found, "");
    }

    /** One line: a mark, the name, what was found and, if need be, the remedy. */
    public String line(Language language) {
        var mark =
                switch (status) {
                    case GOOD -> "✓";
                    case POOR -> "!";
                    case MISSING -> "✗";
                };
        var mend = remedy.isEmpty() ? "" : language.choose("。请执行：", ". Mend it with: ") + remedy;
        return mark + " " + name + language.choose("：", ": ") + found + mend;
    }
}
