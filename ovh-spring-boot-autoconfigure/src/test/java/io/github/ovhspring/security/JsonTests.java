package io.github.ovhspring.security;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClientCustomizer;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * JSON that is hostile, broken or merely unusual is a value, or a documented exception.
 */
class JsonTests {

	private static final String DEEP = "[".repeat(100_000) + "]".repeat(100_000);

	private static final String CREDENTIAL = """
			{"credentialId":9007199254740993,"applicationId":2,"status":"dormant","rules":[{"method":"GET","path":"/*"}],
			"creation":"2026-01-31T10:00:00+01:00","allowedIPs":null,"x":{"y":[1]}}""";

	private final LoopbackServer server = LoopbackServer.start((call) -> Reply.json("{}"));

	private final OvhClient client = OvhClient.builder()
		.endpoint(this.server.url())
		.credentials(OvhCredentials.applicationKeys(SigningApi.APPLICATION_KEY, SigningApi.APPLICATION_SECRET,
				SigningApi.CONSUMER_KEY))
		.build();

	@AfterEach
	void stop() {
		this.server.close();
	}

	private static String digits(int count) {
		return "9".repeat(count);
	}

	private static void assertUnreadable(ThrowingCallable call) {
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(2000));
	}

	@Test
	void whenASuccessIsTooDeepThenItIsUnreadable() {
		this.server.answer(Reply.json(DEEP));
		assertUnreadable(() -> this.client.get("/x").as(Object.class));
		assertUnreadable(() -> this.client.get("/x").as(JsonNode.class));
		assertUnreadable(() -> this.client.get("/x").as(String.class));
		assertUnreadable(() -> this.client.get("/x").asList(Object.class));
		assertUnreadable(() -> this.client.get("/x").asOptional(Map.class));
		assertUnreadable(() -> this.client.get("/x").asEntity(List.class));
		assertUnreadable(() -> this.client.get("/x").stream(Object.class).toList());
		assertUnreadable(this.client::currentCredential);
		assertThatExceptionOfType(RestClientException.class)
			.isThrownBy(() -> this.client.restClient().get().uri("/x").retrieve().body(Object.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{", "{\"message\":", "{\"details\":{\"a\":",
			"{\"details\":{\"unauthorizedActionsByIAM\":" })
	void whenAnErrorIsTooDeepThenItIsStillThatError(String start) {
		for (String body : List.of(DEEP, start + DEEP, start + DEEP + "}}", start + "1e1000000000}}",
				start + digits(100_000) + "}}")) {
			this.server.answer(Reply.error(400, body));
			assertThatExceptionOfType(OvhApiException.BadRequest.class).isThrownBy(() -> this.client.get("/x").send())
				.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(4000));
		}
	}

	@Test
	void whenANumberIsHugeThenItIsAValueOrUnreadable() {
		this.server.answer(Reply.json("{\"n\":1e1000000000}"));
		assertUnreadable(() -> this.client.get("/x").as(Whole.class));
		assertUnreadable(() -> this.client.get("/x").as(Big.class));
		assertThat(this.client.get("/x").as(Decimal.class).n()).isEqualTo(new BigDecimal("1e1000000000"));
		this.server.answer(Reply.json("{\"n\":" + digits(100_000) + "}"));
		for (Class<?> type : List.of(Whole.class, Big.class, Decimal.class, Map.class, JsonNode.class)) {
			assertUnreadable(() -> this.client.get("/x").as(type));
		}
		this.server.answer(Reply.json("{\"n\":" + digits(900) + "}"));
		assertThat(this.client.get("/x").as(Big.class).n()).hasToString(digits(900));
	}

	@Test
	void numbersKeepTheirDigits() {
		this.server.answer(Reply.json("{\"n\":9007199254740993}"));
		assertThat(this.client.get("/x").as(Whole.class).n()).isEqualTo(9007199254740993L);
		assertThat(this.client.get("/x").as(JsonNode.class).path("n").longValue()).isEqualTo(9007199254740993L);
		assertThat(this.client.get("/x").as(Map.class).get("n")).isEqualTo(9007199254740993L);
		this.server.answer(Reply.json("{\"n\":12345678901234567890.10}"));
		assertThat(this.client.get("/x").as(Decimal.class).n()).hasToString("12345678901234567890.10");
		// As far as Jackson lets: a fraction of no declared type is a double.
		assertThat(this.client.get("/x").as(Map.class).get("n")).isEqualTo(12345678901234567890.10);
		Transport.JDK.runner(this.server)
			.withPropertyValues("spring.jackson.deserialization.use-big-decimal-for-floats=true")
			.run((context) -> assertThat(context.getBean(OvhClient.class).get("/x").as(Map.class).get("n"))
				.hasToString("12345678901234567890.10"));
	}

	@Test
	void whenAKeyComesTwiceThenTheLastOneCounts() {
		this.server.answer(Reply.json("{\"n\":1,\"n\":2}"));
		assertThat(this.client.get("/x").as(Whole.class).n()).isEqualTo(2);
		this.server.answer(Reply.error(403, "{\"errorCode\":\"x\",\"errorCode\":\"NOT_GRANTED_CALL\"}"));
		assertThatExceptionOfType(OvhApiException.NotGrantedCall.class).isThrownBy(() -> this.client.get("/x").send());
	}

	@Test
	void whenTextIsNotUtf8ThenItIsUnreadable() {
		this.server.answer(raw("200 OK", "{\"name\":\"\u00e9\u00ff\"}"));
		assertUnreadable(() -> this.client.get("/x").as(Map.class));
		assertUnreadable(() -> this.client.get("/x").as(String.class));
		this.server.answer(raw("404 Not Found", "{\"message\":\"\u00e9\u00ff\"}"));
		assertThat(this.client.get("/x").asOptional(Map.class)).isEmpty();
	}

	private static Reply raw(String status, String latin1) {
		ByteArrayOutputStream reply = new ByteArrayOutputStream();
		reply.writeBytes(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
				+ latin1.length() + "\r\n\r\n" + latin1)
			.getBytes(StandardCharsets.ISO_8859_1));
		return new Reply(reply.toByteArray(), false);
	}

	@Test
	void whenAFieldIsUnknownThenItIsLeftOut() {
		this.server.answer(Reply.json("{\"n\":1,\"more\":{\"a\":[]}}"));
		assertThat(this.client.get("/x").as(Whole.class).n()).isEqualTo(1);
		this.server.answer(Reply.json(CREDENTIAL));
		assertThat(this.client.currentCredential().credentialId()).isEqualTo(9007199254740993L);
		assertThat(this.client.currentCredential().status()).isEqualTo("dormant");
	}

	@Test
	void whenAnEnumHasNoSuchValueThenItIsUnreadable() {
		this.server.answer(Reply.json("{\"state\":\"new\"}"));
		assertUnreadable(() -> this.client.get("/x").as(Task.class));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "9223372036854775807", "1e1000000000", "-1", "-9223372036854775808", "\"soon\"", "null", "[]" })
	void whenATokenLastsForNoSaneTimeThenItWorksAllTheSame(String seconds) {
		this.server.answer((call) -> call.target().endsWith("/token")
				? Reply.json("{\"access_token\":\"abc\",\"expires_in\":" + seconds + "}")
				: Reply.json("\"" + call.header("Authorization") + "\""));
		Transport.JDK.runner(this.server)
			.run((context) -> assertThat(context.getBean(OvhClients.class).get("robot").get("/me").as(String.class))
				.isEqualTo("Bearer abc"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "31556889864403199", "-31557014167219200", "-1", "253402300799", "1e1000000000" })
	void whenTheTimeIsOfAnotherAgeThenItIsUnreadable(String seconds) {
		this.server.answer((call) -> Reply.json(seconds));
		assertUnreadable(() -> this.client.get("/x").send());
	}

	private Reply anything(Call call) {
		return switch (call.target()) {
			case "/1.0/auth/time" -> SigningApi.time();
			case "/1.0/auth/currentCredential" -> Reply.json(CREDENTIAL);
			case "/1.0/auth/credential" -> Reply.json(call.text().startsWith("{\"accessRules\":[{")
					? "{\"consumerKey\":\"ck\",\"validationUrl\":\"https://x\",\"state\":\"pendingValidation\",\"x\":1}"
					: "\"" + call.text().length() + "\"");
			case Transport.TOKEN_PATH -> Reply.json(call.text().startsWith("grant_type=")
					? "{\"access_token\":\"abc\",\"token_type\":\"Bearer\"}" : "1");
			case "/1.0/fail" ->
				Reply.error(403, "{\"errorCode\":\"NOT_GRANTED_CALL\",\"httpCode\":\"403\",\"message\":\"\"}");
			default -> Reply.json("{\"first_name\":\"Ada\",\"amount\":[\"EUR\",\"1.10\"]}");
		};
	}

	@Test
	void theSettingsOfTheApplicationAreForItsOwnTypesAlone() {
		this.server.answer(this::anything);
		Transport.JDK.runner(this.server)
			.withUserConfiguration(OwnJson.class)
			.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE",
					"spring.jackson.deserialization.fail-on-unknown-properties=true",
					"spring.jackson.deserialization.fail-on-null-for-primitives=true")
			.run((context) -> {
				OvhClient client = context.getBean(OvhClient.class);
				assertThat(client.serverTime()).isNotNull();
				assertThat(client.currentCredential().allowedIps()).isEmpty();
				assertThat(
						client.requestConsumerKey(ConsumerKeyRequest.builder().readOnly("/me").build()).consumerKey())
					.isEqualTo("ck");
				assertThatExceptionOfType(OvhApiException.NotGrantedCall.class)
					.isThrownBy(() -> client.get("/fail").send());
				assertThat(context.getBean(OvhClients.class).get("robot").get("/me").as(Person.class).firstName())
					.isEqualTo("Ada");
				assertThat(client.get("/me").as(Person.class).amount()).isEqualTo(List.of("EUR", "1.10"));
				assertUnreadable(() -> client.get("/me").as(Whole.class));
				client.post("/me").body(new Person("Eve", List.of())).send();
				assertThat(this.server.lastCall().text()).contains("\"first_name\":\"Eve\"");
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnJson {

		@Bean
		JsonMapperBuilderCustomizer typing() {
			return (builder) -> builder.activateDefaultTyping(
					BasicPolymorphicTypeValidator.builder().allowIfSubType(Object.class).build(),
					DefaultTyping.OBJECT_AND_NON_CONCRETE);
		}

		// Takes every body, text too.
		@Bean
		OvhClientCustomizer converters() {
			return (builder) -> builder
				.configureRestClient((restClient) -> restClient.configureMessageConverters((converters) -> converters
					.addCustomConverter(new JacksonJsonHttpMessageConverter(JsonMapper.builder()
						.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
						.build()))));
		}

	}

	record Whole(long n) {

	}

	record Big(BigInteger n) {

	}

	record Decimal(BigDecimal n) {

	}

	record Task(State state) {

	}

	enum State {

		DONE

	}

	record Person(String firstName, List<String> amount) {

	}

}
