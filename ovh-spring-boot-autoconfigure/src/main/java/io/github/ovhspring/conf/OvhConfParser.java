package io.github.ovhspring.conf;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parser of {@code ovh.conf}. The grammar is that of Python's {@code RawConfigParser},
 * for which these files are written: comments fill a line of their own, a line that is
 * indented deeper than its option goes on with the value, and what is given twice is an
 * error.
 */
final class OvhConfParser {

	private static final Pattern SECTION = Pattern.compile("\\[(.+)].*", Pattern.DOTALL);

	private static final Pattern OPTION = Pattern.compile("([^=:]*)[=:](.*)", Pattern.DOTALL);

	private final Path file;

	private final Map<String, Map<String, Option>> sections = new LinkedHashMap<>();

	private @Nullable Map<String, Option> section;

	private @Nullable Option option;

	private int indentation;

	OvhConfParser(Path file) {
		this.file = file;
	}

	/**
	 * Parse a file.
	 * @param text the text of the file
	 * @return the options by name, by section
	 * @throws OvhConfException if the text is not written as it has to be
	 */
	Map<String, Map<String, Option>> parse(String text) {
		String[] lines = text.split("\r\n|\r|\n", -1);
		for (int i = 0; i < lines.length; i++) {
			parseLine(lines[i], i + 1);
		}
		return this.sections;
	}

	private void parseLine(String line, int number) {
		String content = PythonText.strip(line);
		if (content.startsWith("#") || content.startsWith(";")) {
			return;
		}
		if (content.isEmpty()) {
			append("");
			return;
		}
		int indentation = PythonText.indentation(line);
		if (this.option != null && indentation > this.indentation) {
			append(content);
			return;
		}
		this.indentation = indentation;
		Matcher header = SECTION.matcher(content);
		if (header.matches()) {
			startSection(header.group(1), number);
		}
		else {
			startOption(content, number);
		}
	}

	private void append(String content) {
		if (this.option != null) {
			this.option.append(content);
		}
	}

	private void startSection(String name, int line) {
		if (this.sections.containsKey(name) && !name.equals(OvhConf.DEFAULTS)) {
			throw new OvhConfException(this.file, line,
					"starts a section that the file has already: put them together");
		}
		this.section = this.sections.computeIfAbsent(name, (key) -> new LinkedHashMap<>());
		this.option = null;
	}

	private void startOption(String content, int line) {
		if (this.section == null) {
			throw new OvhConfException(this.file, line, "stands before the first section: start with a line [default]"
					+ (content.startsWith("\ufeff") ? ", and save the file without a byte order mark" : ""));
		}
		Matcher matcher = OPTION.matcher(content);
		if (!matcher.matches() || PythonText.strip(matcher.group(1)).isEmpty()) {
			throw new OvhConfException(this.file, line, "is neither a [section] nor an option: write 'name = value'");
		}
		String name = PythonText.strip(matcher.group(1)).toLowerCase(Locale.ROOT);
		this.option = new Option(line, PythonText.strip(matcher.group(2)));
		if (this.section.put(name, this.option) != null) {
			throw new OvhConfException(this.file, line,
					"gives an option that its section has already: keep one of them");
		}
	}

	/**
	 * Value of an option, and where it begins.
	 */
	static final class Option {

		private final int line;

		private final StringBuilder value;

		private Option(int line, String value) {
			this.line = line;
			this.value = new StringBuilder(value);
		}

		private void append(String content) {
			this.value.append('\n').append(content);
		}

		int line() {
			return this.line;
		}

		String value() {
			return PythonText.stripTrailing(this.value.toString());
		}

	}

}
