package io.github.ovhspring.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the page.
 */
final class Table {

	private final String title;

	private final String note;

	private final List<String> lines = new ArrayList<>();

	/**
	 * Create a table.
	 * @param title what it shows
	 * @param note how that was measured
	 * @param columns the titles of its columns
	 */
	Table(String title, String note, String... columns) {
		this.title = title;
		this.note = note;
		row((Object[]) columns);
		this.lines.add("|---".repeat(columns.length) + "|");
	}

	void row(Object... cells) {
		this.lines.add("| " + String.join(" | ", List.of(cells).stream().map(Object::toString).toList()) + " |");
	}

	@Override
	public String toString() {
		return "### " + this.title + "\n\n" + this.note + "\n\n" + String.join("\n", this.lines) + "\n";
	}

}
