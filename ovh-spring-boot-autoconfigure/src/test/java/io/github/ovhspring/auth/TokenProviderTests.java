package io.github.ovhspring.auth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.ovhspring.auth.OvhCredentials.ServiceAccount;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.is;

/**
 * Tests for {@link TokenProvider}.
 */
@ExtendWith(OutputCaptureExtension.class)
class TokenProviderTests {

	private static final ServiceAccount ACCOUNT = OvhCredentials.serviceAccount("id", "secret");

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

	private final AtomicInteger requests = new AtomicInteger();

	private volatile Duration lifetime = Duration.ofHours(1);

	private volatile boolean failing;

	private volatile CountDownLatch answer = new CountDownLatch(0);

	private final TokenProvider tokens = new TokenProvider(this::request, this.nanoTime::get);

	private AccessTokenResponse request(ServiceAccount account) {
		int number = this.requests.incrementAndGet();
		try {
			this.answer.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		if (this.failing) {
			throw new IllegalStateException("no token");
		}
		return new AccessTokenResponse(account.clientId() + number, this.lifetime);
	}

	private String token() {
		return this.tokens.token(ACCOUNT).value();
	}

	private void pass(Duration time) {
		this.nanoTime.addAndGet(time.toNanos());
	}

	@Test
	void shouldKeepATokenUntilFourMinutesBeforeItsEnd() {
		assertThat(token()).isEqualTo("id1");
		pass(Duration.ofMinutes(56).minusNanos(1));
		assertThat(token()).isEqualTo("id1");
		pass(Duration.ofNanos(1));
		assertThat(token()).isEqualTo("id2");
		assertThat(token()).isEqualTo("id2");
	}

	@Test
	void whenLifeIsShortThenRenewsATenthBeforeItsEnd() {
		this.lifetime = Duration.ofSeconds(100);
		assertThat(token()).isEqualTo("id1");
		pass(Duration.ofSeconds(89));
		assertThat(token()).isEqualTo("id1");
		pass(Duration.ofSeconds(1));
		assertThat(token()).isEqualTo("id2");
	}

	@Test
	void whileOneThreadRenewsThenTheOthersGoOnWithTheOldToken() throws Exception {
		token();
		pass(Duration.ofMinutes(58));
		this.answer = new CountDownLatch(1);
		CompletableFuture<String> renewal = CompletableFuture.supplyAsync(this::token,
				(task) -> new Thread(task).start());
		Awaitility.await().untilAtomic(this.requests, is(2));
		assertThat(token()).isEqualTo("id1");
		this.answer.countDown();
		assertThat(renewal.get()).isEqualTo("id2");
		assertThat(token()).isEqualTo("id2");
	}

	@Test
	void whenRenewalFailsThenGoesOnWithTheOldTokenUntilItsEnd(CapturedOutput output) {
		token();
		this.failing = true;
		pass(Duration.ofMinutes(57));
		assertThat(token()).isEqualTo("id1");
		assertThat(token()).isEqualTo("id1");
		assertThat(this.requests).hasValue(2);
		pass(Duration.ofSeconds(10));
		assertThat(token()).isEqualTo("id1");
		assertThat(this.requests).hasValue(3);
		assertThat(output).contains("could not be renewed").contains("no token").doesNotContain("secret");
		pass(Duration.ofMinutes(3));
		assertThatIllegalStateException().isThrownBy(this::token).withMessage("no token");
		this.failing = false;
		assertThat(token()).isEqualTo("id5");
	}

	@Test
	void whenTokenIsDiscardedThenAsksForAnother() {
		TokenProvider.Token token = this.tokens.token(ACCOUNT);
		assertThat(token).hasToString("token of service account id…");
		this.tokens.discard(token);
		this.tokens.discard(token);
		assertThat(token()).isEqualTo("id2");
	}

	@Test
	void whenTheAccountChangesThenAsksForItsOwnToken() {
		token();
		assertThat(this.tokens.token(OvhCredentials.serviceAccount("other", "secret")).value()).isEqualTo("other2");
	}

	@Test
	void whenManyThreadsNeedATokenAtOnceThenAsksOnce() throws Exception {
		this.answer = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(100);
		try {
			List<Future<String>> results = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				results.add(threads.submit(this::token));
			}
			Awaitility.await().untilAtomic(this.requests, is(1));
			this.answer.countDown();
			for (Future<String> result : results) {
				assertThat(result.get()).isEqualTo("id1");
			}
			assertThat(this.requests).hasValue(1);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void shouldPrintNoToken() {
		assertThat(new AccessTokenResponse("hush", Duration.ofHours(1)))
			.hasToString("AccessTokenResponse[lifetime=PT1H]");
	}

}
