package derrick.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** How classes are named, wired and held together. */
final class StyleRules {
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*\\.(\\w+(Impl|Utils?|Helper|Manager)|(Base|Abstract)[A-Z]\\w*|I[A-Z][a-z]\\w*)")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..shared..", "..helper..")
            .because("a name that fits everything tells nothing");

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("com.google.inject.Inject")
            .because("what a class needs stands in its constructor");

    static final ArchRule DOMAIN_HAS_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("..derrick.domain.."))
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("an entity becomes another entity; it is never half changed");

    static final ArchRule ADAPTERS_ARE_NAMED_BY_TECHNOLOGY = classes()
            .that()
            .resideInAPackage("..derrick.persistence..")
            .and(implementAPort())
            .should()
            .haveSimpleNameStartingWith("Jdbi")
            .orShould()
            .haveSimpleNameStartingWith("Json")
            .orShould()
            .haveSimpleNameStartingWith("Ndjson")
            .orShould()
            .haveSimpleNameStartingWith("Csv")
            .because("an adapter is named by the technology or the format that it speaks");

    static final ArchRule ROWS_STAY_AT_HOME = classes()
            .that()
            .haveSimpleNameEndingWith("Row")
            .and()
            .resideInAPackage("..derrick.persistence..")
            .should(beUsedInTheirPackageOnly())
            .because("how an entity lies in its table concerns its adapter alone");

    static final ArchRule RESOURCES_CATCH_NOTHING = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should(catchNothing())
            .because("errors become answers in one place");

    static final ArchRule RESOURCES_HOLD_NO_DATABASE = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should(not(new ArchCondition<>("hold a database") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                    boolean database = Set.of("org.jdbi.v3.core.Jdbi", "javax.sql.DataSource", "java.sql.Connection")
                            .contains(field.getRawType().getName());
                    events.add(new SimpleConditionEvent(field, database, field.getDescription()));
                }
            }))
            .because("a resource speaks to ports and use cases");

    private StyleRules() {}

    private static DescribedPredicate<JavaClass> implementAPort() {
        return DescribedPredicate.describe(
                "implement a port of the domain",
                type -> type.getAllRawInterfaces().stream()
                        .anyMatch(face -> face.getPackageName().startsWith("derrick.domain")));
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
