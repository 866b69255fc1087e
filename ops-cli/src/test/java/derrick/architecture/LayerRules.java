package derrick.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import java.util.List;

/** The rules which module may use which, and where a library may be used. */
final class LayerRules {
    private static final String ENTITIES_CHANGE =
            "an applied migration must not depend on entities, which change later";
    private static final String PORTS_ONLY =
            "adapters implement ports, and are independent of the drivers and of the schema's history";
    private static final String TWO_DRIVERS = "HTTP and the command line are independent ways in";
    private static final String WEB_IN_API = "no other module depends on a web server";

    static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "domain uses only the JDK",
                    noClasses()
                            .that()
                            .resideInAPackage("derrick.domain..")
                            .should()
                            .dependOnClassesThat(
                                    DescribedPredicate.not(resideInAnyPackage("java..", "derrick.domain..")))
                            .because("the rules of drilling do not depend on a framework"),
                    user("derrick.domain.rig", "com.google.inject.Injector"),
                    user("derrick.domain.rig", "javax.sql.DataSource"),
                    user("derrick.domain.rig", "derrick.migrations.revision.Revision"),
                    user("derrick.domain.rig", "derrick.persistence.PersistenceModule"),
                    """
                    package derrick.domain.rig;
                    class Annotated { @jakarta.inject.Inject Annotated() {} }
                    """),
            separate("derrick.migrations", "derrick.domain", ENTITIES_CHANGE, "derrick.domain.rig.RigId"),
            separate(
                    "derrick.migrations",
                    "derrick.persistence",
                    ENTITIES_CHANGE,
                    "derrick.persistence.PersistenceModule"),
            separate("derrick.migrations", "derrick.api", ENTITIES_CHANGE, "derrick.api.sensor.SensorDataResource"),
            separate("derrick.migrations", "derrick.ops", ENTITIES_CHANGE, "derrick.ops.DerrickCli"),
            separate("derrick.persistence", "derrick.migrations", PORTS_ONLY, "derrick.migrations.revision.Revision"),
            separate("derrick.persistence", "derrick.api", PORTS_ONLY, "derrick.api.sensor.SensorDataResource"),
            separate("derrick.persistence", "derrick.ops", PORTS_ONLY, "derrick.ops.DerrickCli"),
            separate("derrick.api", "derrick.ops", TWO_DRIVERS, "derrick.ops.DerrickCli"),
            separate("derrick.ops", "derrick.api", TWO_DRIVERS, "derrick.api.sensor.SensorDataResource"),
            only(
                    "derrick.persistence",
                    "org.jdbi",
                    "SQL of entities is written in one module",
                    user("derrick.api.jdbi", "org.jdbi.v3.core.Jdbi"),
                    user("derrick.ops.jdbi", "org.jdbi.v3.core.Handle"),
                    user("derrick.migrations.jdbi", "org.jdbi.v3.core.Handle")),
            only(
                    "derrick.migrations.run",
                    "org.flywaydb",
                    "a new Flyway version changes one package",
                    user("derrick.migrations.revision", "org.flywaydb.core.api.MigrationVersion"),
                    user("derrick.ops.revision", "org.flywaydb.core.Flyway")),
            only("derrick.api", "jakarta.ws.rs", WEB_IN_API, user("derrick.ops.http", "jakarta.ws.rs.Path")),
            only(
                    "derrick.api",
                    "io.dropwizard",
                    WEB_IN_API,
                    user("derrick.ops.http", "io.dropwizard.lifecycle.Managed")),
            only(
                    "derrick.api",
                    "org.eclipse.jetty",
                    WEB_IN_API,
                    user("derrick.ops.http", "org.eclipse.jetty.server.Server")),
            only("derrick.api", "org.glassfish.jersey", WEB_IN_API, """
                    package derrick.ops.http;
                    class UsesJersey { org.glassfish.jersey.server.ResourceConfig used; }
                    package org.glassfish.jersey.server;
                    public class ResourceConfig {}
                    """),
            only(
                    "derrick.ops",
                    "picocli",
                    "options and exit codes belong to the command line",
                    user("derrick.api.options", "picocli.CommandLine"),
                    user("derrick.migrations.options", "picocli.CommandLine")));

    private LayerRules() {}

    /** Forbids one module to use another. */
    private static Clause separate(String module, String other, String because, String typeOfOther) {
        return Clause.of(
                module + " does not use " + other,
                noClasses()
                        .that()
                        .resideInAPackage(module + "..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(other + ".."))
                        .because(because),
                user(module + ".part", typeOfOther));
    }

    /** Allows a library in one package and those below it. */
    private static Clause only(String home, String library, String because, String... offenders) {
        return Clause.of(
                "only " + home + " uses " + library,
                noClasses()
                        .that()
                        .resideOutsideOfPackage(home + "..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(library + ".."))
                        .because(because),
                offenders);
    }

    /** The source of a class that has a field of the given type. */
    private static String user(String home, String type) {
        return """
                package %s;
                class Uses%s { %s used; }
                """.formatted(home, type.replaceAll(".*\\.", ""), type);
    }
}
