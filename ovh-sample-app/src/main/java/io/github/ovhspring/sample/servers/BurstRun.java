package io.github.ovhspring.sample.servers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Activation of network burst for several servers, some of them at once. One that fails
 * does not stop the rest.
 *
 * @param datacenter the data centre of the servers
 * @param steps the servers
 */
record BurstRun(String datacenter, List<Step> steps) {

	static BurstRun start(Servers servers, String datacenter, Executor executor) {
		return new BurstRun(datacenter,
				servers.in(datacenter)
					.stream()
					.map((server) -> new Step(server.name(),
							CompletableFuture.supplyAsync(() -> activate(servers, server.name()), executor)))
					.toList());
	}

	private static BurstResult activate(Servers servers, String name) {
		try {
			servers.activateBurst(name);
			return BurstResult.activated(name);
		}
		catch (RuntimeException ex) {
			return BurstResult.failed(name, ex);
		}
	}

	List<BurstResult> await() {
		return this.steps.stream().map((step) -> step.future().join()).toList();
	}

	public int finished() {
		return (int) this.steps.stream().filter((step) -> step.result() != null).count();
	}

	public int activated() {
		return (int) this.steps.stream()
			.map(Step::result)
			.filter((result) -> result != null && result.active())
			.count();
	}

	/**
	 * One server of them.
	 *
	 * @param server the name of the server
	 * @param future what becomes of it
	 */
	record Step(String server, CompletableFuture<BurstResult> future) {

		/**
		 * Return what has become of the server.
		 * @return the result, {@code null} while it is not there
		 */
		public @Nullable BurstResult result() {
			return this.future.getNow(null);
		}

	}

}
