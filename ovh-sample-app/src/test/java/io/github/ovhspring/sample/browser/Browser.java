package io.github.ovhspring.sample.browser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.core.io.ClassPathResource;

/**
 * Chromium without a window, as Debian has it. Nothing is downloaded for it.
 */
final class Browser implements AutoCloseable {

	private static final File CHROMIUM = new File("/usr/bin/chromium");

	private static final File DRIVER = new File("/usr/bin/chromedriver");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Dimension DESKTOP = new Dimension(1100, 800);

	private static final Dimension PHONE = new Dimension(390, 844);

	private final ChromeDriver driver;

	private final String axe;

	Browser(Path profile) throws IOException {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
				"--lang=en-GB", "--force-prefers-reduced-motion", "--user-data-dir=" + profile);
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.SEVERE);
		options.setCapability("goog:loggingPrefs", logging);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
		this.driver = new ChromeDriver(service, options);
		this.driver.manage().window().setSize(DESKTOP);
		try (InputStream script = new ClassPathResource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")
			.getInputStream()) {
			this.axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	static boolean isThere() {
		return CHROMIUM.canExecute() && DRIVER.canExecute();
	}

	Browser open(String url) {
		this.driver.get(url);
		return this;
	}

	String url() {
		return String.valueOf(this.driver.getCurrentUrl());
	}

	String source() {
		return String.valueOf(this.driver.getPageSource());
	}

	String cookies() {
		return this.driver.manage().getCookies().toString();
	}

	/**
	 * Forget who it is to the application.
	 */
	void forget() {
		this.driver.manage().deleteAllCookies();
	}

	String text() {
		return find("main").getText();
	}

	WebElement find(String css) {
		return this.driver.findElement(By.cssSelector(css));
	}

	List<WebElement> findAll(String css) {
		return this.driver.findElements(By.cssSelector(css));
	}

	Browser fill(String css, String value) {
		WebElement field = find(css);
		field.clear();
		field.sendKeys(value);
		return this;
	}

	/**
	 * Press a link or button by what a screen reader calls it.
	 */
	Browser press(String name) {
		this.driver.findElements(By.cssSelector("a, button"))
			.stream()
			.filter((element) -> name.equals(element.getAccessibleName()))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No link or button '" + name + "' in\n" + text()))
			.click();
		return this;
	}

	Browser awaitText(String text) {
		// While one page goes and the next comes, an element can be missing, stale, or of
		// no document, as Chromium says, for which there is no exception of its own.
		new WebDriverWait(this.driver, PATIENCE).ignoring(WebDriverException.class)
			.withMessage(() -> "'" + text + "' in\n" + text())
			.until((driver) -> text().contains(text));
		return this;
	}

	/**
	 * Return what the browser complains of: scripts that fail, and what the content
	 * security policy stops.
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map(Object::toString)
			// The status of an error page is a complaint too, and is meant.
			.filter((line) -> !line.contains("Failed to load resource: the server responded with a status of"))
			.toList();
	}

	/**
	 * Return which rules of accessibility the page breaks, in light and in dark.
	 */
	List<String> barriers() {
		this.driver.executeScript(this.axe);
		return List.of("light", "dark").stream().flatMap((scheme) -> {
			scheme(scheme);
			return barriersOfScheme().stream().map((barrier) -> scheme + ": " + barrier);
		}).toList();
	}

	@SuppressWarnings("unchecked")
	private List<String> barriersOfScheme() {
		return (List<String>) this.driver.executeAsyncScript("""
				const done = arguments[0];
				axe.run().then((result) => done(result.violations.map((violation) => violation.id + ': '
					+ violation.help + ': ' + violation.nodes.map((node) => node.html).join(' | '))),
					(error) => done([String(error)]));
				""");
	}

	/**
	 * Take pictures of the page, whole, in light and dark and as wide as a phone.
	 */
	Browser picture(String name) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "screenshots"));
		scheme("light");
		take(folder.resolve(name + ".png"), DESKTOP, false);
		take(folder.resolve(name + "-phone.png"), PHONE, true);
		scheme("dark");
		take(folder.resolve(name + "-dark.png"), DESKTOP, false);
		scheme("light");
		return this;
	}

	/**
	 * Write the picture that the documentation shows, if property {@code sample.pictures}
	 * says so.
	 */
	void document(String name) throws IOException {
		if (Boolean.getBoolean("sample.pictures")) {
			Path folder = Files.createDirectories(Path.of("..", "docs", "images"));
			metrics(DESKTOP.getWidth(), DESKTOP.getHeight(), false);
			Files.write(folder.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
			this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		}
	}

	/**
	 * Return whether something is drawn on a canvas.
	 */
	boolean isDrawn(String css) {
		return Boolean.TRUE.equals(this.driver.executeScript(
				"""
						const canvas = document.querySelector(arguments[0]);
						return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte !== 0);
						""",
				css));
	}

	/**
	 * Set a field whose keys depend on the language of the browser.
	 */
	Browser set(String css, String value) {
		this.driver.executeScript("document.querySelector(arguments[0]).value = arguments[1]", css, value);
		return this;
	}

	Browser choose(String css, String value) {
		new Select(find(css)).selectByValue(value);
		return this;
	}

	private void take(Path file, Dimension size, boolean phone) throws IOException {
		metrics(size.getWidth(), size.getHeight(), phone);
		Number height = (Number) this.driver.executeScript("return document.documentElement.scrollHeight");
		metrics(size.getWidth(), Objects.requireNonNull(height).intValue(), phone);
		Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
		this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
	}

	private void metrics(int width, int height, boolean phone) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
	}

	private void scheme(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
