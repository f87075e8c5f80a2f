package io.github.dl4jprimer.notebook.shell;

import io.github.dl4jprimer.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.jshell.EvalException;

/**
 * An exception as a learner reads it: what it says, and which of their own lines led to it.
 *
 * <pre>
 * IllegalArgumentException: learningRate must be above 0, got -1.0. Try 0.1.
 *     in train, cell 2, line 3:  return network.step(gradients, rate);
 *     cell 4, line 1:  train(-1)
 * </pre>
 *
 * <p>Frames of the library, of DL4J and of the JDK are left out: the message has to say what is
 * wrong, and the learner's line is where it can be mended.
 */
final class CellTrace {
    /** A recursion without an end has thousands of frames that all say the same. */
    private static final int MOST_FRAMES = 10;

    private final SnippetPlaces places;
    private final Language language;

    CellTrace(SnippetPlaces places, Language language) {
        this.places = places;
        this.language = language;
    }

    /** Returns the lines to show for an exception and its causes. */
    List<String> of(Throwable thrown) {
        var lines = new ArrayList<String>();
        for (var e = thrown; e != null; e = e.getCause()) {
            var cause = e == thrown ? "" : language.choose("原因：", "caused by ");
            (cause + summary(e)).lines().forEach(lines::add);
            frames(e, lines);
        }
        return lines;
    }

    private static String summary(Throwable thrown) {
        var type =
                thrown instanceof EvalException e
                        ? e.getExceptionClassName()
                        : thrown.getClass().getName();
        var name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
    }

    private void frames(Throwable thrown, List<String> lines) {
        var own =
                Arrays.stream(thrown.getStackTrace())
                        .map(this::line)
                        .filter(line -> !line.isEmpty())
                        .toList();
        own.stream().limit(MOST_FRAMES).forEach(lines::add);
        if (own.size() > MOST_FRAMES) {
            lines.add(
                    "    "
                            + language.choose("……还有 %d 层调用", "... %d calls more")
                                    .formatted(own.size() - MOST_FRAMES));
        }
    }

    /** The line of a frame that stands in a cell, or nothing for any other frame. */
    private String line(StackTraceElement frame) {
        var file = frame.getFileName();
        if (file == null || !file.startsWith("#")) {
            return "";
        }
        var place = places.of(file.substring(1));
        if (place == null) {
            return "";
        }
        int line = frame.getLineNumber();
        var name = places.name(place.cell(), place.line() + line - 1);
        return "    "
                + method(frame.getMethodName())
                + name
                + language.choose("：", ":  ")
                + place.text(line).strip();
    }

    /** The method's name, if the learner gave it one. */
    private String method(String name) {
        return name.isEmpty() || name.startsWith("lambda$") || name.startsWith("do_it$")
                ? ""
                : language.choose("方法 %s，", "in %s, ").formatted(name);
    }
}
