package io.github.ovhspring.client;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * A path made into a URI, beside Spring's own way.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PathBenchmark {

	private static final String TEMPLATE = "/dedicated/server/{name}/burst";

	private static final String NAME = "ns3100001.ip-192-0-2.eu";

	private final OvhUriBuilderFactory ours = new OvhUriBuilderFactory(OvhEndpoint.OVH_EU);

	private final DefaultUriBuilderFactory springs = new DefaultUriBuilderFactory(OvhEndpoint.OVH_EU.uri().toString());

	@Benchmark
	public Object path() {
		return this.ours.expand(TEMPLATE, NAME);
	}

	@Benchmark
	public Object springsPath() {
		return this.springs.expand(TEMPLATE, NAME);
	}

}
