package io.github.ovhspring.conf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.io.FileSystemResource;

/**
 * What one {@code ovh.conf} holds.
 */
final class OvhConf {

	/** Section whose options every other section has too, unless it has its own. */
	static final String DEFAULTS = "DEFAULT";

	private final Path file;

	private final Map<String, Map<String, OvhConfParser.Option>> sections;

	private OvhConf(Path file, Map<String, Map<String, OvhConfParser.Option>> sections) {
		this.file = file;
		this.sections = sections;
	}

	/**
	 * Read a file.
	 * @throws OvhConfException if it is not written as it has to be
	 * @throws IOException if it cannot be read
	 */
	static OvhConf read(Path file) throws IOException {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(Files.readAllBytes(file)))
				.toString();
			return new OvhConf(file, new OvhConfParser(file).parse(text));
		}
		catch (CharacterCodingException ex) {
			throw new OvhConfException(file, "is not UTF-8 text", ex);
		}
	}

	/**
	 * Return the value of an option with the place where it stands.
	 */
	@Nullable OriginTrackedValue get(String section, String name) {
		Map<String, OvhConfParser.Option> options = this.sections.get(section);
		if (options == null) {
			return null;
		}
		Map<String, OvhConfParser.Option> all = new HashMap<>(this.sections.getOrDefault(DEFAULTS, Map.of()));
		all.putAll(options);
		OvhConfParser.Option option = all.get(name);
		return (option != null)
				? OriginTrackedValue.of(option.value(),
						new TextResourceOrigin(new FileSystemResource(this.file), new Location(option.line() - 1, 0)))
				: null;
	}

}
