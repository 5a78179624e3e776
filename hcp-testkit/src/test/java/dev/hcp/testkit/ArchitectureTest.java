package dev.hcp.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The dependency rule between modules, and what each kind of code must not touch. */
@AnalyzeClasses(packages = "dev.hcp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modules_depend_only_on_those_they_may = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.hcp..")
            .withOptionalLayers(true)
            .layer("api")
            .definedBy("dev.hcp.api..")
            .layer("platforms")
            .definedBy("dev.hcp.platforms..")
            .layer("reconcilers")
            .definedBy("dev.hcp.reconcilers..")
            .layer("client")
            .definedBy("dev.hcp.client..")
            .layer("simulator")
            .definedBy("dev.hcp.simulator..")
            .layer("testkit")
            .definedBy("dev.hcp.testkit..")
            .whereLayer("api")
            .mayNotAccessAnyLayer()
            .whereLayer("platforms")
            .mayOnlyAccessLayers("api")
            .whereLayer("reconcilers")
            .mayOnlyAccessLayers("api", "platforms")
            .whereLayer("client")
            .mayOnlyAccessLayers("api", "platforms")
            .whereLayer("simulator")
            .mayOnlyAccessLayers("api", "platforms", "reconcilers")
            .whereLayer("testkit")
            .mayOnlyAccessLayers("api", "platforms", "client", "simulator");

    @ArchTest
    static final ArchRule top_level_packages_have_no_cycles =
            slices().matching("dev.hcp.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule internal_packages_are_nobody_elses = noClasses()
            .that(not(resideInAnyPackage("dev.hcp.api..")))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.hcp.api..internal.."));

    /** The one package of its module that talks to a server, and lives in real time. */
    private static final String OPERATOR = "dev.hcp.reconcilers.operator..";

    @ArchTest
    static final ArchRule reconcilers_and_platforms_do_no_input_or_output = noClasses()
            .that(resideInAnyPackage("dev.hcp.reconcilers..", "dev.hcp.platforms..")
                    .and(not(resideInAPackage(OPERATOR))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "java.nio.file..",
                    "io.fabric8.kubernetes.client.dsl..",
                    "io.fabric8.kubernetes.client.http..",
                    "io.fabric8.kubernetes.client.informers..",
                    "io.javaoperatorsdk..");

    @ArchTest
    static final ArchRule reconcilers_do_not_know_who_drives_them = noClasses()
            .that(resideInAPackage("dev.hcp.reconcilers..").and(not(resideInAPackage(OPERATOR))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(OPERATOR);

    @ArchTest
    static final ArchRule decisions_and_simulated_time_have_no_clock_of_their_own = noClasses()
            .that(resideInAnyPackage(
                            "dev.hcp.reconcilers..",
                            "dev.hcp.platforms..",
                            "dev.hcp.simulator.apiserver..",
                            "dev.hcp.simulator.world..")
                    .and(not(resideInAPackage(OPERATOR))))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule nothing_simulated_is_random_but_by_its_seed = noClasses()
            .that(resideInAnyPackage(
                            "dev.hcp.reconcilers..",
                            "dev.hcp.platforms..",
                            "dev.hcp.simulator.apiserver..",
                            "dev.hcp.simulator.kernel..",
                            "dev.hcp.simulator.world..")
                    .and(not(resideInAPackage(OPERATOR))))
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule only_the_http_transport_knows_its_server = noClasses()
            .that(not(resideInAPackage("dev.hcp.simulator.transport.http..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.vertx..", "io.netty.."));

    @ArchTest
    static final ArchRule only_command_lines_write_to_standard_streams = noClasses()
            .that()
            .resideOutsideOfPackages("dev.hcp.simulator.cli..", "dev.hcp.samples..", "dev.hcp.benchmarks..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
