package io.github.ovhspring.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * A whole call, answered from memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {

	private static final String URL = "http://127.0.0.1/1.0";

	private final ClientHttpRequestFactory memory = new MemoryRequestFactory(
			Answers.ME.getBytes(StandardCharsets.UTF_8));

	private final RestClient plain = RestClient.builder().requestFactory(this.memory).baseUrl(URL).build();

	private final RestClient signing = this.plain.mutate().requestInterceptor(new LeastSigner()).build();

	private final OvhClient ours = OvhClient.builder()
		.endpoint(URL)
		.credentials(OvhCredentials.applicationKeys("a".repeat(16), "s".repeat(32), "c".repeat(32)))
		.requestFactoryBuilder((settings) -> this.memory)
		.build();

	@Benchmark
	public Object restClient() {
		return call(this.plain);
	}

	@Benchmark
	public Object interceptor() {
		return call(this.signing);
	}

	private static Object call(RestClient client) {
		Object answer = client.get().uri("/me").retrieve().body(Nichandle.class);
		return (answer != null) ? answer : "nothing";
	}

	@Benchmark
	public Object ovhClient() {
		return this.ours.get("/me").as(Nichandle.class);
	}

}
