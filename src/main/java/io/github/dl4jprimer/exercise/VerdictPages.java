package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.language.DisplayWidth;
import io.github.dl4jprimer.language.Language;
import java.util.stream.Collectors;

/**
 * Verdicts in words: what was expected, what came, which usual mistake it looks like.
 *
 * @param language of all that is told
 * @param columns width of the terminal
 */
public record VerdictPages(Language language, int columns) {
    private static final String INDENT = "    ";

    /** Returns a verdict, with what the learner's code printed. */
    public String page(Exercise exercise, Verdict verdict) {
        return body(exercise, verdict) + printed(verdict.output());
    }

    private String body(Exercise exercise, Verdict verdict) {
        var problem = verdict.problem();
        return switch (verdict.outcome()) {
            case SOLVED -> solved(verdict);
            case TODO -> todo(verdict);
            case WRONG -> wrong(exercise, verdict);
            case COMPILE_ERROR -> compileError(problem);
            case SIGNATURE ->
                    word("✗ 检查程序找不到它要调用的方法。\n", "✗ The checks do not find what they call.\n")
                            + paragraph(
                                    word(
                                            "类名、方法名、参数和返回类型请保持原样。",
                                            "Leave the names of class and methods, parameters and"
                                                    + " return types as they were."))
                            + paragraph(problem.text().replaceAll("\\R\\s*", "; "));
            case STOPPED -> stopped(problem);
            case ENDED -> ended(problem);
            case MISSING ->
                    word("✗ 文件不见了。\n", "✗ The file is gone.\n")
                            + paragraph(
                                    word("恢复：按 r，或者 ", "To restore it: the key r, or ")
                                            + "primer exercises reset "
                                            + exercise.id());
        };
    }

    private String solved(Verdict verdict) {
        return word("✓ 通过：%d 项检查全部正确。\n", "✓ Solved: all %d checks pass.\n")
                .formatted(verdict.passed());
    }

    private String todo(Verdict verdict) {
        if (verdict.passed() == 0) {
            return word("○ 还没开始。\n", "○ Not started.\n")
                    + paragraph(
                            word(
                                    "打开文件，按注释写，保存之后这里给出结果。",
                                    "Open the file, do what its comment says, save: the verdict"
                                            + " appears here."));
        }
        return word(
                        "○ 还没写完：%d 项检查通过了 %d 项，其余还是 TODO。\n",
                        "○ Not finished: of %d checks %d pass," + " the others meet a TODO.\n")
                .formatted(verdict.results().size(), verdict.passed());
    }

    private String wrong(Exercise exercise, Verdict verdict) {
        var mismatch = verdict.mismatch().orElseThrow();
        var heading =
                word("✗ 还不对：%d 项检查通过了 %d 项。\n", "✗ Not right yet: of %d checks %d pass.\n")
                        .formatted(verdict.results().size(), verdict.passed());
        return heading + difference(mismatch) + mistake(exercise, mismatch.mistake());
    }

    private String difference(Mismatch mismatch) {
        var expected = INDENT + word("应为 ", "expected ") + mismatch.expected() + "\n";
        var got = INDENT + word("得到 ", "got      ") + mismatch.got() + "\n";
        return switch (mismatch.kind()) {
            case VALUE -> paragraph(mismatch.what()) + expected + got;
            case SHAPE ->
                    paragraph(mismatch.what() + word("：形状不同", ": the shapes differ"))
                            + expected
                            + got;
            case CHANGED ->
                    paragraph(
                                    word("传入的数组 %s 应保持不变", "the array %s must be left as it was")
                                            .formatted(mismatch.what()))
                            + expected
                            + got;
            case THROWN ->
                    paragraph(mismatch.what())
                            + paragraph(
                                    word("抛出 ", "threw ") + mismatch.got() + at(mismatch.line()));
        };
    }

    private String mistake(Exercise exercise, String id) {
        var own = exercise.text(language).mistakes().get(id);
        if (own == null && !id.equals(Mismatch.INPUT_CHANGED)) {
            return "";
        }
        var text =
                own != null
                        ? own
                        : word(
                                "末尾带 i 的方法（addi、subi、muli……）会写进数组本身。用不带 i 的，或者先 dup()。",
                                "methods that end in i (addi, subi, muli …) write into the array"
                                        + " itself. Use those without, or dup() first.");
        return paragraph(word("这像是一个常见错误：", "This looks like a usual mistake: ") + text);
    }

    private String compileError(Verdict.Problem problem) {
        var before =
                problem.source()
                        .substring(
                                0,
                                Math.min(
                                        problem.source().length(),
                                        Math.max(0, problem.column() - 1)));
        var pointer = " ".repeat(DisplayWidth.of(before.replace("\t", "    "))) + "^";
        return word("✗ 编译不过", "✗ It does not compile")
                + at(problem.line())
                + "\n"
                + INDENT
                + problem.source().replace("\t", "    ")
                + "\n"
                + INDENT
                + pointer
                + "\n"
                + paragraph(problem.text().replaceAll("\\R\\s*", "; "));
    }

    private String stopped(Verdict.Problem problem) {
        return word("✗ 运行了 %s 还没结束，已经停止", "✗ Still running after %s, and stopped")
                        .formatted(problem.text())
                + at(problem.line())
                + "\n"
                + (problem.source().isBlank() ? "" : INDENT + problem.source().strip() + "\n")
                + paragraph(
                        word(
                                "有没有一个循环，它的条件永远不变？",
                                "Is there a loop whose condition never changes?"));
    }

    private String ended(Verdict.Problem problem) {
        return word(
                        "✗ 代码结束了运行检查的 Java 进程。\n",
                        "✗ The code ended the Java process that checks it.\n")
                + paragraph(problem.text())
                + paragraph(
                        word(
                                "练习里不要调用 System.exit，也不要占满内存。",
                                "An exercise must not call System.exit, nor fill the memory."));
    }

    private String at(int line) {
        return line == 0 ? "" : word("（第 %d 行）", " (line %d)").formatted(line);
    }

    private String printed(String output) {
        return output.isBlank()
                ? ""
                : word("代码的输出：\n", "Your code printed:\n")
                        + output.lines()
                                .map(line -> INDENT + line + "\n")
                                .collect(Collectors.joining());
    }

    private String paragraph(String text) {
        return DisplayWidth.wrap(text, columns - INDENT.length()).stream()
                .map(line -> INDENT + line + "\n")
                .collect(Collectors.joining());
    }

    private String word(String chinese, String english) {
        return language.choose(chinese, english);
    }
}
