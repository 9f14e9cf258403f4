package io.github.ovhspring.conf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of the reader of {@code ovh.conf}: whatever a file holds, there are options
 * of its text, or a message that shows none of it.
 */
class OvhConfFuzz {

	private static final Set<String> MESSAGES = Set.of("stands before the first section: start with a line [default]",
			"stands before the first section: start with a line [default], and save the file without a byte order mark",
			"is neither a [section] nor an option: write 'name = value'",
			"starts a section that the file has already: put them together",
			"gives an option that its section has already: keep one of them");

	@FuzzTest
	void read(byte[] file) {
		String text = new String(file, StandardCharsets.UTF_8);
		int lines = text.split("\r\n|\r|\n", -1).length;
		try {
			Map<String, Map<String, OvhConfParser.Option>> sections = parse(text);
			sections.forEach((section, options) -> {
				assertThat(text).contains("[" + section + "]");
				options.forEach((name, option) -> {
					assertThat(name).isNotEmpty().isEqualTo(name.toLowerCase(Locale.ROOT));
					assertThat(option.value().lines()).allSatisfy((line) -> assertThat(text).contains(line));
					assertThat(option.line()).isBetween(2, lines);
				});
			});
			assertThat(values(parse(written(sections)))).isEqualTo(values(sections));
		}
		catch (OvhConfException ex) {
			String start = "Line \\d+ of 'ovh\\.conf' ";
			String message = Objects.requireNonNull(ex.getMessage());
			assertThat(message).containsPattern("^" + start);
			assertThat(MESSAGES).contains(message.replaceFirst(start, ""));
		}
	}

	private static Map<String, Map<String, OvhConfParser.Option>> parse(String text) {
		return new OvhConfParser(Path.of("ovh.conf")).parse(text);
	}

	private static String written(Map<String, Map<String, OvhConfParser.Option>> sections) {
		StringBuilder text = new StringBuilder();
		sections.forEach((section, options) -> {
			text.append('[').append(section).append("]\n");
			options.forEach((name, option) -> text.append(name)
				.append(" = ")
				.append(option.value().replace("\n", "\n\t"))
				.append("\n"));
		});
		return text.toString();
	}

	private static Map<String, Map<String, String>> values(Map<String, Map<String, OvhConfParser.Option>> sections) {
		Map<String, Map<String, String>> values = new LinkedHashMap<>();
		sections.forEach((section, options) -> {
			Map<String, String> texts = new LinkedHashMap<>();
			options.forEach((name, option) -> texts.put(name, option.value()));
			values.put(section, texts);
		});
		return values;
	}

}
