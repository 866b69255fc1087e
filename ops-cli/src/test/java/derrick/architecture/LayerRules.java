package derrick.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may know which, and where each library has its place. */
final class LayerRules {
    static final ArchRule DOMAIN_KNOWS_ONLY_THE_JDK = noClasses()
            .that()
            .resideInAPackage("..derrick.domain..")
            .should()
            .dependOnClassesThat(DescribedPredicate.not(resideInAnyPackage("java..", "..derrick.domain..")))
            .because("what is true about drilling does not change with a framework");

    static final ArchRule DOMAIN_IS_TOLD_THE_TIME = noClasses()
            .that()
            .resideInAPackage("..derrick.domain..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "asks the machine for the time",
                    (JavaCall<?> call) -> call.getTargetOwner().getPackageName().startsWith("java.time")
                            && (call.getName().equals("now") || call.getName().startsWith("system"))))
            .because("a rule that reads the clock itself cannot be tried at another time; a Clock comes in");

    static final ArchRule MIGRATIONS_KNOW_NO_ENTITY = noClasses()
            .that()
            .resideInAPackage("..derrick.migrations..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("derrick.domain..", "derrick.persistence..", "derrick.api..", "derrick.ops.."))
            .because("a migration that was run must not change its meaning when an entity does");

    static final ArchRule PERSISTENCE_KNOWS_ONLY_THE_DOMAIN = noClasses()
            .that()
            .resideInAPackage("..derrick.persistence..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("derrick.migrations..", "derrick.api..", "derrick.ops.."))
            .because("the adapters serve the ports, whoever drives them and whatever made the schema");

    static final ArchRule DRIVERS_NEVER_MEET = noClasses()
            .that()
            .resideInAPackage("..derrick.api..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("derrick.ops.."))
            .because("HTTP and the command line are two ways in, neither of which is the other's");

    static final ArchRule JDBI_STAYS_IN_PERSISTENCE =
            only("..derrick.persistence..", "SQL is written in one module", "org.jdbi..");

    static final ArchRule FLYWAY_STAYS_IN_ITS_PACKAGE =
            only("..derrick.migrations.flyway..", "its internals move; one package moves with them", "org.flywaydb..");

    static final ArchRule HTTP_STAYS_IN_API = only(
            "..derrick.api..",
            "nothing else needs to know that there is a web",
            "jakarta.ws.rs..",
            "io.dropwizard..",
            "org.eclipse.jetty..",
            "org.glassfish.jersey..");

    static final ArchRule PICOCLI_STAYS_IN_OPS_CLI =
            only("..derrick.ops..", "options and exit codes belong to the command line", "picocli..");

    private LayerRules() {}

    private static ArchRule only(String home, String because, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .because(because);
    }
}
