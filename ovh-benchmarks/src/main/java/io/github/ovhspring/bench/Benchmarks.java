package io.github.ovhspring.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs all benchmarks on some JDKs, and writes a page or prints what would be in it.
 */
final class Benchmarks {

	private static final String MARK = "<!-- ovh-benchmarks/run writes all below this line. -->";

	private final Plan plan;

	private final Goals goals = new Goals();

	private Benchmarks(Plan plan) {
		this.plan = plan;
	}

	/**
	 * Run.
	 * @param arguments the page, or {@code -} for the short form, and the homes of JDKs
	 */
	public static void main(String[] arguments) throws IOException {
		boolean brief = arguments[0].equals("-");
		List<Jvm> jvms = new ArrayList<>();
		for (String home : List.of(arguments).subList(1, arguments.length)) {
			jvms.add(Jvm.of(Path.of(home)));
		}
		String tables = new Benchmarks(brief ? Plan.SHORT : Plan.WHOLE).run(jvms);
		if (brief) {
			System.out.println(tables);
			return;
		}
		Path page = Path.of(arguments[0]);
		String text = Files.readString(page);
		Files.writeString(page, text.substring(0, text.indexOf(MARK)) + MARK + "\n\n" + tables);
	}

	private String run(List<Jvm> jvms) throws IOException {
		List<Table> tables = new ArrayList<>();
		for (Jvm jvm : jvms) {
			add(tables, new LoadBenchmarks(this.plan, this.goals).run(jvm));
			add(tables, new ProcessorBenchmarks(this.plan).run(jvm));
			new JobBenchmarks(this.plan, this.goals).run(jvm).forEach((table) -> add(tables, table));
			add(tables, new StartUpBenchmarks(this.plan, this.goals).run(jvm));
			add(tables, new MicroBenchmarks(this.plan, this.goals).run(jvm));
		}
		tables.add(0, this.goals.table());
		StringBuilder text = new StringBuilder("Measured on ").append(LocalDate.now())
			.append(", on ")
			.append(machine())
			.append(", by ")
			.append(String.join(" and ", jvms.stream().map((jvm) -> "JDK " + jvm.version()).toList()))
			.append(".\n");
		tables.forEach((table) -> text.append('\n').append(table));
		return text.toString();
	}

	private static void add(List<Table> tables, Table table) {
		System.err.println(table);
		tables.add(table);
	}

	private static String machine() throws IOException {
		Path cpus = Path.of("/proc/cpuinfo");
		String model = !Files.exists(cpus) ? System.getProperty("os.arch")
				: Files.readAllLines(cpus)
					.stream()
					.filter((line) -> line.startsWith("model name"))
					.map((line) -> line.substring(line.indexOf(':') + 1).trim())
					.findFirst()
					.orElse("a processor without a name");
		return Runtime.getRuntime().availableProcessors() + " processors (" + model + "), "
				+ System.getProperty("os.name");
	}

}
