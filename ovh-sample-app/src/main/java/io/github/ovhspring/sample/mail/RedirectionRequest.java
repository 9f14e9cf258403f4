package io.github.ovhspring.sample.mail;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Redirection that somebody asks for. Whether domain and addresses exist is for the API
 * to say.
 *
 * @param domain the domain that mail is redirected from
 * @param from the address that mail is redirected from
 * @param to the address that mail is redirected to
 * @param localCopy whether a copy of the mail is kept
 */
record RedirectionRequest(@Nullable String domain, @Nullable String from, @Nullable String to,
		@Nullable Boolean localCopy) {

	private static final Pattern DOMAIN = Pattern.compile("[^\\s@/]+\\.[^\\s@/]+");

	private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

	String checkedDomain() {
		return checked("domain", this.domain, DOMAIN, "a domain such as example.com");
	}

	NewRedirection redirection() {
		return new NewRedirection(checked("from", this.from, ADDRESS, "an address such as info@example.com"),
				checked("to", this.to, ADDRESS, "an address such as me@example.net"),
				Boolean.TRUE.equals(this.localCopy));
	}

	private static String checked(String field, @Nullable String value, Pattern pattern, String expected) {
		if (value == null || !pattern.matcher(value).matches()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "'" + field + "' must be " + expected);
		}
		return value;
	}

}
