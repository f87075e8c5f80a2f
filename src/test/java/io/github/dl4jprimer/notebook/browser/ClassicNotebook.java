package io.github.dl4jprimer.notebook.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * A notebook in the page of Jupyter Notebook 6, used as a learner uses it: through menus, buttons
 * and keys.
 */
final class ClassicNotebook {
    private static final String CONNECTED =
            """
            const kernel = window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel;
            return !!kernel && kernel.is_connected()
                && !!document.querySelector('#kernel_indicator_icon.kernel_idle_icon');
            """;
    private static final By SELECTED = By.cssSelector(".code_cell.selected");
    private static final By RUNNING =
            By.xpath("//div[contains(@class,'input_prompt')][contains(.,'*')]");

    private final Chromium browser;

    private ClassicNotebook(Chromium browser) {
        this.browser = browser;
    }

    /** Opens a notebook and waits for its kernel. */
    static ClassicNotebook open(Chromium browser, String address) {
        browser.page().get(address);
        var notebook = new ClassicNotebook(browser);
        notebook.awaitKernel();
        return notebook;
    }

    private void awaitKernel() {
        browser.until(
                "a kernel that is ready",
                page -> browser.page().executeScript(CONNECTED).equals(true));
    }

    /** Runs all cells by the menu and waits for the end. */
    void runAll() {
        browser.page().findElement(By.id("celllink")).click();
        browser.until(
                        "the menu of cells",
                        ExpectedConditions.elementToBeClickable(By.id("run_all_cells")))
                .click();
        awaitResults();
    }

    private void awaitResults() {
        browser.until("that no cell runs", page -> page.findElements(RUNNING).isEmpty());
    }

    /** Returns the numbers beside the code cells, such as {@code In [3]:}. */
    List<String> numbers() {
        return texts(".code_cell .input_prompt");
    }

    /** Returns the error messages of the page. */
    List<String> errors() {
        return texts(".output_error");
    }

    private List<String> texts(String selector) {
        return browser.page().findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Adds a cell below the last one and types into it. */
    void type(CharSequence... keys) {
        var cells = browser.page().findElements(By.cssSelector(".cell .input_prompt"));
        cells.get(cells.size() - 1).click();
        button("insert-cell-below").click();
        var cell = browser.page().findElement(SELECTED);
        cell.findElement(By.cssSelector(".CodeMirror")).click();
        cell.findElement(By.cssSelector(".CodeMirror textarea")).sendKeys(keys);
    }

    /** Types a cell and starts it. */
    void start(String source) {
        type(source, Keys.chord(Keys.CONTROL, Keys.ENTER));
    }

    /** Types a cell, runs it and returns what it shows. */
    String run(String source) {
        start(source);
        awaitResults();
        return shown();
    }

    /** Returns what is below the selected cell now. */
    String shown() {
        return browser.page()
                .findElement(SELECTED)
                .findElement(By.cssSelector(".output"))
                .getText();
    }

    /** Waits for a text below the selected cell. */
    void await(String text) {
        browser.until("“%s” below the cell".formatted(text), page -> shown().contains(text));
    }

    /** Presses the button that interrupts, and waits for the end of the cell. */
    void interrupt() {
        button("interrupt-kernel").click();
        awaitResults();
    }

    /** Presses the button that restarts, confirms it, and waits for the kernel. */
    void restart() {
        button("confirm-restart-kernel").click();
        browser.until(
                        "the question whether to restart",
                        ExpectedConditions.elementToBeClickable(
                                By.cssSelector(".modal.in .btn-danger")))
                .click();
        browser.until(
                "the notebook without a question",
                page -> page.findElements(By.cssSelector(".modal")).isEmpty());
        awaitKernel();
    }

    /** Types a cell, presses tab and returns what is offered. */
    List<String> completions(String source) {
        type(source, Keys.TAB);
        browser.until(
                "completions",
                page -> !page.findElements(By.cssSelector("#complete option")).isEmpty());
        var offered = texts("#complete option");
        browser.page().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        return offered;
    }

    private WebElement button(String action) {
        return browser.page()
                .findElement(
                        By.cssSelector(
                                "[data-jupyter-action='jupyter-notebook:%s']".formatted(action)));
    }
}
