package io.github.dl4jprimer.notebook.browser;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.github.dl4jprimer.notebook.InstalledProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium without a window, and what is measured in its pages.
 *
 * <p>The driver is the machine's own, started by its path: nothing looks for another one, and the
 * part of Selenium that would download one is not on the class path.
 *
 * @see <a href="https://www.w3.org/TR/webdriver2/">WebDriver</a>
 */
final class Chromium implements AutoCloseable {
    /** Where {@link #screenshot} puts pictures of the page. */
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Gson GSON = new Gson();

    /**
     * A picture of the page.
     *
     * @param width in its own pixels; 0 if it could not be read
     * @param height in its own pixels
     * @param colours how many different ones
     */
    record Picture(int width, int height, int colours) {}

    /**
     * The Chinese characters of the page in one font.
     *
     * @param font CSS font family
     * @param characters all of them, each once
     * @param boxes those drawn as the box that stands for characters the machine has no font for
     * @param alike how many look like another one
     */
    record Writing(String font, String characters, String boxes, int alike) {}

    private final ChromeDriverService service;
    private final RemoteWebDriver driver;

    private Chromium(ChromeDriverService service, RemoteWebDriver driver) {
        this.service = service;
        this.driver = driver;
    }

    /**
     * Starts the browser.
     *
     * @param scratch a folder for what the browser leaves behind
     */
    static Chromium start(Path scratch) throws IOException {
        var options = new ChromeOptions();
        options.setBinary(InstalledProgram.CHROMIUM.path().toString());
        options.addArguments("--headless=new", "--window-size=1280,1600", "--lang=en-US");
        options.addArguments("--disable-background-networking", "--disable-dev-shm-usage");
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox"); // Chromium's sandbox is not for root
        }
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(InstalledProgram.CHROMEDRIVER.path().toFile())
                        .usingAnyFreePort()
                        .withEnvironment(Map.of("TMPDIR", scratch.toString()))
                        .build();
        service.start();
        try {
            var driver = new RemoteWebDriver(service.getUrl(), options, false);
            return new Chromium(service, driver);
        } catch (RuntimeException e) {
            service.stop();
            throw e;
        }
    }

    /** Returns the browser's page. */
    RemoteWebDriver page() {
        return driver;
    }

    /** Waits until the page shows something; a failure leaves a screenshot. */
    <T> T until(String what, Function<WebDriver, T> shown) {
        try {
            return new WebDriverWait(driver, PATIENCE)
                    .ignoring(StaleElementReferenceException.class)
                    .until(shown);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "the page must show %s, got %s".formatted(what, screenshot("timeout")), e);
        }
    }

    /**
     * Returns the pictures of the page, in order.
     *
     * @param selector CSS selector
     */
    List<Picture> pictures(String selector) {
        return measured("pictures.js", Picture.class, selector);
    }

    /** Returns how the Chinese characters of the page are drawn, font by font. */
    List<Writing> writing() {
        return measured("writing.js", Writing.class);
    }

    private <T> List<T> measured(String script, Class<T> type, Object... arguments) {
        var json = (String) driver.executeScript(resource(script), arguments);
        return StreamSupport.stream(GSON.fromJson(json, JsonArray.class).spliterator(), false)
                .map((JsonElement element) -> GSON.fromJson(element, type))
                .toList();
    }

    private static String resource(String name) {
        try (var stream = Chromium.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves what the window shows to {@code target/screenshots/<name>.png}. */
    Path screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.write(
                    SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            service.stop();
        }
    }
}
