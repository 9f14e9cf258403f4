package io.github.ovhspring.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.OwnJvm;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link OvhRequest#stream}, which walks lists that come in pages.
 */
class StreamTests {

	private static final String NEXT = "X-Pagination-Cursor-Next: ";

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	private final OvhClient client = TestClients.client(this.server);

	@AfterEach
	void stop() {
		this.server.close();
	}

	/** Answer page by page: the cursor of page 2 is "2", and so on. */
	private void pages(String... bodies) {
		answer((number) -> (number < bodies.length) ? page(bodies[number - 1], String.valueOf(number + 1))
				: Reply.json(bodies[number - 1]));
	}

	private void answer(IntFunction<Reply> pages) {
		this.server.answer(new SigningApi((call) -> pages.apply(number(call))));
	}

	private static int number(Call call) {
		String cursor = call.header("X-Pagination-Cursor");
		return (cursor != null) ? Integer.parseInt(cursor) : 1;
	}

	private static Reply page(String body, String next) {
		return Reply.of(200, "application/json", body, NEXT + next);
	}

	private List<Call> sent() {
		return this.server.calls().stream().filter((call) -> !call.target().endsWith("/auth/time")).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v2/iam/policy", "/cloud/project/x/kube/y/node" })
	void shouldWalkAllPages(String path) {
		pages("[1,2]", "[3,4]", "[5]");
		List<Integer> elements = this.client.get(path)
			.query("a", "b c")
			.header("X-Schemas-Version", "1.0")
			.pageSize(2)
			.stream(Integer.class)
			.toList();
		assertThat(elements).containsExactly(1, 2, 3, 4, 5);
		assertThat(sent()).hasSize(3).allSatisfy((call) -> {
			assertThat(call.method()).isEqualTo("GET");
			assertThat(call.target()).endsWith(path + "?a=b%20c");
			assertThat(call.header("X-Schemas-Version")).isEqualTo("1.0");
			assertThat(call.header("X-Pagination-Size")).isEqualTo("2");
			assertThat(call.header("X-Ovh-Signature")).isNotNull();
		});
		assertThat(sent()).extracting((call) -> call.header("X-Pagination-Cursor")).containsExactly(null, "2", "3");
	}

	@Test
	void whenCallHasABodyThenSendsItWithEachPage() {
		pages("[1]", "[2]");
		assertThat(this.client.post("/v2/x").body(Map.of("a", 1)).stream(Integer.class)).containsExactly(1, 2);
		assertThat(sent()).extracting(Call::text).containsExactly("{\"a\":1}", "{\"a\":1}");
		assertThat(sent()).noneSatisfy((call) -> assertThat(call.headers()).containsKey("X-Pagination-Size"));
	}

	@Test
	void whenListIsNotPagedThenIsOnePage() {
		this.server.answer(Reply.json("[\"a\",\"b\"]"));
		assertThat(this.client.get("/me/bill").stream(String.class)).containsExactly("a", "b");
	}

	@Test
	void whenWalkBeginsAtACursorThenGoesOnFromThere() {
		pages("[1]", "[2]", "[3]");
		assertThat(this.client.get("/v2/x").header("X-Pagination-Cursor", "2").stream(Integer.class)).containsExactly(2,
				3);
	}

	@Test
	void whenNoElementIsAskedForThenSendsNothing() {
		Stream<Integer> stream = this.client.get("/v2/x").pageSize(2).stream(Integer.class).map((i) -> i + 1);
		assertThat(stream.iterator()).isNotNull();
		assertThat(this.server.calls()).isEmpty();
	}

	@Test
	void whenNoMoreThanAPageIsAskedForThenSendsOneCall() {
		pages("[1,2]", "[3,4]");
		assertThat(this.client.get("/v2/x").stream(Integer.class).limit(2)).containsExactly(1, 2);
		assertThat(this.client.get("/v2/x").stream(Integer.class).parallel().limit(2).toList()).containsExactly(1, 2);
		assertThat(this.client.get("/v2/x").stream(Integer.class).filter((i) -> i == 2).findFirst()).contains(2);
		assertThat(Stream.of("/v2/x").flatMap((path) -> this.client.get(path).stream(Integer.class)).limit(2))
			.containsExactly(1, 2);
		assertThat(sent()).hasSize(4).allSatisfy((call) -> assertThat(number(call)).isOne());
	}

	@Test
	void shouldAskForAPageWhenItsFirstElementIs() {
		pages("[1,2]", "[3]");
		Iterator<Integer> elements = this.client.get("/v2/x").stream(Integer.class).iterator();
		assertThat(List.of(elements.next(), elements.next())).containsExactly(1, 2);
		assertThat(sent()).hasSize(1);
		assertThat(elements.next()).isEqualTo(3);
		assertThat(sent()).hasSize(2);
		assertThat(elements).isExhausted();
		assertThat(sent()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]" })
	void whenPageIsEmptyButHasACursorThenGoesOn(String nothing) {
		pages(nothing, "[1]", nothing, nothing, "[2]", nothing);
		assertThat(this.client.get("/v2/x").stream(Integer.class)).containsExactly(1, 2);
		assertThat(sent()).hasSize(6);
	}

	@Test
	void whenThereIsNothingThenIsEmpty() {
		this.server.answer(Reply.empty(204));
		assertThat(this.client.get("/v2/x").stream(Integer.class)).isEmpty();
	}

	@Test
	void whenCursorIsEmptyThenEnds() {
		answer((number) -> page("[1]", ""));
		assertThat(this.client.get("/v2/x").stream(Integer.class)).containsExactly(1);
	}

	@Test
	void whenElementsAreNullThenSoAreThoseOfTheStream() {
		pages("[null,1]", "[null]");
		List<Integer> elements = new ArrayList<>();
		this.client.get("/v2/x").stream(Integer.class).forEach(elements::add);
		assertThat(elements).containsExactly(null, 1, null);
	}

	@Test
	void whenAPageIsItsOwnNextThenIsUnreadable() {
		answer((number) -> page("[" + number + "]", "2"));
		List<Integer> elements = new ArrayList<>();
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/v2/x").stream(Integer.class).forEach(elements::add))
			.withMessageStartingWith(
					"GET /v2/x (page 2): 200 OK, but the cursor of the next page has been there before: "
							+ "the list would never end");
		assertThat(elements).containsExactly(1);
		assertThat(sent()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "0, 2", "0, 3", "0, 100", "1, 2", "5, 3", "50, 7", "7, 50", "64, 64" })
	void whenCursorsGoInACircleThenIsUnreadable(int before, int circle) {
		int last = before + circle;
		answer((number) -> page("[" + number + "]", String.valueOf((number < last) ? number + 1 : before + 1)));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/v2/x").stream(Integer.class).forEach((element) -> {
			}))
			.withMessageContaining("has been there before");
		assertThat(sent()).hasSizeLessThanOrEqualTo(3 * last + 1);
	}

	@Test
	void whenAPageFailsThenSaysWhichAndKeepsAllThatTheApiSays() {
		answer((number) -> (number < 3) ? page("[" + number + "]", String.valueOf(number + 1)) : Reply.error(403,
				"""
						{"class":"Client::Forbidden","message":"no","details":{"unauthorizedActionsByIAM":"x:get","a":"b"}}"""));
		List<Integer> elements = new ArrayList<>();
		OvhApiException ex = catchThrowableOfType(OvhApiException.Forbidden.class,
				() -> this.client.get("/v2/x/{id}", "secret").stream(Integer.class).forEach(elements::add));
		assertThat(elements).containsExactly(1, 2);
		assertThat(ex).hasMessage("GET /v2/x/{id} (page 3): 403 Client::Forbidden \"no\" (missing IAM actions: x:get)"
				+ " (X-Ovh-QueryID: EU.ext-3.1234)");
		assertThat(ex.path()).isEqualTo("/v2/x/{id}");
		assertThat(ex.details()).containsEntry("a", "b");
		assertThat(ex.queryId()).isEqualTo("EU.ext-3.1234");
	}

	@Test
	void whenAPageCannotBeReadThenSaysWhich() {
		pages("[1]", "{}");
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/v2/x").stream(Integer.class).toList())
			.withMessageStartingWith("GET /v2/x (page 2): 200 OK, but the answer cannot be read as ");
		answer((number) -> Reply.truncated(200, "[1", 100));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/v2/x").stream(Integer.class).toList())
			.withMessageStartingWith("GET /v2/x (page 1): 200 OK after 3 attempts, but the answer is not whole: ");
	}

	@Test
	void whenPageSizeIsNothingThenRefusesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.get("/v2/x").pageSize(0))
			.withMessage("Page size 0 must be at least 1");
	}

	@Test
	void whenOnePageIsAskedForThenSendsItsSize() {
		pages("[1]", "[2]");
		assertThat(this.client.get("/v2/x").pageSize(7).pageSize(1).asList(Integer.class)).containsExactly(1);
		assertThat(this.server.lastCall().header("X-Pagination-Size")).isEqualTo("1");
	}

	@Test
	void shouldWalkAMillionElementsInConstantMemory() throws Exception {
		int size = 1000;
		String[] pages = new String[10];
		for (int i = 0; i < pages.length; i++) {
			int start = i * size;
			pages[i] = IntStream.range(start, start + size)
				.mapToObj((element) -> "\"urn:v1:eu:resource:" + element + "\"")
				.collect(Collectors.joining(",", "[", "]"));
		}
		answer((number) -> {
			String body = pages[number % pages.length];
			return (number < 1000) ? page(body, String.valueOf(number + 1)) : Reply.json(body);
		});
		assertThat(OwnJvm.run("-Xmx32m", SmallHeap.class, this.server.url())).isEqualTo("1000000");
	}

	/**
	 * Counts the elements of a list in a JVM that could not hold them all.
	 */
	static final class SmallHeap {

		private SmallHeap() {
		}

		public static void main(String[] arguments) {
			OvhClient client = OvhClient.builder()
				.endpoint(arguments[0])
				.credentials(TestClients.CREDENTIALS)
				.requestFactoryBuilder(TestClients.transport("jdk"))
				.build();
			System.out.println(client.get("/v2/iam/resource").pageSize(1000).stream(String.class).count());
		}

	}

}
