package io.github.ovhspring.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link OvhClient#getAll} and {@link OvhClient#getAllSettled}.
 */
@Timeout(120)
class GetAllTests {

	private final LoopbackServer server = LoopbackServer.start(new SigningApi(GetAllTests::id));

	private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

	private final CountDownLatch end = new CountDownLatch(1);

	private final ExecutorService callers = Executors.newCachedThreadPool();

	private final OvhClient client = builder().build();

	private OvhClient.Builder builder() {
		return TestClients.builder(this.server).configureRestClient((builder) -> builder.requestInterceptor(watch()));
	}

	private ClientHttpRequestInterceptor watch() {
		return (request, body, execution) -> {
			if (!request.getURI().getPath().endsWith("/auth/time")) {
				this.threads.add(Thread.currentThread());
			}
			return execution.execute(request, body);
		};
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.callers.shutdownNow();
		this.server.close();
	}

	private void answer(Function<Call, Reply> handler) {
		this.server.answer(new SigningApi(handler));
	}

	private static Reply id(Call call) {
		return Reply.json("\"" + lastSegment(call) + "\"");
	}

	private static String lastSegment(Call call) {
		return call.target().substring(call.target().lastIndexOf('/') + 1);
	}

	private Reply hang() {
		await(this.end);
		return Reply.NOTHING;
	}

	private static void await(CountDownLatch latch) {
		assertThat(await(latch, 60_000)).isTrue();
	}

	private static boolean await(CountDownLatch latch, long milliseconds) {
		try {
			return latch.await(milliseconds, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private List<Call> sent() {
		return this.server.calls("/1.0/me/bill");
	}

	private static List<Integer> numbers(int count) {
		return IntStream.range(0, count).boxed().toList();
	}

	@Test
	void shouldAnswerInTheOrderOfTheIds() {
		List<Integer> ids = numbers(100);
		assertThat(this.client.getAll("/me/bill/{id}", ids, Integer.class)).isEqualTo(ids);
		assertThat(sent()).hasSize(100).allSatisfy((call) -> assertThat(call.method()).isEqualTo("GET"));
	}

	@Test
	void shouldFillThePlaceholderAsASingleCallDoes() {
		Set<String> ids = new TreeSet<>(List.of("192.0.2.0/24", "é"));
		assertThat(this.client.getAll("/v1/me/bill/{any}?a=b", ids, String.class)).hasSize(2);
		assertThat(this.server.calls("/v1/me")).extracting(Call::target)
			.containsExactlyInAnyOrder("/v1/me/bill/192.0.2.0%2F24?a=b", "/v1/me/bill/%C3%A9?a=b");
	}

	@Test
	void whenThereIsNoIdThenSendsNothing() {
		assertThat(this.client.getAll("/me/bill/{id}", List.of(), String.class)).isEmpty();
		assertThat(this.client.getAllSettled("/me/bill/{id}", List.of(), String.class)).isEmpty();
		assertThat(this.server.calls()).isEmpty();
	}

	@Test
	void whenIdsComeTwiceThenAsksOnce() {
		List<Object> ids = List.of("1", 2, "2", 1L, "1");
		assertThat(this.client.getAll("/me/bill/{id}", ids, Integer.class)).containsExactly(1, 2, 2, 1, 1);
		assertThat(sent()).hasSize(2);
		assertThat(this.client.getAllSettled("/me/bill/{id}", ids, Integer.class)).containsExactly(
				new OvhResult<>("1", 1, null), new OvhResult<>(2, 2, null), new OvhResult<>("2", 2, null),
				new OvhResult<>(1L, 1, null), new OvhResult<>("1", 1, null));
		assertThat(sent()).hasSize(4);
	}

	@ParameterizedTest
	@CsvSource({ "/me/bill, must have one placeholder", "/me/{a}/{b}, must have one placeholder",
			"/me/{id, has a placeholder without", "me/{id}, must start with", "/me/../{id}, must not have a segment" })
	void whenPathHasNotOnePlaceholderThenSendsNothing(String path, String message) {
		for (List<String> ids : List.of(List.<String>of(), List.of("a"))) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.client.getAll(path, ids, String.class))
				.withMessageContainingAll("'" + path + "'", message);
			assertThatIllegalArgumentException().isThrownBy(() -> this.client.getAllSettled(path, ids, String.class));
		}
		assertThat(this.server.calls()).isEmpty();
	}

	@Test
	void whenAnIdMakesNoPathThenSendsNothing() {
		for (String id : Arrays.asList("", null, "..")) {
			List<String> ids = Arrays.asList("a", "b", id);
			assertThatIllegalArgumentException()
				.isThrownBy(() -> this.client.getAll("/me/bill/{id}", ids, String.class))
				.withMessageContaining("'/me/bill/{id}'");
			assertThatIllegalArgumentException()
				.isThrownBy(() -> this.client.getAllSettled("/me/bill/{id}", ids, String.class));
		}
		OvhClient elsewhere = OvhClient.builder().endpoint("kimsufi-eu").build();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> elsewhere.getAllSettled("/v2/x/{id}", List.of("a"), String.class))
			.withMessageContaining("has no version 2");
		assertThat(this.server.calls()).isEmpty();
	}

