package io.github.ovhspring.test.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.SimulatedConsumerKey;

/**
 * Finds out why a signature does not match: it tries what clients are known to sign
 * instead, and says which of it would have given the signature that came.
 */
final class SignatureDiagnosis {

	private static final int FEW = 4;

	private final String signature;

	private final SignedText expected;

	private final SimulatedConsumerKey key;

	private final SimulatedKeys keys;

	SignatureDiagnosis(String signature, SignedText expected, SimulatedConsumerKey key, SimulatedKeys keys) {
		this.signature = signature;
		this.expected = expected;
		this.key = key;
		this.keys = keys;
	}

	/**
	 * Return what people need to know, without any secret.
	 */
	String explain() {
		return "the signature does not match.%nThe simulator signed%n  %s%nwhich gives %s, but %s came.%n%s"
			.formatted(this.expected.masked(), this.expected.signature(), this.signature, cause());
	}

	private String cause() {
		return form().or(this::content)
			.map((what) -> "The signature that came is right for " + what + ". What is signed has to be what is sent.")
			.orElse("No usual mistake explains it: URL, body, method and time were tried in many forms. Most likely the"
					+ " secret is not that of " + this.key.application() + ".");
	}

	private Optional<String> form() {
		String lowerCase = this.signature.toLowerCase(Locale.ROOT);
		if (lowerCase.endsWith(this.expected.hex("SHA-1", StandardCharsets.UTF_8))) {
			return Optional.of("this text, but has another form than $1$ and the SHA-1 in lower case hex");
		}
		if (lowerCase.endsWith(this.expected.hex("SHA-256", StandardCharsets.UTF_8))) {
			return Optional.of("this text, but by SHA-256 in place of SHA-1");
		}
		return lowerCase.endsWith(this.expected.hex("SHA-1", StandardCharsets.ISO_8859_1))
				? Optional.of("this text, but in ISO-8859-1 in place of UTF-8") : Optional.empty();
	}

	private Optional<String> content() {
		List<Function<SignedText, Stream<Deviation>>> kinds = List.of(UrlDeviations::of, BodyDeviations::of,
				OtherDeviations::ofMethod, (text) -> OtherDeviations.ofKeys(text, this.key), OtherDeviations::ofTime,
				(text) -> OtherDeviations.ofOtherKeys(text, this.key, this.keys));
		return kinds.stream()
			.flatMap((kind) -> kind.apply(this.expected))
			.filter(this::matches)
			.map(Deviation::what)
			.findFirst()
			.or(() -> two(kinds));
	}

	// Times are too many to try them with all else.
	private Optional<String> two(List<Function<SignedText, Stream<Deviation>>> kinds) {
		return kinds.stream()
			.limit(FEW)
			.flatMap((kind) -> kind.apply(this.expected)
				.flatMap((first) -> kinds.stream()
					.limit(FEW)
					.flatMap((other) -> other.apply(first.text()))
					.filter(this::matches)
					.map((second) -> first.what() + ", and " + second.what())))
			.findFirst();
	}

	private boolean matches(Deviation deviation) {
		return deviation.text().signature().equals(this.signature);
	}

}
