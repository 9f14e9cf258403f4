package io.github.ovhspring.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import org.springframework.http.HttpMethod;

/**
 * The signature, beside the bare digest of the same bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SignatureBenchmark {

	private static final String SECRET = "s".repeat(32);

	private static final String CONSUMER_KEY = "c".repeat(32);

	private static final String TIMESTAMP = "1764000000";

	private static final URI URL = URI
		.create("https://eu.api.ovh.com/1.0/dedicated/server/ns3100001.ip-192-0-2.eu/burst?at=" + "x".repeat(33));

	/** Length of what is signed, in bytes: 200, or a little more than 1 MiB. */
	@Param({ "200", "1048576" })
	public int length;

	private byte[] body = {};

	private byte[] message = {};

	@Setup
	public void prepare() {
		String head = SECRET + "+" + CONSUMER_KEY + "+PUT+" + URL + "+";
		this.body = "b".repeat((this.length > 1000) ? this.length : this.length - head.length() - 11)
			.getBytes(StandardCharsets.UTF_8);
		this.message = (head + new String(this.body, StandardCharsets.UTF_8) + "+" + TIMESTAMP)
			.getBytes(StandardCharsets.UTF_8);
	}

	@Benchmark
	public Object signature() {
		return Signature.of(SECRET, CONSUMER_KEY, HttpMethod.PUT, URL, this.body, TIMESTAMP);
	}

	@Benchmark
	public Object digest() throws NoSuchAlgorithmException {
		return MessageDigest.getInstance("SHA-1").digest(this.message);
	}

}
