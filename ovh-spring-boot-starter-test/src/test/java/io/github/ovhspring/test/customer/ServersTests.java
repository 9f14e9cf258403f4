package io.github.ovhspring.test.customer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.ovhspring.client.OvhApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the servers of the bundled account.
 */
class ServersTests extends AccountTestCase {

	private static final String SERVER = "ns3110001.ip-192-0-2.eu";

	record Server(String name, String datacenter, String state) {
	}

	@Test
	void shouldStandInSeveralDataCentres() {
		List<Server> servers = this.ovh.getAll("/dedicated/server/{name}", list("/dedicated/server"), Server.class);
		assertThat(servers.stream().collect(Collectors.groupingBy(Server::datacenter, Collectors.counting())))
			.isEqualTo(Map.of("sbg1", 2L, "gra3", 3L, "rbx8", 4L, "bhs8", 3L));
	}

	@Test
	void whenBurstIsSetThenReadsSo() {
		assertThat(burst(SERVER)).isEqualTo("inactive");
		this.ovh.put("/dedicated/server/{name}/burst", SERVER).body(Map.of("status", "active")).send();
		assertThat(burst(SERVER)).isEqualTo("active");
		assertThat(get("/dedicated/server/{name}/burst", SERVER).path("capacity").path("value").asInt())
			.isEqualTo(2000);
		assertThat(burst("ns3110003.ip-192-0-2.eu")).isEqualTo("inactive");
		this.ovh.put("/dedicated/server/{name}/burst", SERVER).body(Map.of("status", "inactive")).send();
		assertThat(burst(SERVER)).isEqualTo("inactive");
	}

	private String burst(String server) {
		return get("/dedicated/server/{name}/burst", server).path("status").asString();
	}

	@Test
	void shouldRefuseBurstForOneServerOfEachLargerDataCentre() {
		List<String> refusing = list("/dedicated/server").stream().filter(this::isBurstRefused).toList();
		assertThat(refusing).containsExactly("ns3110002.ip-192-0-2.eu", "ns3120003.ip-203-0-113.eu",
				"ns3200002.ip-198-51-100.net");
		isRefused(this.ovh.put("/dedicated/server/{name}/burst", refusing.get(0)).body(Map.of("status", "active")), 409,
				"Client::Conflict::ServiceLocked", "This server is being reinstalled");
		assertThat(burst(refusing.get(0))).isEqualTo("inactiveLocked");
	}

	private boolean isBurstRefused(String server) {
		try {
			this.ovh.put("/dedicated/server/{name}/burst", server).body(Map.of("status", "active")).send();
			return false;
		}
		catch (OvhApiException.Conflict ex) {
			return true;
		}
	}

	@Test
	void whenBurstIsMalformedThenIsRefused() {
		List.of(Map.of("status", "full"), Map.of("status", List.of("active")), Map.of())
			.forEach((body) -> isRefused(this.ovh.put("/dedicated/server/{name}/burst", SERVER).body(body), 400,
					"Client::BadRequest", "Body parameter status isn't formated correctly"));
	}

	@Test
	void whenRebootedThenTaskGoesOnByBeingLookedAt() {
		long id = this.ovh.post("/dedicated/server/{name}/reboot", SERVER).as(Task.class).taskId();
		assertThat(tasks("status", "init")).containsExactly(id);
		assertThat(task(id)).isEqualTo(new Task(id, "hardReboot", "todo"));
		assertThat(task(id)).isEqualTo(new Task(id, "hardReboot", "doing"));
		assertThat(get("/dedicated/server/{name}/task/{id}", SERVER, id).path("doneDate").isString()).isTrue();
		assertThat(task(id)).isEqualTo(new Task(id, "hardReboot", "done"));
		assertThat(tasks("status", "init")).isEmpty();
		assertThat(tasks("function", "hardReboot")).containsExactly(id);
		assertThat(tasks("function", "reinstallServer")).isEmpty();
		assertThat(list("/dedicated/server/{name}/task", "ns3110003.ip-192-0-2.eu")).isEmpty();
	}

	private List<Long> tasks(String name, String value) {
		return this.ovh.get("/dedicated/server/{name}/task", SERVER).query(name, value).asList(Long.class);
	}

	private Task task(long id) {
		return this.ovh.get("/dedicated/server/{name}/task/{id}", SERVER, id).as(Task.class);
	}

	record Task(long taskId, String function, String status) {
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/burst", "/task", "/task/1", "/features/ipmi" })
	void whenThereIsNoSuchServerThenIsNotFound(String path) {
		isRefused(this.ovh.get("/dedicated/server/ns1.example.com" + path), 404, "Client::NotFound",
				"This service does not exist");
	}

	@Test
	void whenThereIsNoSuchTaskThenIsNotFound() {
		isRefused(this.ovh.get("/dedicated/server/{name}/task/1", SERVER), 404, "Client::NotFound",
				"The requested object (taskId = 1) does not exist");
	}

}
