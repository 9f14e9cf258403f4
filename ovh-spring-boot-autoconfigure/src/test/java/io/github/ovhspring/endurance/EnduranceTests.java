package io.github.ovhspring.endurance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.OwnJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no call is signed wrongly or for another customer, and that nothing piles
 * up, while the API's clock is set, tokens end, and the API is restarted. How many calls
 * there are is set by {@code -Dovh.test.endurance=<calls>}.
 */
class EnduranceTests {

	private static final int CALLS = Integer.getInteger("ovh.test.endurance", 200_000);

	private static final int CONNECTIONS = 64;

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "skipped: on later ones, virtual threads are more")
	void shouldServeManyThreads() throws Exception {
		run("platform", 64, "-Xmx64m");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "skipped: no virtual threads below Java 21")
	void shouldServeVeryManyVirtualThreads() throws Exception {
		run("virtual", 10_000, "-Xmx512m");
	}

	private void run(String kind, int threads, String memory) throws Exception {
		int calls = CALLS / (Endurance.ROUNDS * threads) * Endurance.ROUNDS * threads;
		RestlessApi api = new RestlessApi(calls);
		LoopbackServer first = LoopbackServer.start(0, api);
		String[] arguments = { first.url(), String.valueOf(calls), kind, String.valueOf(threads) };
		CompletableFuture<Restart> restarting = CompletableFuture.supplyAsync(() -> restart(first, api));
		String all = OwnJvm.run(memory, Endurance.class, arguments);
		String output = all.substring(all.indexOf("outcomes"));
		System.out.println(threads + " " + kind + " threads: " + output + " kB, time asked " + api.times()
				+ " times, tokens " + api.tokens());
		Restart restart = restarting.get();
		restart.server().close();
		Map<String, Integer> outcomes = outcomes(output);
		assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(calls);
		assertThat(outcomes.keySet()).isSubsetOf(Set.of("right", "ResourceAccessException"));
		// A connection that nobody used may be found to be closed by the next call on it.
		List<Span> failures = failures(all.substring(all.lastIndexOf("failures [")));
		assertThat(failures).hasSize(outcomes.getOrDefault("ResourceAccessException", 0));
		assertThat(failures.stream().filter((failure) -> !failure.overlaps(restart.away())))
			.hasSizeLessThanOrEqualTo(CONNECTIONS);
		assertThat(api.times()).isGreaterThanOrEqualTo(3);
		assertThat(api.tokens()).isGreaterThanOrEqualTo(2);
		List<Integer> heap = heap(output);
		assertThat(heap.get(3)).isLessThan(heap.get(0) * 5 / 4);
	}

	private static Restart restart(LoopbackServer server, RestlessApi api) {
		try {
			api.awaitThreeQuarters();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		long begin = System.currentTimeMillis();
		server.close();
		LoopbackServer second = LoopbackServer.start(server.port(), api);
		return new Restart(second, new Span(begin, System.currentTimeMillis()));
	}

	private static List<Span> failures(String output) {
		return Pattern.compile("(\\d+)-(\\d+)")
			.matcher(output)
			.results()
			.map((match) -> new Span(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
			.toList();
	}

	private static Map<String, Integer> outcomes(String output) {
		Map<String, Integer> outcomes = new TreeMap<>();
		Pattern.compile("([\\w ]+)=(\\d+)")
			.matcher(output)
			.results()
			.forEach((match) -> outcomes.put(match.group(1).trim(), Integer.valueOf(match.group(2))));
		return outcomes;
	}

	private static List<Integer> heap(String output) {
		String heap = output.substring(output.lastIndexOf('['));
		Stream<MatchResult> figures = Pattern.compile("\\d+").matcher(heap).results();
		return figures.map((figure) -> Integer.valueOf(figure.group())).toList();
	}

	/**
	 * Server that came after another, and the time when there was none.
	 */
	private record Restart(LoopbackServer server, Span away) {
	}

	/**
	 * Time from one millisecond since the epoch to another, both included.
	 */
	private record Span(long begin, long end) {

		boolean overlaps(Span other) {
			return this.begin <= other.end && other.begin <= this.end;
		}

	}

}
