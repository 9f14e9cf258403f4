package io.github.ovhspring.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Figures of several runs, by their names.
 */
final class Samples {

	private final Map<String, List<Double>> figures = new LinkedHashMap<>();

	void add(Map<String, Double> run) {
		run.forEach((name, figure) -> this.figures.computeIfAbsent(name, (key) -> new ArrayList<>()).add(figure));
	}

	double median(String name) {
		return median(runs(name));
	}

	/**
	 * Return how often a figure is that of the run of the others that was at the same
	 * time, at the median: what disturbs the machine for a while disturbs both.
	 */
	double ratio(String name, Samples others) {
		List<Double> ones = runs(name);
		List<Double> theirs = others.runs(name);
		return median(IntStream.range(0, ones.size()).mapToObj((run) -> ones.get(run) / theirs.get(run)).toList());
	}

	private static double median(List<Double> figures) {
		List<Double> sorted = figures.stream().sorted().toList();
		return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
	}

	/**
	 * Return the median, and the least and the most where there are several.
	 */
	String text(String name, String format) {
		List<Double> sorted = runs(name).stream().sorted().toList();
		String median = format(format, median(name));
		return (sorted.size() == 1) ? median : median + " (" + format(format, sorted.get(0)) + "–"
				+ format(format, sorted.get(sorted.size() - 1)) + ")";
	}

	static String format(String format, double figure) {
		return String.format(Locale.ROOT, format, figure);
	}

	private List<Double> runs(String name) {
		return this.figures.getOrDefault(name, List.of());
	}

}