	@Test
	void whenACallFailsThenThrowsWhatItThrewAndSendsNoMore() {
		answer((call) -> lastSegment(call).equals("3") ? Reply.error(403, "{\"message\":\"no\"}") : hang());
		OvhClient client = builder().concurrency(4).build();
		OvhApiException ex = catchThrowableOfType(OvhApiException.Forbidden.class,
				() -> client.getAll("/me/bill/{id}", numbers(100), Integer.class));
		assertThat(ex).hasMessageStartingWith("GET /me/bill/{id}: 403").hasNoCause();
		assertThat(ex.getStackTrace()).extracting(StackTraceElement::getClassName).doesNotContain(getClass().getName());
		assertThat(ex.getSuppressed()).singleElement()
			.satisfies((waiter) -> assertThat(waiter.getStackTrace()).extracting(StackTraceElement::getClassName)
				.contains(getClass().getName()));
		Awaitility.await().untilAsserted(() -> assertThat(this.threads).noneMatch(Thread::isAlive));
		assertThat(this.threads).hasSizeLessThanOrEqualTo(4);
		// One for each thread, but for a call that was interrupted on its way.
		assertThat(sent()).hasSizeLessThanOrEqualTo(this.threads.size());
	}

	@Test
	void whenACallFailsBeforeAllAreStartedThenStartsNoMore() {
		CountDownLatch half = new CountDownLatch(51);
		AtomicReference<Thread> failed = new AtomicReference<>();
		OvhClient client = builder().concurrency(100).taskDecorator((task) -> {
			half.countDown();
			if (half.getCount() == 0) {
				Awaitility.await().until(() -> failed.get() != null && !failed.get().isAlive());
			}
			return task;
		}).configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
			if (request.getURI().getPath().endsWith("/3")) {
				await(half);
				failed.set(Thread.currentThread());
				throw new IllegalStateException("three");
			}
			return execution.execute(request, body);
		})).build();
		answer((call) -> hang());
		assertThatIllegalStateException().isThrownBy(() -> client.getAll("/me/bill/{id}", numbers(100), Integer.class))
			.withMessage("three");
		assertThat(this.threads).hasSizeLessThanOrEqualTo(50);
	}

	@Test
	void whenACallIsAnErrorThenThrowsIt() {
		OvhClient client = builder()
			.configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
				throw new StackOverflowError();
			}))
			.build();
		assertThatExceptionOfType(StackOverflowError.class)
			.isThrownBy(() -> client.getAll("/me/bill/{id}", numbers(3), Integer.class));
		assertThatExceptionOfType(StackOverflowError.class)
			.isThrownBy(() -> client.getAllSettled("/me/bill/{id}", numbers(3), Integer.class));
	}

	@Test
	void whenCallsAreSettledThenTellsOfEach() {
		answer((call) -> switch (lastSegment(call)) {
			case "1" -> Reply.error(404, "{\"message\":\"gone\"}");
			case "2" -> Reply.json("null");
			case "3" -> Reply.NOTHING;
			default -> id(call);
		});
		List<OvhResult<Integer>> results = this.client.getAllSettled("/me/bill/{id}", numbers(5), Integer.class);
		assertThat(results).extracting(OvhResult::id).containsExactly(0, 1, 2, 3, 4);
		assertThat(results).extracting(OvhResult::isSuccess).containsExactly(true, false, false, false, true);
		assertThat(results).extracting(OvhResult::value).containsExactly(0, null, null, null, 4);
		assertThat(results.get(1).failure()).isInstanceOf(OvhApiException.NotFound.class);
		assertThat(results.get(2).failure()).isInstanceOf(OvhApiException.UnreadableResponse.class);
		assertThat(results.get(3).failure()).isInstanceOf(ResourceAccessException.class);
		assertThat(results.get(4).orElseThrow()).isEqualTo(4);
		assertThat(catchThrowable(() -> results.get(1).orElseThrow())).isSameAs(results.get(1).failure());
	}

	@Test
	void whenAResultHasBothOrNeitherThenRefusesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> new OvhResult<>("x", null, null))
			.withMessage("The result for id 'x' must have either a value or a failure");
		assertThatIllegalArgumentException().isThrownBy(() -> new OvhResult<>("x", 1, new IllegalStateException("no")));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 16 })
	void shouldHaveNoMoreInFlightThanMayBe(int concurrency) {
		AtomicInteger inFlight = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch full = new CountDownLatch(concurrency);
		answer((call) -> {
			most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
			full.countDown();
			await(full);
			inFlight.decrementAndGet();
			return id(call);
		});
		OvhClient client = builder().concurrency(concurrency).build().mutate().build();
		assertThat(client.getAll("/me/bill/{id}", numbers(100), Integer.class)).isEqualTo(numbers(100));
		assertThat(most).hasValue(concurrency);
	}

	@Test
	void whenConcurrencyIsNothingThenRefusesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhClient.builder().concurrency(0))
			.withMessage("Concurrency 0 must be at least 1");
	}

	@Test
	void shouldCallOnDaemonThreadsThatEndWithTheCall() {
		this.client.getAll("/me/bill/{id}", numbers(20), Integer.class);
		assertThat(this.threads).hasSize(20).allSatisfy((thread) -> {
			assertThat(thread.getName()).matches("ovh-\\d+");
			assertThat(thread.isDaemon()).isTrue();
		});
		Awaitility.await().untilAsserted(() -> assertThat(this.threads).noneMatch(Thread::isAlive));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "skipped: no virtual threads below Java 21")
	void whenThreadsAreVirtualThenCallsOnThem() {
		OvhClient client = builder().virtualThreads(true).build().mutate().build();
		client.getAll("/me/bill/{id}", numbers(20), Integer.class);
		assertThat(this.threads).hasSize(20).allSatisfy((thread) -> {
			assertThat(thread.getName()).matches("ovh-\\d+");
			assertThat(thread.toString()).startsWith("VirtualThread");
		});
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "skipped: there are virtual threads")
	void whenThereAreNoVirtualThreadsThenSaysSo() {
		OvhClient.Builder builder = builder().virtualThreads(true);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(builder::build)
			.withMessage("Virtual threads not supported on JDK <21");
	}

	@Test
	void whenOthersHaveAllThreadsThenCallsOnItsOwn() throws Exception {
		CountDownLatch two = new CountDownLatch(2);
		CountDownLatch go = new CountDownLatch(1);
		answer((call) -> {
			if (call.target().contains("/slow/")) {
				two.countDown();
				await(go);
			}
			return id(call);
		});
		OvhClient client = builder().concurrency(2).build();
		Future<List<Integer>> slow = this.callers
			.submit(() -> client.getAll("/me/bill/slow/{id}", numbers(4), Integer.class));
		await(two);
		this.threads.clear();
		OvhClient customer = client.withConsumerKey(SigningApi.CONSUMER_KEY);
		assertThat(customer.getAll("/me/bill/{id}", numbers(10), Integer.class)).isEqualTo(numbers(10));
		assertThat(this.threads).hasSize(10).containsOnly(Thread.currentThread());
		List<Integer> one = numbers(1);
		assertThat(customer.getAllSettled("/me/bill/x/{id}", one, Integer.class)).hasSize(1);
		go.countDown();
		assertThat(slow.get()).isEqualTo(numbers(4));
		this.threads.clear();
		client.getAll("/me/bill/{id}", numbers(2), Integer.class);
		assertThat(this.threads).doesNotContain(Thread.currentThread());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 16 })
	void whenACallAsksForMoreThenThatEndsToo(int concurrency) {
		AtomicReference<OvhClient> self = new AtomicReference<>();
		OvhClient client = builder().concurrency(concurrency)
			.configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
				String path = request.getURI().getPath();
				for (String[] next : new String[][] { { "/outer/", "/me/bill/middle/{id}" },
						{ "/middle/", "/me/bill/inner/{id}" } }) {
					if (path.contains(next[0])) {
						assertThat(self.get().getAll(next[1], numbers(5), Integer.class)).isEqualTo(numbers(5));
					}
				}
				return execution.execute(request, body);
			}))
			.build();
		self.set(client);
		assertThat(client.getAll("/me/bill/outer/{id}", numbers(5), Integer.class)).isEqualTo(numbers(5));
		assertThat(sent()).hasSize(5 + 25 + 125);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenCallerIsInterruptedThenEndsAllAndStaysInterrupted(boolean settled) throws Exception {
		CountDownLatch arrived = new CountDownLatch(4);
		answer((call) -> {
			arrived.countDown();
			return hang();
		});
		OvhClient client = builder().concurrency(4).build();
		AtomicBoolean interrupted = new AtomicBoolean();
		Future<Throwable> result = interruptedIn(() -> getAll(client, settled), interrupted, arrived);
		assertThat(result.get()).isInstanceOf(ResourceAccessException.class)
			.hasMessage("Interrupted while waiting for the answers to GET /me/bill/{id}");
		assertThat(interrupted).isTrue();
		Awaitility.await().untilAsserted(() -> assertThat(this.threads).noneMatch(Thread::isAlive));
		assertThat(sent()).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenCallerIsInterruptedInItsOwnCallThenEndsAllAndStaysInterrupted(boolean settled) throws Exception {
		CountDownLatch slow = new CountDownLatch(1);
		CountDownLatch own = new CountDownLatch(1);
		answer((call) -> {
			(call.target().contains("/slow/") ? slow : own).countDown();
			return hang();
		});
		OvhClient client = builder().concurrency(1).build();
		this.callers.submit(() -> client.getAll("/me/bill/slow/{id}", numbers(1), Integer.class));
		await(slow);
		AtomicBoolean interrupted = new AtomicBoolean();
		Future<Throwable> result = interruptedIn(() -> getAll(client, settled), interrupted, own);
		assertThat(result.get()).isInstanceOf(ResourceAccessException.class);
		assertThat(interrupted).isTrue();
		assertThat(sent()).hasSize(2);
	}

	@Test
	void whenCallerIsInterruptedAlreadyThenSendsNothing() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ResourceAccessException.class)
			.isThrownBy(() -> this.client.getAll("/me/bill/{id}", numbers(3), Integer.class));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.server.calls()).isEmpty();
	}

	private static void getAll(OvhClient client, boolean settled) {
		if (settled) {
			client.getAllSettled("/me/bill/{id}", numbers(10), Integer.class);
		}
		else {
			client.getAll("/me/bill/{id}", numbers(10), Integer.class);
		}
	}

	private Future<Throwable> interruptedIn(Runnable task, AtomicBoolean interrupted, CountDownLatch when) {
		AtomicReference<Thread> caller = new AtomicReference<>();
		Future<Throwable> result = this.callers.submit(() -> {
			caller.set(Thread.currentThread());
			Throwable thrown = catchThrowable(task::run);
			interrupted.set(Thread.interrupted());
			return thrown;
		});
		await(when);
		caller.get().interrupt();
		return result;
	}

	@Test
	void shouldCarryTheContextOfTheCaller() {
		ThreadLocal<String> context = new ThreadLocal<>();
		List<Runnable> left = new ArrayList<>();
		OvhClient client = TestClients.builder(this.server).taskDecorator((task) -> {
			String value = context.get();
			return () -> {
				context.set(value);
				task.run();
				left.add(task);
			};
		}).configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
			request.getHeaders().set("X-Context", String.valueOf(context.get()));
			return execution.execute(request, body);
		})).concurrency(1).build().mutate().build();
		context.set("mine");
		client.getAll("/me/bill/{id}", numbers(20), Integer.class);
		assertThat(sent()).hasSize(20).allSatisfy((call) -> assertThat(call.header("X-Context")).isEqualTo("mine"));
		assertThat(left).hasSize(1);
	}

	@Test
	void whenContextCannotBeTakenThenThrowsThatAndStartsNothing() {
		AtomicBoolean broken = new AtomicBoolean(true);
		OvhClient client = builder().concurrency(1).taskDecorator((task) -> {
			if (broken.get()) {
				throw new IllegalStateException("broken");
			}
			return task;
		}).build();
		assertThatIllegalStateException().isThrownBy(() -> client.getAll("/me/bill/{id}", numbers(3), Integer.class))
			.withMessage("broken");
		assertThat(this.server.calls()).isEmpty();
		broken.set(false);
		client.getAll("/me/bill/{id}", numbers(3), Integer.class);
		assertThat(this.threads).doesNotContain(Thread.currentThread());
	}

	@Test
	void whenDecoratorDropsItsTaskThenSaysSo() {
		OvhClient client = builder().taskDecorator((task) -> () -> {
		}).build();
		assertThatIllegalStateException().isThrownBy(() -> client.getAll("/me/bill/{id}", numbers(3), Integer.class))
			.withMessage("Calls were not sent: a task decorator has to run the task that it decorates");
	}

}
