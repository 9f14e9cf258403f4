package io.github.ovhspring.conf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Compares {@link OvhConfParser} with the parser that other clients' files are written
 * for: Python's own, on random files. Skipped where there is no {@code python3}.
 */
class PythonConfTests {

	private static final int FILES = 5000;

	private static final String[] PIECES = { "[default]", "[ovh-eu]", "[DEFAULT]", "[", "]", "[]", "[a]b]", "endpoint",
			"application_key", "Consumer_Key", "=", ":", " = ", " : ", "value", "  ", "\t", "#", ";", " # c", " ; c",
			"\n", "\n", "\n", "\r\n", "\r", "\n  ", "\n\t", "é", "日", "\u00a0", "\u0085", "\u2028", "\u001c", "\ufeff",
			"\u0000", "\u180e", "\u200b", "\u000b", "\f", "\"", "'", "%", "${x}", "x".repeat(3000), "😀" };

	private static final String SCRIPT = """
			import base64, configparser, io, json, sys
			for line in sys.stdin:
			    text = base64.b64decode(line).decode('utf-8')
			    parser = configparser.RawConfigParser()
			    try:
			        parser.read_file(io.StringIO(text, newline=None))
			        print(json.dumps({s: dict(parser.items(s)) for s in parser.sections()}))
			    except configparser.Error:
			        print('null')
			""";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void shouldReadAndRefuseWhatPythonDoes() throws Exception {
		long seed = Long.getLong("ovh.test.seed", System.nanoTime());
		List<String> texts = new ArrayList<>();
		Random random = new Random(seed);
		for (int i = 0; i < FILES; i++) {
			texts.add(text(random));
		}
		List<String> expected = python(texts);
		int read = 0;
		for (int i = 0; i < FILES; i++) {
			String actual = java(texts.get(i));
			assertThat(actual).as("seed %s, file %s: %s", seed, i, new JsonMapper().writeValueAsString(texts.get(i)))
				.isEqualTo(normalized(expected.get(i)));
			read += actual.equals("null") ? 0 : 1;
		}
		assertThat(read).as("files that are not refused").isBetween(FILES / 20, FILES);
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder((random.nextInt(10) < 8) ? "[default]\n" : "");
		for (int line = random.nextInt(8); line > 0; line--) {
			if (random.nextInt(10) < 7) {
				text.append(" ".repeat(random.nextInt(10) / 7))
					.append("key")
					.append(random.nextInt(30))
					.append(random.nextBoolean() ? "=" : " : ");
			}
			for (int piece = random.nextInt(4); piece > 0; piece--) {
				text.append(PIECES[random.nextInt(PIECES.length)]);
			}
			text.append('\n');
		}
		return text.toString();
	}

	private List<String> python(List<String> texts) throws IOException, InterruptedException {
		Path input = this.folder.resolve("input");
		Path output = this.folder.resolve("output");
		Files.write(input,
				texts.stream()
					.map((text) -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
					.toList());
		Process process;
		try {
			process = new ProcessBuilder("python3", "-c", SCRIPT).redirectInput(input.toFile())
				.redirectOutput(output.toFile())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
		}
		catch (IOException ex) {
			assumeThat(ex).as("skipped: no python3 here").isNull();
			throw ex;
		}
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return Files.readAllLines(output);
	}

	private String java(String text) {
		try {
			Map<String, Map<String, String>> sections = new TreeMap<>();
			Map<String, Map<String, OvhConfParser.Option>> parsed = new OvhConfParser(this.folder).parse(text);
			parsed.forEach((name, options) -> {
				Map<String, String> values = new TreeMap<>();
				parsed.getOrDefault(OvhConf.DEFAULTS, Map.of())
					.forEach((key, option) -> values.put(key, option.value()));
				options.forEach((key, option) -> values.put(key, option.value()));
				sections.put(name, values);
			});
			sections.remove(OvhConf.DEFAULTS);
			return new JsonMapper().writeValueAsString(sections);
		}
		catch (OvhConfException ex) {
			return "null";
		}
	}

	@SuppressWarnings("unchecked")
	private static String normalized(String json) {
		JsonMapper mapper = new JsonMapper();
		Map<String, Map<String, String>> sections = mapper.readValue(json, TreeMap.class);
		if (sections == null) {
			return "null";
		}
		sections.replaceAll((name, options) -> new TreeMap<>(options));
		return mapper.writeValueAsString(sections);
	}

}
