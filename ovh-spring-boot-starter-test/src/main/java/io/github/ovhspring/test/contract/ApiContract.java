package io.github.ovhspring.test.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.ovhspring.test.rest.ApiCall;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What OVHcloud's descriptions of its API say, and where calls and answers differ from
 * it: calls that the API does not have, parameters and fields that it does not know,
 * missing ones that it requires, and values of another type. Errors and
 * {@linkplain io.github.ovhspring.test.stub.OvhFault faults} are not checked, nor are
 * calls below {@code /auth} that no description has, which clients make by themselves.
 * <p>
 * Fields that an answer leaves out are no violation unless the description requires them,
 * so that stubs may hold just what a test needs.
 */
public final class ApiContract {

	private static final JsonMapper mapper = new JsonMapper();

	private final List<ApiOperation> operations;

	private final List<String> violations = new CopyOnWriteArrayList<>();

	private volatile boolean failsAtOnce;

	private ApiContract(List<ApiOperation> operations) {
		this.operations = operations;
	}

	static ApiContract of(String... locations) {
		return new ApiContract(Arrays.stream(locations).map(ApiDescriptions::read).flatMap(List::stream).toList());
	}

	/**
	 * Answer calls that violate the descriptions, or whose answers do, by status 400 and
	 * a message that says how. They are recorded as well.
	 * @return the contract
	 */
	public ApiContract failAtOnce() {
		this.failsAtOnce = true;
		return this;
	}

	boolean failsAtOnce() {
		return this.failsAtOnce;
	}

	/**
	 * Return the violations so far.
	 * @return one line for each, such as
	 * {@code GET /me/bill/FR1: answer at /orderId: "12" is not a whole number}
	 */
	public List<String> violations() {
		return List.copyOf(this.violations);
	}

	/**
	 * Fail if there were violations.
	 * @throws AssertionError if there were, with all of them
	 */
	public void assertSatisfied() {
		List<String> found = violations();
		if (!found.isEmpty()) {
			throw new AssertionError("The API's description is violated:%n- %s"
				.formatted(String.join(System.lineSeparator() + "- ", found)));
		}
	}

	List<String> check(ApiCall call, Answer answer) {
		List<String> found = new ArrayList<>();
		check(call, answer, (problem) -> found.add(call + ": " + problem));
		this.violations.addAll(found);
		return found;
	}

	private void check(ApiCall call, Answer answer, Consumer<String> problems) {
		Optional<ApiOperation> operation = this.operations.stream()
			.filter((candidate) -> candidate.calls().match(call).isPresent())
			.findFirst();
		if (operation.isPresent()) {
			new OperationCheck(operation.get(), problems).check(call);
			if (answer.isChecked()) {
				checkAnswer(operation.get(), answer, Place.of("answer", problems));
			}
		}
		else if (!call.isBelow("/auth")) {
			problems.accept(unknown(call));
		}
	}

	private String unknown(ApiCall call) {
		List<String> methods = this.operations.stream()
			.map(ApiOperation::calls)
			.filter((calls) -> calls.withMethod(null).match(call).isPresent())
			.map((calls) -> String.valueOf(calls.method()))
			.toList();
		return methods.isEmpty() ? "the API has no such path" : "the API has " + String.join(", ", methods) + " here";
	}

	private static void checkAnswer(ApiOperation operation, Answer answer, Place place) {
		JsonNode body = answer.body().isEmpty() ? JsonNodeFactory.instance.nullNode() : read(answer.body());
		if (body.isMissingNode()) {
			place.report("is not JSON");
		}
		else {
			operation.answer().check(body, place);
		}
	}

	/**
	 * Read JSON.
	 * @return the tree, or a missing node if it is none
	 */
	private static JsonNode read(String json) {
		try {
			return mapper.readTree(json);
		}
		catch (JacksonException ex) {
			return JsonNodeFactory.instance.missingNode();
		}
	}

}
