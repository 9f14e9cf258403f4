package io.github.ovhspring.architecture;

import java.net.DatagramSocket;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that keep tests from talking to anything but this machine: HTTP clients are given
 * a proxy that is not there, and sockets are for the loopback server alone.
 */
@AnalyzeClasses(packages = "io.github.ovhspring", importOptions = ImportOption.OnlyIncludeTests.class)
class LoopbackTests {

	@ArchTest
	static final ArchRule onlyTheLoopbackServerHasSockets = noClasses().that()
		.resideOutsideOfPackage("io.github.ovhspring.server")
		.and()
		.doNotHaveSimpleName("LoopbackTests")
		.should()
		.dependOnClassesThat()
		.belongToAnyOf(Socket.class, SocketChannel.class, DatagramSocket.class);

	@Test
	void shouldSendCallsToOtherHostsNowhere() {
		assertThat(ProxySelector.getDefault().select(URI.create("https://eu.api.ovh.com/1.0/me"))).singleElement()
			.asString()
			.startsWith("HTTP @ 127.0.0.1")
			.endsWith(":9");
		assertThat(ProxySelector.getDefault().select(URI.create("http://127.0.0.1:8080/1.0/me"))).singleElement()
			.hasToString("DIRECT");
	}

}
