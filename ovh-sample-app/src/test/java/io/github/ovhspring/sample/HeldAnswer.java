package io.github.ovhspring.sample;

import java.util.concurrent.CountDownLatch;

import io.github.ovhspring.test.OvhSimulator;

/**
 * Answer of the simulated API that is not sent before a test lets it go, so that there is
 * time to look at what is shown meanwhile.
 */
public final class HeldAnswer implements AutoCloseable {

	private final CountDownLatch released = new CountDownLatch(1);

	private HeldAnswer() {
	}

	public static HeldAnswer of(OvhSimulator ovh, String method, String url) {
		HeldAnswer answer = new HeldAnswer();
		ovh.wireMockServer().addMockServiceRequestListener((request, response) -> {
			if (request.getMethod().value().equals(method) && request.getUrl().equals(url)) {
				answer.await();
			}
		});
		return answer;
	}

	private void await() {
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	public void release() {
		this.released.countDown();
	}

	/** Let the answer go, should the test have failed before. */
	@Override
	public void close() {
		release();
	}

}
