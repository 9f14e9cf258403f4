package io.github.ovhspring.architecture;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Rules for the code of this module.
 */
@AnalyzeClasses(packages = "io.github.ovhspring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.github.ovhspring.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule nothingDependsOnAutoConfiguration = noClasses().that()
		.resideOutsideOfPackage("..autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.github.ovhspring.autoconfigure..");

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)
		.andShould(haveNoPublicMembers());

	@ArchTest
	static final ArchRule conditionsArePackagePrivate = classes().that()
		.areAssignableTo(Condition.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule beansArePackagePrivate = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule noMethodPinsVirtualThreads = noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED);

	@ArchTest
	static final ArchRule packagesSayWhatMayBeNull = classes().that()
		.haveSimpleName("package-info")
		.should()
		.beAnnotatedWith(NullMarked.class);

	@ArchTest
	static final ArchRule everyPackageIsDescribed = classes()
		.should(new ArchCondition<>("be in a package with a package-info") {

			@Override
			public void check(JavaClass item, ConditionEvents events) {
				boolean described = item.getPackage().tryGetPackageInfo().isPresent();
				events.add(new SimpleConditionEvent(item, described, item.getPackageName() + " has no package-info"));
			}

		});

	@ArchTest
	static final ArchRule nobodyOpensConnectionsButSpring = noClasses().should()
		.callMethod(URL.class, "openConnection")
		.orShould()
		.callMethod(HttpClient.class, "newHttpClient")
		.orShould()
		.callMethod(URI.class, "toURL");

	private static ArchCondition<JavaClass> haveNoPublicMembers() {
		return new ArchCondition<>("have no public members") {

			@Override
			public void check(JavaClass item, ConditionEvents events) {
				item.getMembers()
					.stream()
					.filter(DescribedPredicate.describe("public",
							(JavaMember member) -> member.getModifiers().contains(JavaModifier.PUBLIC)))
					.filter((member) -> !member.getName().equals("<init>"))
					.forEach((member) -> events.add(SimpleConditionEvent.violated(item, member.getFullName())));
			}

		};
	}

}
