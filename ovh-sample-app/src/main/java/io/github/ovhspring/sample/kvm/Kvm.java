package io.github.ovhspring.sample.kvm;

import java.util.Map;

import io.github.ovhspring.client.OvhClient;

/**
 * Access to screen and keyboard of servers of an account. It is opened by a task of some
 * minutes, and then there is a link.
 *
 * @param ovh the account's client
 */
record Kvm(OvhClient ovh) {

	private static final String TYPE = "kvmipHtml5URL";

	private static final String MINUTES = "15";

	KvmAccess ask(String server) {
		KvmTask task = this.ovh.post("/dedicated/server/{name}/features/ipmi/access", server)
			.body(Map.of("type", TYPE, "ttl", MINUTES))
			.as(KvmTask.class);
		return new KvmAccess(server, task, null);
	}

	KvmAccess look(String server, long taskId) {
		KvmTask task = this.ovh.get("/dedicated/server/{name}/task/{id}", server, taskId).as(KvmTask.class);
		KvmLink link = task.done() ? this.ovh.get("/dedicated/server/{name}/features/ipmi/access", server)
			.query("type", TYPE)
			.as(KvmLink.class) : null;
		return new KvmAccess(server, task, link);
	}

}
