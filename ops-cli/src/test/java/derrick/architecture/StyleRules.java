package derrick.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** The rules how classes are named and wired. */
final class StyleRules {
    /** The prefixes of adapters: the technology or the format that they use. */
    static final List<String> ADAPTER_PREFIXES = List.of("Jdbi", "Json", "Ndjson", "Csv");

    static final List<Clause> CLAUSES = Stream.of(
                    Stream.of(
                            name("\\w+Impl", "StoreImpl"),
                            name("\\w+Util", "RecordUtil"),
                            name("\\w+Utils", "RecordUtils"),
                            name("\\w+Helper", "RecordHelper"),
                            name("\\w+Manager", "RecordManager"),
                            name("Base[A-Z]\\w*", "BaseRecord"),
                            name("Abstract[A-Z]\\w*", "AbstractRecord"),
                            name("I[A-Z][a-z]\\w*", "IRecord")),
                    Stream.of("util", "utils", "common", "shared", "helper").map(StyleRules::packageName),
                    Stream.of("jakarta.inject.Inject", "com.google.inject.Inject")
                            .map(StyleRules::fieldInjection),
                    Stream.of("org.jdbi.v3.core.Jdbi", "javax.sql.DataSource", "java.sql.Connection")
                            .map(StyleRules::databaseInResource),
                    Stream.of(setters(), adapterNames(), rows(), catchInResource()))
            .flatMap(clauses -> clauses)
            .toList();

    private StyleRules() {}

    /** Whether a class implements a port of the domain. */
    static DescribedPredicate<JavaClass> isAdapter() {
        return DescribedPredicate.describe(
                "implement a port of the domain",
                type -> type.getAllRawInterfaces().stream()
                        .anyMatch(port -> port.getPackageName().startsWith("derrick.domain")));
    }

    private static Clause name(String pattern, String example) {
        return Clause.of(
                "no name is like " + example,
                noClasses()
                        .should()
                        .haveNameMatching(".*[.$]" + pattern)
                        .because("a name that fits every class describes none"),
                """
                package derrick.naming;
                class %s {}
                """.formatted(example),
                """
                package derrick.naming;
                class Surrounds%s { static class %s {} }
                """.formatted(example, example));
    }

    private static Clause packageName(String name) {
        return Clause.of(
                "no package is called " + name,
                noClasses()
                        .should()
                        .resideInAPackage(".." + name + "..")
                        .because("a name that fits every class describes none"),
                """
                package derrick.domain.%s;
                class Anything {}
                """.formatted(name),
                """
                package derrick.domain.%s.below;
                class Anything {}
                """.formatted(name));
    }

    private static Clause fieldInjection(String annotation) {
        return Clause.of(
                "no field has @" + annotation,
                noFields().should().beAnnotatedWith(annotation).because("the constructor lists what a class needs"),
                """
                package derrick.api.injected.%s;
                class Injected { @%s String rig; }
                """.formatted(annotation.replaceAll("\\..*", ""), annotation));
    }

    private static Clause databaseInResource(String type) {
        return Clause.of(
                "no resource has a " + type,
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith("jakarta.ws.rs.Path")
                        .should()
                        .haveRawType(type)
                        .because("a resource uses ports and use cases"),
                """
                package derrick.api.resource;
                @jakarta.ws.rs.Path("/") class Has%s { %s database; }
                """.formatted(type.replaceAll(".*\\.", ""), type));
    }

    private static Clause catchInResource() {
        return Clause.of(
                "no resource catches an exception",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith("jakarta.ws.rs.Path")
                        .should(catchNothing())
                        .because("errors are mapped to responses in one place"),
                """
                package derrick.api.resource;
                @jakarta.ws.rs.Path("/") class CatchesAnException {
                    boolean isUp() { try { return hashCode() > 0; } catch (RuntimeException ignored) { return false; } }
                }
                """);
    }

    private static Clause setters() {
        return Clause.of(
                "the domain has no setter",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat(resideInAPackage("derrick.domain.."))
                        .should()
                        .haveNameMatching("set[A-Z].*")
                        .because("values of the domain are immutable"),
                """
                package derrick.domain.setter;
                class HasASetter { double depth; void setDepth(double depth) { this.depth = depth; } }
                """);
    }

    private static Clause adapterNames() {
        return Clause.of(
                "an adapter is named by its technology or format",
                classes()
                        .that()
                        .resideInAPackage("derrick.persistence..")
                        .and(isAdapter())
                        .should()
                        .haveNameMatching(".*[.$](" + String.join("|", ADAPTER_PREFIXES) + ")[A-Z]\\w*")
                        .because("an adapter is named after its technology or format"),
                """
                package derrick.persistence.adapter;
                abstract class PostgresUsers implements derrick.domain.account.Users {}
                """);
    }

    private static Clause rows() {
        return Clause.of(
                "a row is used in its package only",
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Row")
                        .and()
                        .resideInAPackage("derrick.persistence..")
                        .should(beUsedInTheirPackageOnly())
                        .because("the columns of a table concern its adapter alone"),
                """
                package derrick.persistence.sensor;
                public record PublicRow(String rigId) {}
                package derrick.persistence.change;
                record UsesAnotherRow(derrick.persistence.sensor.PublicRow row) {}
                """);
    }

    private static ArchCondition<JavaClass> beUsedInTheirPackageOnly() {
        return new ArchCondition<>("be used in their package only") {
            @Override
            public void check(JavaClass row, ConditionEvents events) {
                row.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackage().equals(row.getPackage()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(row, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> catchNothing() {
        return new ArchCondition<>("catch nothing") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getTryCatchBlocks().stream()
                        .filter(block -> !block.getCaughtThrowables().isEmpty())
                        .forEach(block -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " catches " + block.getCaughtThrowables())));
            }
        };
    }
}
