package io.github.ovhspring.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.OvhCredentialsProvider;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Tests for the shape of this module.
 */
@AnalyzeClasses(packages = "io.github.ovhspring.test", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final DescribedPredicate<JavaClass> signing = resideInAPackage("io.github.ovhspring.auth..")
		.and(DescribedPredicate.not(belongToAnyOf(OvhCredentials.class, OvhCredentialsProvider.class)))
		.as("signing code of the client");

	@ArchTest
	static final ArchRule signsOnItsOwn = noClasses().should()
		.dependOnClassesThat(signing)
		.because("a simulator that signs like the client agrees with it even when both are wrong");

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.github.ovhspring.(**)")
		.should()
		.beFreeOfCycles();

}
