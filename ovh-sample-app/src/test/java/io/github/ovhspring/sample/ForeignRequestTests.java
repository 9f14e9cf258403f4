package io.github.ovhspring.sample;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that foreign pages cannot make a browser change anything. Written to the socket,
 * since Java's client does not let headers of browsers be set.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EnableOvhSimulator
class ForeignRequestTests {

	private static final String BODY = "domain=example.com&from=a%40example.com&to=b%40example.net";

	private final OvhSimulator ovh;

	private final int port;

	ForeignRequestTests(@Autowired OvhSimulator ovh, @LocalServerPort int port) {
		this.ovh = ovh;
		this.port = port;
	}

	@BeforeEach
	void stub() {
		this.ovh.account();
	}

	private String post(String host, String... headers) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			String request = "POST /redirections HTTP/1.1\r\nHost: " + host + "\r\n" + String.join("\r\n", headers)
					+ "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + BODY.length()
					+ "\r\nAccept: text/html\r\nConnection: close\r\n\r\n" + BODY;
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: none",
			"Origin: https://evil.example.com", "Origin: null", "Origin: http://127.0.0.1:1" })
	void whenAForeignPageSendsAFormThenNothingIsDone(String header) throws IOException {
		assertThat(post("127.0.0.1:" + this.port, header)).startsWith("HTTP/1.1 403")
			.contains("A page of another site sent this. Nothing was done");
		this.ovh.verify(0, postRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, Sec-Fetch-Site: same-origin", "localhost, Origin: http://localhost:PORT",
			"[::1], User-Agent: curl/8" })
	void whenAPageOfThisServiceOrNoBrowserSendsItThenItIsTaken(String host, String header) throws IOException {
		assertThat(post(host + ":" + this.port, header.replace("PORT", Integer.toString(this.port))))
			.startsWith("HTTP/1.1 302");
		this.ovh.verify(1, postRequestedFor(anyUrl()));
	}

	@Test
	void whenTheHostIsForeignThenNothingIsDone() throws IOException {
		assertThat(post("evil.example.com:" + this.port, "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 403")
			.contains("This service does not go by the name", "sample.hosts");
		this.ovh.verify(0, postRequestedFor(anyUrl()));
	}

}
