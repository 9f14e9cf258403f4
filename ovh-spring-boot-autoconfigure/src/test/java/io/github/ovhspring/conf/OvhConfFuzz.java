package io.github.ovhspring.conf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of the reader of {@code ovh.conf}: whatever a file holds, there are options
 * of its text, or a message that shows none of it.
 */
class OvhConfFuzz {

	@FuzzTest
	void read(byte[] file) {
		check(file);
	}

	static void check(byte[] file) {
		String text = new String(file, StandardCharsets.UTF_8);
		try {
			new OvhConfParser(Path.of("ovh.conf")).parse(text).forEach((section, options) -> {
				assertThat(text).contains(section);
				options.forEach((name, option) -> {
					assertThat(name).isNotBlank().isEqualTo(name.toLowerCase(Locale.ROOT));
					assertThat(option.value().lines()).allSatisfy((line) -> assertThat(text).contains(line));
					assertThat(option.line()).isBetween(1, (int) text.chars().count());
				});
			});
		}
		catch (OvhConfException ex) {
			assertThat(ex.getMessage()).matches("Line \\d+ of 'ovh\\.conf' [ -~]{20,150}");
		}
	}

}
