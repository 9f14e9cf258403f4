package io.github.ovhspring.client;

import java.lang.reflect.Method;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

import io.github.ovhspring.auth.SigningInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes other {@link RestClient}s and the HTTP service interfaces on them call the API as
 * an {@link OvhClient} does: with its endpoint, credentials and clock, the same rules for
 * paths, and an {@link OvhApiException} for whatever is not a success. HTTP service
 * groups named {@code ovh} are configured by it.
 */
public final class OvhRestClientConfigurer {

	private final OvhTransport transport;

	private OvhRestClientConfigurer(OvhTransport transport) {
		this.transport = transport;
	}

	/**
	 * Return a configurer.
	 * @param client the client to do as
	 * @return the configurer, or nothing if the client was not made by an
	 * {@link OvhClient.Builder}, as is the case in tests with mocks
	 */
	public static Optional<OvhRestClientConfigurer> of(OvhClient client) {
		return (client instanceof DefaultOvhClient made) ? Optional.of(new OvhRestClientConfigurer(made.transport()))
				: Optional.empty();
	}

	/**
	 * Make an HTTP client with the settings of the {@link OvhClient}. It does not follow
	 * redirects, whatever the settings.
	 * @param settings settings that win over those of the client
	 * @return the HTTP client
	 */
	public ClientHttpRequestFactory requestFactory(HttpClientSettings settings) {
		return this.transport.requestFactory(settings);
	}

	/**
	 * Configure a builder, all but its HTTP client. This has to come last: what
	 * interceptors that are added later change is not signed.
	 * @param builder the builder
	 */
	public void configure(RestClient.Builder builder) {
		this.transport.configure(builder);
	}

	/**
	 * Configure HTTP service interfaces: {@link Unauthenticated @Unauthenticated},
	 * {@link TemporalAccessor dates and times} in ISO 8601, enums as their
	 * {@code toString()}, and an {@link OvhApiException.UnreadableResponse} for answers
	 * that do not fit. An empty answer fits {@link Optional}, {@link java.util.List} and
	 * what is {@link org.jspecify.annotations.Nullable @Nullable}.
	 * @param builder the builder
	 */
	public void configure(HttpServiceProxyFactory.Builder builder) {
		DefaultFormattingConversionService conversionService = new DefaultFormattingConversionService(false);
		DateTimeFormatterRegistrar registrar = new DateTimeFormatterRegistrar();
		registrar.setUseIsoFormat(true);
		registrar.registerFormatters(conversionService);
		conversionService.addConverter(Enum.class, String.class, Object::toString);
		builder.conversionService(conversionService)
			.httpRequestValuesProcessor(OvhRestClientConfigurer::process)
			.exchangeAdapterDecorator(ServiceExchangeAdapter::new);
	}

	private static void process(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder builder) {
		builder.addAttribute(ReceivedAnswer.ATTRIBUTE, new ReceivedAnswer(method));
		if (AnnotatedElementUtils.hasAnnotation(method, Unauthenticated.class)
				|| AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), Unauthenticated.class)) {
			builder.addAttribute(SigningInterceptor.UNAUTHENTICATED_ATTRIBUTE, true);
		}
	}

}
