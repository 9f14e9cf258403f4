package io.github.ovhspring.test.customer;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.ovhspring.test.account.SimulatedCustomer;
import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;

/**
 * A made-up customer of OVHcloud, whose data is the same at every start and changes when
 * it is written to. All of it is invented: domains are those for examples, addresses are
 * those for documentation, and links lead nowhere.
 * <table>
 * <caption>What it answers</caption>
 * <tr>
 * <th>Calls</th>
 * <th>What there is</th>
 * </tr>
 * <tr>
 * <td>{@code GET} and {@code PUT /me}</td>
 * <td>Ada Lovelace, {@code al4711-ovh}, in Roubaix, who pays in euros</td>
 * </tr>
 * <tr>
 * <td>{@code GET /me/bill}, with {@code date.from}, {@code date.to}, {@code category},
 * {@code orderId}; {@code GET /me/bill/{billId}}</td>
 * <td>28 bills from June 2025 to November 2026, one on the third of each of the 18 months
 * and some between; the last one is {@code FR59760263}. A date without a time is its
 * midnight in UTC</td>
 * </tr>
 * <tr>
 * <td>{@code GET /dedicated/server}, {@code GET /dedicated/server/{serviceName}}, and
 * below that {@code GET} and {@code PUT burst}, {@code POST reboot}, {@code GET task}
 * with {@code function} and {@code status}, {@code GET task/{taskId}},
 * {@code GET features/ipmi}, {@code GET} and {@code POST features/ipmi/access}</td>
 * <td>twelve servers: two in {@code sbg1}, three in {@code gra3}, four in {@code rbx8},
 * three in {@code bhs8}. In each of the larger three one is being reinstalled, and its
 * burst cannot be set (409, {@code Client::Conflict::ServiceLocked}):
 * {@code ns3110002.ip-192-0-2.eu}, {@code ns3120003.ip-203-0-113.eu},
 * {@code ns3200002.ip-198-51-100.net}</td>
 * </tr>
 * <tr>
 * <td>{@code GET /email/domain}, {@code GET /email/domain/{domain}}, and below that
 * {@code GET redirection} with {@code from} and {@code to}, {@code POST redirection},
 * {@code GET} and {@code DELETE redirection/{id}}, {@code POST
 * redirection/{id}/changeRedirection}, {@code GET task/redirection} with {@code account},
 * {@code GET task/redirection/{id}}</td>
 * <td>{@code example.com} with four redirections, {@code example.net} with one,
 * {@code example.org} with none</td>
 * </tr>
 * </table>
 * Tasks of a server go on by being looked at: the third look finds them done, whether at
 * the task or at the access to the console that it prepares. Until then that access is
 * there without a value.
 * <p>
 * There is a second customer, {@code gh1906-ovh}, Grace Hopper in London, who pays in
 * pounds: three bills of 2026, {@code FR59100101} to {@code FR59100103}, the servers
 * {@code ns3300001.ip-198-51-100.net} in {@code eri1} and
 * {@code ns3300002.ip-198-51-100.net} in {@code gra3}, and {@code grace.example} with one
 * redirection. Consumer keys are for her account once she has
 * {@linkplain io.github.ovhspring.test.account.SimulatedConsumerKey#validate(SimulatedCustomer)
 * validated} them; all other callers see Ada's.
 * <p>
 * Shapes are those of OVHcloud's descriptions of its API. How it words its refusals, and
 * that servers' tasks take three looks, is ours.
 */
public final class SimulatedAccount {

	private final InstantSource clock;

	private Map<SimulatedCustomer, ApiRoutes> routes;

	/**
	 * Create the account.
	 * @param clock the API's clock
	 */
	public SimulatedAccount(InstantSource clock) {
		this.clock = clock;
		this.routes = routes(clock);
	}

	private static Map<SimulatedCustomer, ApiRoutes> routes(InstantSource clock) {
		return Arrays.stream(SimulatedCustomer.values())
			.collect(Collectors.toMap(Function.identity(), (customer) -> routes(AccountData.read(customer), clock)));
	}

	private static ApiRoutes routes(AccountData data, InstantSource clock) {
		ApiRoutes routes = new ApiRoutes();
		Servers servers = new Servers(data);
		MailTasks mailTasks = new MailTasks(data, clock);
		new Profile(data).addTo(routes);
		new Bills(data).addTo(routes);
		servers.addTo(routes);
		new ServerTasks(servers, clock).addTo(routes);
		mailTasks.addTo(routes);
		new MailDomains(data, mailTasks).addTo(routes);
		return routes;
	}

	/**
	 * Answer a call.
	 * @param customer the customer that it is made for
	 * @param call the call
	 * @return the answer, or nothing if the account knows no such call
	 */
	public synchronized Optional<ApiReply> answer(SimulatedCustomer customer, ApiCall call) {
		return this.routes.getOrDefault(customer, new ApiRoutes()).answer(call);
	}

	/**
	 * Undo all that was written.
	 */
	public synchronized void reset() {
		this.routes = routes(this.clock);
	}

}
