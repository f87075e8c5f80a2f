package io.github.dl4jprimer.notebook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookRulesTest {
    private static List<String> findings(Notebooks notebook) {
        return new NotebookRules(Language.EN).findings(notebook.file());
    }

    /**
     * What is found in a notebook that is right but for one cell between its first and its last.
     */
    private static List<String> inText(String source) {
        return findings(
                new Notebooks()
                        .code("int n = fullOrQuick(2, 1);", "parameters")
                        .text(source)
                        .code("check(n > 0, \"\", \"\");"));
    }

    private static List<String> inCode(String source) {
        return findings(
                new Notebooks()
                        .code("int n = fullOrQuick(2, 1);", "parameters")
                        .code(source)
                        .code("check(n > 0, \"\", \"\");"));
    }

    @Test
    void chineseThenEnglishIsRight() {
        assertEquals(List.of(), inText("# 标题 · Title\n\n中文，含 `code` 和 English 词。\n\nEnglish."));
        assertEquals(List.of(), inText("## 下一步 · Next step"));
        assertEquals(List.of(), inText("中文一。\n\n- 列表\n\nEnglish one.\n\n- list\n\nEnglish two."));
    }

    @Test
    void oneLanguageAloneIsNot() {
        var missing = List.of("block 2: text must be Chinese, then English; one is missing");
        assertEquals(missing, inText("只有中文。"));
        assertEquals(missing, inText("English alone."));
        assertEquals(missing, inText("# 标题 · Title\n\n只有中文。"));
        assertEquals(missing, inText("只有中文和 `identifier`，[链接](docs/english.md)。"));
        assertEquals(missing, inText("# 标题"));
    }

    @Test
    void englishBeforeChineseIsNot() {
        assertEquals(
                List.of("block 2: Chinese must come before English"),
                inText("English first.\n\n中文在后。"));
        assertEquals(
                List.of("block 2: Chinese must come before English"),
                inText("中文。\n\nEnglish.\n\n又是中文。"));
    }

    @Test
    void outputsMustBeStripped() {
        assertEquals(
                List.of("block 2: outputs must be stripped: primer notebooks strip"),
                findings(
                        new Notebooks()
                                .code("int n;", "parameters")
                                .code("n")
                                .executed()
                                .code("check(true, \"\", \"\")")));
    }

    @Test
    void theFirstCodeCellHoldsTheSizesAndTheLastOneTheClaim() {
        assertEquals(
                List.of(
                        "the first code cell must have the tag parameters and hold all sizes",
                        "the last code cell must check the notebook's claim: check(...)"),
                findings(
                        new Notebooks()
                                .text("中文\n\nEnglish")
                                .code("int n = 1;")
                                .code("n", "parameters")));
        assertEquals(2, findings(new Notebooks().text("中文\n\nEnglish")).size());
    }

    @Test
    void aCellHasAtMostFifteenLines() {
        assertEquals(List.of(), inCode("n++;\n".repeat(15)));
        assertEquals(
                List.of("block 2: code must have at most 15 lines, got 16"),
                inCode("n++;\n".repeat(16)));
    }

    @Test
    void magicsAndTypesHaveNoPlaceInACell() {
        var magic = List.of("block 2: magics (%) must not be used");
        assertEquals(magic, inCode("%maven a:b:1"));
        assertEquals(magic, inCode("int x = 1;\n %%loadFromPOM"));
        assertEquals(List.of(), inCode("n % 2"));
        var type = List.of("block 2: types must not be declared here, but in the library");
        assertEquals(type, inCode("record Point(int x) {}"));
        assertEquals(type, inCode("int n;\npublic static final class A {}"));
        assertEquals(List.of(), inCode("var record = 1;\nrun(A.class);"));
    }

    @Test
    void findingsAreToldInChineseToo() {
        var notebook = new Notebooks().text("English").file();
        assertEquals(
                List.of(
                        "第 1 块：文字必须先中文后英文，缺一种",
                        "第一个代码单元必须带 parameters 标签，并写明全部规模",
                        "最后一个代码单元必须用 check(…) 检验本页的结论"),
                new NotebookRules(Language.ZH).findings(notebook));
    }
}
