package io.github.ovhspring.bench;

/**
 * A way to call by an HTTP client.
 *
 * @param caller the way
 * @param transport the HTTP client
 */
record Subject(Caller caller, Transport transport) {

	/**
	 * Return a program that calls so.
	 * @param type its type, such as {@link LoadClient}
	 */
	Jvm.Program program(Jvm jvm, Class<?> type, Server server, Object... others) {
		Object[] arguments = new Object[others.length + 3];
		arguments[0] = server.url();
		arguments[1] = this.caller.name();
		arguments[2] = this.transport.name();
		System.arraycopy(others, 0, arguments, 3, others.length);
		return jvm.program(type, arguments);
	}

	@Override
	public String toString() {
		return switch (this.caller) {
			case HTTP_CLIENT -> "JDK's `HttpClient` and Jackson, unsigned";
			case REST_CLIENT -> "`RestClient`, unsigned, " + this.transport;
			case INTERCEPTOR -> "`RestClient`, least signing interceptor, " + this.transport;
			case OVH_CLIENT -> "**`OvhClient`, " + this.transport + "**";
			case INTERFACE -> "**`@HttpExchange` on it, " + this.transport + "**";
		};
	}

}
