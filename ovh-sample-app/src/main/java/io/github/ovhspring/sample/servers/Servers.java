package io.github.ovhspring.sample.servers;

import java.util.ArrayList;
import java.util.List;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhResult;

/**
 * Dedicated servers of an account.
 *
 * @param ovh the account's client
 */
record Servers(OvhClient ovh) {

	List<Server> all() {
		List<String> names = this.ovh.get("/dedicated/server").asList(String.class);
		return this.ovh.getAll("/dedicated/server/{name}", names, Server.class);
	}

	List<Server> in(String datacenter) {
		return all().stream().filter((server) -> server.datacenter().equals(datacenter)).toList();
	}

	// A server whose burst cannot be asked for is shown without.
	List<ServerRow> rows() {
		List<Server> servers = all();
		List<OvhResult<Burst>> bursts = this.ovh.getAllSettled("/dedicated/server/{name}/burst",
				servers.stream().map(Server::name).toList(), Burst.class);
		List<ServerRow> rows = new ArrayList<>();
		for (int i = 0; i < servers.size(); i++) {
			rows.add(new ServerRow(servers.get(i), bursts.get(i).value()));
		}
		return rows;
	}

	void activateBurst(String name) {
		this.ovh.put("/dedicated/server/{name}/burst", name).body(Burst.ACTIVE).send();
	}

}
