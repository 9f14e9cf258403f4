package io.github.ovhspring.security;

import java.net.URI;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhRequest;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is signed is what is sent, to the byte, whatever path, query and body: the server
 * checks the signature over the raw request line and the raw body. With
 * {@code -Dfuzz.calls=100000} it is thorough, as in {@code .ci/run-fuzz}; with
 * {@code -Dfuzz.seed=…} it repeats a run from one of its calls on.
 */
class SignedTextTests {

	private static final int CALLS = Integer.getInteger("fuzz.calls", 4000);

	private static final long SEED = Long.getLong("fuzz.seed", new SplittableRandom().nextLong());

	private static final String LITERALS = "abcXYZ019-._~!$&'()*+,;=:@/%[]|^\\? <>\"`}é日\u0000\r\n\t";

	private final LoopbackServer server = LoopbackServer.start(0, new SigningApi((call) -> Reply.json(call(call))));

	private static String call(Call call) {
		return "\"" + call.method() + call.body().length + "\"";
	}

	@ParameterizedTest
	@EnumSource
	void whatIsSignedIsWhatIsSent(Transport transport) {
		// Most of them by the fastest: what is signed is made before they come into it.
		int calls = CALLS / 10 * ((transport == Transport.HTTP_COMPONENTS) ? 6 : 1);
		transport.runner(this.server).run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			long refused = IntStream.range(0, calls)
				.parallel()
				.filter((call) -> isRefused(client, SEED + call))
				.count();
			assertThat(refused).as("seed %d", SEED).isLessThan(calls / 2);
		});
		this.server.close();
	}

	private static boolean isRefused(OvhClient client, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		String path = "/" + literal(random) + "/{value}/" + literal(random);
		try {
			boolean post = random.nextInt(3) == 0;
			OvhRequest request = client.method(post ? HttpMethod.POST : HttpMethod.GET, path, text(random));
			random.ints(random.nextInt(3)).forEach((any) -> request.query(text(random), any, text(random)));
			String answer = (post ? body(random, request) : request).as(String.class);
			assertThat(answer).isNotEmpty();
			return false;
		}
		catch (IllegalArgumentException ex) {
			// A path such as '/a/../b'.
			return true;
		}
		catch (RuntimeException ex) {
			throw new AssertionError("-Dfuzz.seed=" + seed + ": " + path, ex);
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenTheQueryIsEmptyThenItsQuestionMarkIsNeitherSignedNorSent(Transport transport) {
		LoopbackServer keeping = LoopbackServer.start(new SigningApi((call) -> Reply.json("1")));
		transport.runner(keeping).run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			client.get("/thing?").send();
			assertThat(keeping.lastCall().target()).isEqualTo("/1.0/thing");
			client.restClient().get().uri(URI.create(keeping.url() + "/other?")).retrieve().toBodilessEntity();
			assertThat(keeping.lastCall().target()).isEqualTo("/1.0/other");
			client.get("/thing?a?").send();
			assertThat(keeping.lastCall().target()).isEqualTo("/1.0/thing?a?");
		});
		keeping.close();
	}

	private static OvhRequest body(RandomGenerator random, OvhRequest request) {
		return switch (random.nextInt(4)) {
			case 0 -> request.body(Map.of(text(random), text(random)));
			case 1 -> request.body(text(random));
			case 2 -> request.body(URI.create("https://example.com/" + random.nextInt()));
			default -> request;
		};
	}

	private static String literal(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		random.ints(random.nextInt(12), 0, LITERALS.length()).forEach((i) -> text.append(LITERALS.charAt(i)));
		return text.toString();
	}

	private static String text(RandomGenerator random) {
		StringBuilder text = new StringBuilder("x");
		int limit = (random.nextInt(3) == 0) ? 0xD800 : 0x180;
		random.ints(random.nextInt(20), 0, limit).forEach(text::appendCodePoint);
		return text.toString();
	}

}
