package derrick.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule holds over the house, and every rule can be broken: its offenders are caught. */
final class ArchitectureTest {
    private static final JavaClasses HOUSE = House.classes();

    /** The rules, each with the package below {@code offenders} whose classes break it. */
    enum HouseRule {
        DOMAIN_KNOWS_ONLY_THE_JDK(LayerRules.DOMAIN_KNOWS_ONLY_THE_JDK, "derrick.domain.framework"),
        DOMAIN_IS_TOLD_THE_TIME(LayerRules.DOMAIN_IS_TOLD_THE_TIME, "derrick.domain.clock"),
        DOMAIN_HAS_NO_SETTERS(StyleRules.DOMAIN_HAS_NO_SETTERS, "derrick.domain.setter"),
        FEATURES_KNOW_ONLY_WHAT_IS_WRITTEN_DOWN(
                FeatureRules.FEATURES_KNOW_ONLY_WHAT_IS_WRITTEN_DOWN, "derrick.domain.quantity"),
        MIGRATIONS_KNOW_NO_ENTITY(LayerRules.MIGRATIONS_KNOW_NO_ENTITY, "derrick.migrations"),
        FLYWAY_STAYS_IN_ITS_PACKAGE(LayerRules.FLYWAY_STAYS_IN_ITS_PACKAGE, "derrick.migrations"),
        PERSISTENCE_KNOWS_ONLY_THE_DOMAIN(LayerRules.PERSISTENCE_KNOWS_ONLY_THE_DOMAIN, "derrick.persistence.schema"),
        JDBI_STAYS_IN_PERSISTENCE(LayerRules.JDBI_STAYS_IN_PERSISTENCE, "derrick.api.jdbi"),
        ADAPTERS_ARE_NAMED_BY_TECHNOLOGY(StyleRules.ADAPTERS_ARE_NAMED_BY_TECHNOLOGY, "derrick.persistence.adapter"),
        ROWS_STAY_AT_HOME(StyleRules.ROWS_STAY_AT_HOME, "derrick.persistence"),
        DRIVERS_NEVER_MEET(LayerRules.DRIVERS_NEVER_MEET, "derrick.api.driver"),
        HTTP_STAYS_IN_API(LayerRules.HTTP_STAYS_IN_API, "derrick.ops.http"),
        PICOCLI_STAYS_IN_OPS_CLI(LayerRules.PICOCLI_STAYS_IN_OPS_CLI, "derrick.api.options"),
        API_HAS_ONE_DOOR_TO_PERSISTENCE(FeatureRules.API_HAS_ONE_DOOR_TO_PERSISTENCE, "derrick.api.door"),
        OPS_CLI_HAS_ONE_DOOR_TO_PERSISTENCE(FeatureRules.OPS_CLI_HAS_ONE_DOOR_TO_PERSISTENCE, "derrick.ops.door"),
        RESOURCES_CATCH_NOTHING(StyleRules.RESOURCES_CATCH_NOTHING, "derrick.api.resource"),
        RESOURCES_HOLD_NO_DATABASE(StyleRules.RESOURCES_HOLD_NO_DATABASE, "derrick.api.resource"),
        NAMES_SAY_SOMETHING(StyleRules.NAMES_SAY_SOMETHING, "derrick.naming"),
        NOTHING_IS_INJECTED_INTO_FIELDS(StyleRules.NOTHING_IS_INJECTED_INTO_FIELDS, "derrick.api.resource");

        private final ArchRule rule;
        private final String offenders;

        HouseRule(ArchRule rule, String offenders) {
            this.rule = rule;
            this.offenders = "offenders." + offenders;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHolds(HouseRule houseRule) {
        houseRule.rule.check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleCatchesItsOffenders(HouseRule houseRule) {
        JavaClasses offenders = new ClassFileImporter().importPackages(houseRule.offenders);

        assertThat(houseRule.rule.evaluate(offenders).hasViolation()).isTrue();
    }

    @Test
    void allModulesAreLookedAt() {
        assertThat(House.MODULES)
                .allSatisfy(module -> assertThat(HOUSE.stream()
                                .map(type ->
                                        type.getSource().orElseThrow().getUri().getPath()))
                        .anyMatch(path -> path.contains("/" + module + "/target/classes/")));
    }

    @Test
    void noFeatureOfTheDomainKnowsItselfThroughOthers() {
        for (String feature : FeatureRules.MAY_KNOW.keySet()) {
            Set<String> reached = new HashSet<>();
            Deque<String> next = new ArrayDeque<>(FeatureRules.MAY_KNOW.get(feature));
            while (!next.isEmpty()) {
                String known = next.pop();
                if (reached.add(known)) {
                    next.addAll(FeatureRules.MAY_KNOW.getOrDefault(known, Set.of()));
                }
            }
            assertThat(reached).doesNotContain(feature);
        }
    }
}
