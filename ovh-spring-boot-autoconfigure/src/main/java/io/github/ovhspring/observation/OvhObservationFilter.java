package io.github.ovhspring.observation;

import java.util.Map;

import io.github.ovhspring.http.CallAttributes;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequest;

/**
 * Adds what is known of calls to the OVHcloud API to the observations of HTTP clients:
 * low-cardinality keys {@code ovh.client}, the name of the client, and {@code ovh.error},
 * the API's code or class, and the high-cardinality key {@code ovh.attempts} of a call
 * that was sent more than once.
 * <p>
 * Calls to anywhere else have the first two keys too, with value {@code none}: registries
 * such as Prometheus' want one set of keys for all that has the same name.
 */
public class OvhObservationFilter implements ObservationFilter {

	private static final String NONE = "none";

	private final String name;

	/**
	 * Create a filter.
	 * @param name the name of the observations, such as {@code http.client.requests}
	 */
	public OvhObservationFilter(String name) {
		this.name = name;
	}

	@Override
	public Observation.Context map(Observation.Context context) {
		if (this.name.equals(context.getName())) {
			Map<String, Object> attributes = attributes(context);
			context.addLowCardinalityKeyValue(keyValue("ovh.client", attributes.get(CallAttributes.CLIENT)));
			context.addLowCardinalityKeyValue(keyValue("ovh.error", attributes.get(CallAttributes.ERROR)));
			if (attributes.get(CallAttributes.ATTEMPTS) instanceof Integer attempts && attempts > 1) {
				context.addHighCardinalityKeyValue(keyValue("ovh.attempts", attempts));
			}
		}
		return context;
	}

	private static Map<String, Object> attributes(Observation.Context context) {
		return (context instanceof SenderContext<?> sender && sender.getCarrier() instanceof ClientHttpRequest request)
				? request.getAttributes() : Map.of();
	}

	private static KeyValue keyValue(String key, @Nullable Object value) {
		return KeyValue.of(key, (value != null) ? value.toString() : NONE);
	}

}
