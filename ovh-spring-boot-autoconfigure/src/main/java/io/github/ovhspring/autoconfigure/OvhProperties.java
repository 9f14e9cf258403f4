package io.github.ovhspring.autoconfigure;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the OVHcloud API. Endpoint and credentials are here for
 * the sake of their metadata: {@link OvhSettings} reads them, together with
 * {@code ovh.conf}.
 *
 * @param endpoint Endpoint of the OVHcloud API, by name or as a URL.
 * @param applicationKey Key of the application, made together with its secret on the
 * website of the endpoint.
 * @param applicationSecret Secret of the application, which signs calls.
 * @param consumerKey Key of the customer that the application acts for.
 * @param clientId Id of the service account, an OAuth2 client.
 * @param clientSecret Secret of the service account.
 * @param tokenUri URL where the service account gets its tokens, in place of the one
 * known for the endpoint.
 * @param accessToken Access token that is ready to use.
 * @param configFile Path of one more 'ovh.conf', which wins over './ovh.conf',
 * '~/.ovh.conf' and '/etc/ovh.conf'.
 * @param concurrency Number of calls that are in flight at once where one is made for
 * each of many ids.
 * @param retry Settings of retries.
 * @param http Settings of the HTTP client.
 * @param clients Further clients by name, each with all of these properties. Those that
 * it does not have are inherited, except credentials.
 */
@ConfigurationProperties("ovh")
record OvhProperties(@Nullable String endpoint, @Nullable String applicationKey, @Nullable String applicationSecret,
		@Nullable String consumerKey, @Nullable String clientId, @Nullable String clientSecret,
		@Nullable String tokenUri, @Nullable String accessToken, @Nullable String configFile,
		@DefaultValue("16") int concurrency, @DefaultValue Retry retry, @DefaultValue Http http,
		@DefaultValue Map<String, Client> clients) {

	@Override
	public String toString() {
		return "OvhProperties[retry=" + this.retry + ", http=" + this.http + ", clients=" + this.clients + "]";
	}

	/**
	 * Settings of retries.
	 *
	 * @param enabled Whether to send a call again whose failure may pass.
	 * @param maxAttempts Number of times that a call is sent at most.
	 * @param initialDelay Longest wait before the second attempt. It doubles with each
	 * further one.
	 * @param maxDelay Longest wait before any attempt, unless the API asks for more.
	 */
	record Retry(@DefaultValue("true") boolean enabled, @DefaultValue("3") int maxAttempts,
			@DefaultValue("200ms") Duration initialDelay, @DefaultValue("5s") Duration maxDelay) {

		/**
		 * Check the numbers.
		 * @param properties where they come from
		 * @return these settings
		 * @throws InvalidConfigurationPropertyValueException if a number makes no sense
		 */
		Retry checked(PropertyGroup properties) {
			properties.require(this.maxAttempts >= 1, "retry.max-attempts", this.maxAttempts,
					"Must be at least 1; 'ovh.retry.enabled=false' turns retries off");
			properties.require(!this.initialDelay.isNegative(), "retry.initial-delay", this.initialDelay,
					"Must not be negative");
			properties.require(this.maxDelay.compareTo(this.initialDelay) >= 0, "retry.max-delay", this.maxDelay,
					"Must not be shorter than " + properties.key("retry.initial-delay") + ", which is "
							+ this.initialDelay.toMillis() + "ms");
			return this;
		}

		int attempts() {
			return this.enabled ? this.maxAttempts : 1;
		}

	}

	/**
	 * Settings of the HTTP client.
	 *
	 * @param connectTimeout Time to wait for a connection.
	 * @param readTimeout Time to wait for an answer, which for some calls is long in
	 * coming.
	 * @param maxResponseSize Largest answer that is read.
	 * @param ssl Settings of SSL.
	 */
	record Http(@Nullable Duration connectTimeout, @Nullable Duration readTimeout,
			@DefaultValue("16MB") DataSize maxResponseSize, @DefaultValue Ssl ssl) {

		/**
		 * Check the limits.
		 * @param properties where they come from
		 * @return these settings
		 * @throws InvalidConfigurationPropertyValueException if a limit lets nothing pass
		 */
		Http checked(PropertyGroup properties) {
			requirePositive(properties, "http.connect-timeout", this.connectTimeout);
			requirePositive(properties, "http.read-timeout", this.readTimeout);
			properties.require(this.maxResponseSize.toBytes() > 0, "http.max-response-size", this.maxResponseSize,
					"Must be more than nothing");
			return this;
		}

		private static void requirePositive(PropertyGroup properties, String name, @Nullable Duration value) {
			properties.require(value == null || value.compareTo(Duration.ZERO) > 0, name, value,
					"Must be longer than nothing");
		}

	}

	/**
	 * Settings of SSL.
	 *
	 * @param bundle Name of the SSL bundle to use.
	 */
	record Ssl(@Nullable String bundle) {
	}

	/**
	 * A client with a name.
	 *
	 * @param endpoint Endpoint of the OVHcloud API, by name or as a URL.
	 * @param applicationKey Key of the application.
	 * @param applicationSecret Secret of the application, which signs calls.
	 * @param consumerKey Key of the customer that the application acts for.
	 * @param clientId Id of the service account, an OAuth2 client.
	 * @param clientSecret Secret of the service account.
	 * @param tokenUri URL where the service account gets its tokens, in place of the one
	 * known for the endpoint.
	 * @param accessToken Access token that is ready to use.
	 * @param configFile Path of one more 'ovh.conf', in place of that of the unnamed
	 * client.
	 * @param concurrency Number of calls that are in flight at once where one is made for
	 * each of many ids.
	 * @param retry Settings of retries.
	 * @param http Settings of the HTTP client.
	 * @param health Settings of the health check.
	 */
	record Client(@Nullable String endpoint, @Nullable String applicationKey, @Nullable String applicationSecret,
			@Nullable String consumerKey, @Nullable String clientId, @Nullable String clientSecret,
			@Nullable String tokenUri, @Nullable String accessToken, @Nullable String configFile,
			@Nullable Integer concurrency, @DefaultValue Retry retry, @DefaultValue Http http,
			@DefaultValue Health health) {

		@Override
		public String toString() {
			return "Client[retry=" + this.retry + ", http=" + this.http + ", health=" + this.health + "]";
		}

	}

	/**
	 * Settings of the health check of one client.
	 *
	 * @param timeout Time that the health check waits for an answer.
	 */
	record Health(@Nullable Duration timeout) {
	}

}
