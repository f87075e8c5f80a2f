package io.github.dl4jprimer.notebook.run;

import io.github.dl4jprimer.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What every notebook of the course keeps to.
 *
 * <ul>
 *   <li>Outputs are stripped: git holds what was written, not what was run.
 *   <li>Each text cell is Chinese first, then English; a heading may hold both.
 *   <li>The first code cell is tagged {@code parameters} and holds all sizes, full and reduced.
 *   <li>The last code cell checks the notebook's own claim.
 *   <li>A cell has at most 15 lines, no magic, and declares no class.
 * </ul>
 *
 * @param language of the findings
 */
public record NotebookRules(Language language) {
    /** The tag of the cell with a notebook's sizes, as papermill and others call it. */
    static final String PARAMETERS = "parameters";

    private static final int LONGEST_CELL = 15;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern CODE =
            Pattern.compile("(?s)```.*?```|`[^`]*`|\\]\\([^)]*\\)|<[^>]*>");
    private static final Pattern MAGIC = Pattern.compile("(?m)^\\s*%");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^\\s*(?:\\w+ )*(?:class|interface|enum|record) \\w+");

    /** Returns what a notebook breaks, or nothing. */
    public List<String> findings(NotebookFile file) {
        var findings = new ArrayList<String>();
        var cells = file.cells();
        for (int i = 0; i < cells.size(); i++) {
            var where = language.choose("第 %d 块：", "block %d: ").formatted(i + 1);
            var cell = cells.get(i);
            var found = cell.isCode() ? code(cell) : text(cell);
            found.forEach(finding -> findings.add(where + finding));
        }
        findings.addAll(order(cells.stream().filter(NotebookCell::isCode).toList()));
        return findings;
    }

    private List<String> order(List<NotebookCell> code) {
        var findings = new ArrayList<String>();
        if (code.isEmpty() || !code.get(0).tags().contains(PARAMETERS)) {
            findings.add(
                    language.choose(
                            "第一个代码单元必须带 parameters 标签，并写明全部规模",
                            "the first code cell must have the tag parameters and hold all sizes"));
        }
        if (code.isEmpty() || !code.get(code.size() - 1).source().contains("check(")) {
            findings.add(
                    language.choose(
                            "最后一个代码单元必须用 check(…) 检验本页的结论",
                            "the last code cell must check the notebook's claim: check(...)"));
        }
        return findings;
    }

    private List<String> code(NotebookCell cell) {
        var findings = new ArrayList<String>();
        if (!cell.stripped()) {
            findings.add(
                    language.choose(
                            "输出必须清除：primer notebooks strip",
                            "outputs must be stripped: primer notebooks strip"));
        }
        long lines = cell.source().lines().count();
        if (lines > LONGEST_CELL) {
            findings.add(
                    language.choose(
                                    "代码必须不超过 %d 行，现有 %d 行",
                                    "code must have at most %d lines, got %d")
                            .formatted(LONGEST_CELL, lines));
        }
        if (MAGIC.matcher(cell.source()).find()) {
            findings.add(language.choose("不能用魔法命令 %", "magics (%) must not be used"));
        }
        if (TYPE.matcher(cell.source()).find()) {
            findings.add(
                    language.choose(
                            "不能在单元里声明类型，请放进库中",
                            "types must not be declared here, but in the library"));
        }
        return findings;
    }

    private List<String> text(NotebookCell cell) {
        boolean chinese = false;
        boolean english = false;
        for (var paragraph : CODE.matcher(cell.source()).replaceAll(" ").split("\\R\\s*\\R")) {
            boolean hasChinese = CHINESE.matcher(paragraph).find();
            boolean hasEnglish = ENGLISH.matcher(paragraph).find();
            boolean heading = paragraph.strip().startsWith("#");
            if (hasChinese && !heading && english) {
                return List.of(language.choose("中文必须在英文之前", "Chinese must come before English"));
            }
            chinese |= hasChinese;
            english |= hasEnglish && !hasChinese;
            english |= heading && hasEnglish && cell.source().strip().lines().count() == 1;
        }
        return chinese && english
                ? List.of()
                : List.of(
                        language.choose(
                                "文字必须先中文后英文，缺一种",
                                "text must be Chinese, then English; one is missing"));
    }
}
