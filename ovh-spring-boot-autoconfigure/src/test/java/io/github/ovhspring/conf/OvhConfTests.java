package io.github.ovhspring.conf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OvhConf}.
 */
class OvhConfTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private OvhConf read(String text) throws IOException {
		return OvhConf.read(Files.writeString(this.folder.resolve("ovh.conf"), text));
	}

	private @Nullable Object value(String text, String section, String name) throws IOException {
		OriginTrackedValue value = read(text).get(section, name);
		return (value != null) ? value.getValue() : null;
	}

	@Test
	void shouldReadWhatOtherClientsRead() throws IOException {
		String text = """
				; General
				[default]
				endpoint=ovh-eu

				[ovh-eu]
				# Mine
				application_key = 7kbG7Bk7S9Nt7ZSV ; not a comment
				Application_Secret: "quoted"
				consumer_key=
				    first

				  second
				odd = a=b:c
				""";
		assertThat(value(text, "default", "endpoint")).isEqualTo("ovh-eu");
		assertThat(value(text, "ovh-eu", "application_key")).isEqualTo("7kbG7Bk7S9Nt7ZSV ; not a comment");
		assertThat(value(text, "ovh-eu", "application_secret")).isEqualTo("\"quoted\"");
		assertThat(value(text, "ovh-eu", "consumer_key")).isEqualTo("\nfirst\n\nsecond");
		assertThat(value(text, "ovh-eu", "odd")).isEqualTo("a=b:c");
		assertThat(value(text, "ovh-eu", "client_id")).isNull();
		assertThat(value(text, "ovh-ca", "application_key")).isNull();
	}

	@Test
	void shouldShareDefaults() throws IOException {
		String text = "[DEFAULT]\na = 1\nb = 2\n[x]\nb = 3\n[DEFAULT]\nc = 4\n";
		assertThat(value(text, "x", "a")).isEqualTo("1");
		assertThat(value(text, "x", "b")).isEqualTo("3");
		assertThat(value(text, "x", "c")).isEqualTo("4");
		assertThat(value(text, "y", "a")).isNull();
	}

	@Test
	void shouldTakeAnyLineEnd() throws IOException {
		assertThat(value("[a]\r\nx = 1\r  2\r\n", "a", "x")).isEqualTo("1\n2");
	}

	@Test
	void shouldTellFileAndLine() throws IOException {
		OriginTrackedValue value = read("\n[a]\n\nx = 1\n").get("a", "x");
		assertThat(String.valueOf(Origin.from(value))).startsWith("file [").endsWith("ovh.conf] - 4:1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "a = 1 | Line 1 | stands before the first section",
			"[a];x = 1;[a] | Line 3 | starts a section that the file has already",
			"[a];x = 1;X : 2 | Line 3 | gives an option that its section has already",
			"[DEFAULT];x = 1;[DEFAULT];X : 2 | Line 4 | gives an option that its section has already",
			"[a];hush | Line 2 | is neither a [section] nor an option", "[a];= hush | Line 2 | is neither a",
			"[a];[] | Line 2 | is neither a", "\ufeff[a] | Line 1 | and save the file without a byte order mark" })
	void whenTextIsNotWrittenAsItHasToBeThenNamesTheLine(String text, String line, String problem) {
		assertThatExceptionOfType(OvhConfException.class).isThrownBy(() -> read(text.replace(';', '\n')))
			.withMessageStartingWith(line + " of '" + this.folder.resolve("ovh.conf") + "' ")
			.withMessageContaining(problem)
			.withMessageNotContaining("hush");
	}

	@Test
	void whenFileIsNotUtf8ThenSaysSo() {
		assertThatExceptionOfType(OvhConfException.class).isThrownBy(
				() -> OvhConf.read(Files.write(this.folder.resolve("x"), "[é]".getBytes(StandardCharsets.ISO_8859_1))))
			.withMessage("File '" + this.folder.resolve("x") + "' is not UTF-8 text");
	}

}
