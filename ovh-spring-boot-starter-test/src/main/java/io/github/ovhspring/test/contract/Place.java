package io.github.ovhspring.test.contract;

import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/**
 * Place in a call or its answer, where something may be wrong.
 *
 * @param name name of the part, such as {@code body}
 * @param pointer JSON pointer from there
 * @param problems takes what is wrong
 */
record Place(String name, String pointer, Consumer<String> problems) {

	private static final int LONGEST_VALUE = 60;

	static Place of(String name, Consumer<String> problems) {
		return new Place(name, "", problems);
	}

	Place below(String field) {
		String escaped = field.replace("~", "~0").replace("/", "~1");
		return new Place(this.name, this.pointer + "/" + escaped, this.problems);
	}

	void report(String problem) {
		this.problems.accept(this.name + (this.pointer.isEmpty() ? "" : " at " + this.pointer) + ": " + problem);
	}

	void reportNot(JsonNode value, String expected) {
		String text = value.toString();
		report(((text.length() > LONGEST_VALUE) ? text.substring(0, LONGEST_VALUE) + "…" : text) + " is not "
				+ expected);
	}

}
