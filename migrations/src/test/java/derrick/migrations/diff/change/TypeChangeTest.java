package derrick.migrations.diff.change;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.diff.TestCatalog;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.ChangeStep.StepLoss;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypeChangeTest {
    @Test
    void aWiderTypeNeedsNoConversionAndNoRemark() {
        ChangeStep step = change("character varying(20)", "character varying(50)");

        assertThat(step.up()).containsExactly("ALTER TABLE rig ALTER COLUMN name TYPE varchar(50)");
        assertThat(step.remarks()).isEmpty();
        assertThat(step.loss()).isEmpty();
    }

    @Test
    void aNarrowerTypeLosesValuesAndCountsThem() {
        ChangeStep step = change("character varying(50)", "character varying(20)");

        assertThat(step.up()).hasSize(2);
        assertThat(step.up().get(0))
                .contains(
                        "WHERE (name::varchar(20)::varchar(50))::text IS DISTINCT FROM name::text",
                        "RAISE WARNING 'values of rig.name that do not fit in varchar(20): %', changed;");
        assertThat(step.up().get(1))
                .isEqualTo("ALTER TABLE rig ALTER COLUMN name TYPE varchar(20) USING name::varchar(20)");
        assertThat(step.loss())
                .contains(
                        new StepLoss("the values of rig.name that do not fit in varchar(20)", Optional.of("rig.name")));
    }

    @Test
    void aRewriteIsRemarked() {
        assertThat(change("integer", "bigint").remarks())
                .containsExactly("rig.name becomes bigint: rig is locked for reads and writes while it is rewritten");
    }

    @Test
    void timesWithoutAZoneAreTakenAsUtc() {
        ChangeStep step = change("timestamp without time zone", "timestamp with time zone");

        assertThat(step.up())
                .containsExactly("ALTER TABLE rig ALTER COLUMN name TYPE timestamptz"
                        + " USING (name AT TIME ZONE 'UTC')::timestamptz");
        assertThat(step.remarks()).anyMatch(remark -> remark.contains("times without a zone are taken as UTC"));
    }

    @Test
    void aDefaultIsDroppedBeforeTheConversionAndSetAfterIt() {
        ChangeStep step = new TypeChange("rig", withDefault("integer", "0"), withDefault("text", "'0'::text")).step();

        assertThat(step.up())
                .containsExactly(
                        "ALTER TABLE rig ALTER COLUMN name DROP DEFAULT",
                        "ALTER TABLE rig ALTER COLUMN name TYPE text USING name::text",
                        "ALTER TABLE rig ALTER COLUMN name SET DEFAULT '0'");
    }

    private static ChangeStep change(String before, String after) {
        return new TypeChange("rig", TestCatalog.column("name", before), TestCatalog.column("name", after)).step();
    }

    private static Column withDefault(String type, String expression) {
        return TestCatalog.column("name", type, true, new ColumnDefault.Default(expression), Optional.empty());
    }
}
