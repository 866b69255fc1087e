package derrick.migrations.diff.change;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.diff.plan.ChangePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserTypeChangeTest {
    private final ChangePlan plan = new ChangePlan();

    @Test
    void theDefaultNullabilityAndChecksOfADomainChangeInPlace() {
        change(
                "domain",
                Map.of("type", "integer", "default", "0", "nullability", "NULL", "constraint a", "CHECK (VALUE > 0)"),
                Map.of(
                        "type",
                        "integer",
                        "default",
                        "none",
                        "nullability",
                        "NOT NULL",
                        "constraint a",
                        "CHECK (VALUE > 1)"));

        assertThat(PlanText.up(plan))
                .containsExactly(
                        "CREATE: ALTER DOMAIN length DROP CONSTRAINT a;"
                                + " ALTER DOMAIN length ADD CONSTRAINT a CHECK (VALUE > 1)",
                        "CREATE: ALTER DOMAIN length DROP DEFAULT",
                        "CREATE: ALTER DOMAIN length SET NOT NULL");
        assertThat(PlanText.down(plan))
                .endsWith("CREATE: ALTER DOMAIN length SET DEFAULT 0", "CREATE: ALTER DOMAIN length DROP NOT NULL");
    }

    @Test
    void aDomainWithAnotherBaseTypeIsReplaced() {
        change("domain", Map.of("type", "integer"), Map.of("type", "bigint"));

        assertThat(PlanText.up(plan))
                .containsExactly("CREATE: ALTER DOMAIN length RENAME TO length_before; CREATE length bigint;"
                        + " DROP DOMAIN length_before");
    }

    @Test
    void theAttributesOfACompositeTypeChangeInPlace() {
        change(
                "type",
                Map.of("attribute top", "integer", "attribute bottom", "integer"),
                Map.of("attribute top", "bigint", "attribute name", "text"));

        assertThat(PlanText.up(plan))
                .containsExactly(
                        "CREATE: ALTER TYPE length ADD ATTRIBUTE name text CASCADE",
                        "CREATE: ALTER TYPE length ALTER ATTRIBUTE top TYPE bigint CASCADE",
                        "DROP: ALTER TYPE length DROP ATTRIBUTE bottom CASCADE");
        assertThat(plan.steps().flatMap(step -> step.loss().stream()))
                .singleElement()
                .satisfies(loss -> assertThat(loss.what()).isEqualTo("values of length.bottom"));
    }

    @Test
    void aRangeTypeIsDroppedAndCreatedAgain() {
        OtherObject before = type("type", Map.of("range of", "integer"));
        OtherObject after = type("type", Map.of("range of", "bigint"));

        assertThat(UserTypeChange.isInPlace(before, after)).isFalse();
        assertThat(UserTypeChange.isInPlace(before, before)).isTrue();
    }

    private void change(String objectType, Map<String, String> before, Map<String, String> after) {
        new UserTypeChange(type(objectType, before), type(objectType, after), new SchemaGraph(Catalog.EMPTY))
                .addSteps(plan);
    }

    private static OtherObject type(String objectType, Map<String, String> attributes) {
        return new OtherObject(
                objectType,
                "length",
                attributes,
                List.of("CREATE length " + attributes.get("type")),
                List.of("DROP length"),
                Optional.empty(),
                Optional.empty());
    }
}
