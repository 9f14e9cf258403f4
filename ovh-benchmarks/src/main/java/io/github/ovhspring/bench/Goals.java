package io.github.ovhspring.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be reached, and what was.
 */
final class Goals {

	private final Map<String, Map<Integer, Double>> measured = new LinkedHashMap<>();

	private final Map<String, Double> limits = new LinkedHashMap<>();

	/**
	 * Add a figure that is to be at most as large as a limit.
	 */
	void atMost(double limit, String what, Jvm jvm, double figure) {
		this.limits.put(what, limit);
		this.measured.computeIfAbsent(what, (key) -> new TreeMap<>()).put(jvm.feature(), figure);
	}

	Table table() {
		Table table = new Table("Goals", "Each is at most so much, by the figures of the tables below.", "what", "goal",
				"measured");
		this.measured.forEach((what, figures) -> {
			double limit = this.limits.getOrDefault(what, 0.0);
			StringBuilder text = new StringBuilder();
			figures.forEach((jdk, figure) -> text.append((text.isEmpty()) ? "" : ", ")
				.append(number(figure))
				.append(" on JDK ")
				.append(jdk)
				.append((figure <= limit) ? "" : " (**missed**)"));
			table.row(what, number(limit), text);
		});
		return table;
	}

	private static String number(double figure) {
		return Samples.format((figure < 10) ? "%.2f" : "%.0f", figure);
	}

}
