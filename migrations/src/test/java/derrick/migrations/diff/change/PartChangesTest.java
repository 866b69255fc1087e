package derrick.migrations.diff.change;

import static derrick.migrations.diff.TestCatalog.catalog;
import static derrick.migrations.diff.TestCatalog.column;
import static derrick.migrations.diff.TestCatalog.constraint;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Trigger;
import derrick.migrations.diff.plan.ChangePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartChangesTest {
    private static final Trigger TOUCHED = trigger("CREATE TRIGGER touched …", Optional.empty(), Optional.empty());
    private static final Table RIG = rig(false, "fillfactor=80", Optional.empty(), Optional.empty(), TOUCHED);

    private final ChangePlan plan = new ChangePlan();

    @Test
    void settingsAndCommentsOfATableChangeInPlace() {
        change(
                catalog(RIG),
                catalog(rig(true, "autovacuum_enabled=off", Optional.of("a rig"), Optional.empty(), TOUCHED)));

        assertThat(PlanText.up(plan))
                .containsExactly(
                        "CREATE: ALTER TABLE rig SET UNLOGGED",
                        "CREATE: ALTER TABLE rig SET (autovacuum_enabled = off); ALTER TABLE rig RESET (fillfactor)",
                        "CREATE: COMMENT ON TABLE rig IS 'a rig'");
    }

    @Test
    void aTableIsMovedToItsTablespace() {
        change(
                catalog(RIG),
                catalog(rig(false, "fillfactor=80", Optional.empty(), Optional.of("TABLESPACE fast"), TOUCHED)));

        assertThat(PlanText.up(plan))
                .containsExactly("CREATE: ALTER TABLE rig SET ACCESS METHOD heap; ALTER TABLE rig SET TABLESPACE fast");
        assertThat(plan.steps().flatMap(step -> step.remarks().stream()))
                .containsExactly("rig is locked for reads and writes while it is moved");
    }

    @Test
    void theRowTypeOfATypedTableCannotChange() {
        change(
                catalog(RIG),
                catalog(rig(false, "fillfactor=80", Optional.empty(), Optional.of("OF rig_type"), TOUCHED)));

        assertThat(plan.groups()).isEmpty();
    }

    @Test
    void aTriggerWithAnotherDefinitionIsCreatedAgain() {
        change(
                catalog(RIG),
                catalog(rig(
                        false,
                        "fillfactor=80",
                        Optional.empty(),
                        Optional.empty(),
                        trigger("CREATE TRIGGER touched … WHEN …", Optional.empty(), Optional.empty()))));

        assertThat(PlanText.up(plan))
                .containsExactly("CREATE: DROP TRIGGER touched ON rig", "CREATE: CREATE TRIGGER touched … WHEN …");
    }

    @Test
    void aTriggerIsDisabledInPlace() {
        change(
                catalog(RIG),
                catalog(rig(
                        false,
                        "fillfactor=80",
                        Optional.empty(),
                        Optional.empty(),
                        trigger(TOUCHED.definition(), Optional.of("disabled"), Optional.of("x")))));

        assertThat(PlanText.up(plan))
                .containsExactly(
                        "CREATE: ALTER TABLE rig DISABLE TRIGGER touched",
                        "CREATE: COMMENT ON TRIGGER touched ON rig IS 'x'");
    }

    @Test
    void foreignKeysAreAddedAfterTheKeysOfAllTables() {
        Table bit = table("a_bit", column("rig", "bigint"));
        Table rig = table("rig", column("id", "bigint"));
        Constraint reference = constraint("fk", Constraint.Type.FOREIGN_KEY, "FOREIGN KEY (rig) REFERENCES rig(id)");
        Constraint key = constraint("pk", Constraint.Type.PRIMARY_KEY, "PRIMARY KEY (id)");
        change(
                catalog(bit, rig),
                catalog(
                        table("a_bit", bit.columns(), List.of(reference), List.of()),
                        table("rig", rig.columns(), List.of(key), List.of())));

        assertThat(PlanText.up(plan))
                .containsExactly(
                        "BUILD_INDEX: CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS pk ON rig (id)",
                        "VALIDATE: ALTER TABLE rig ADD CONSTRAINT pk PRIMARY KEY USING INDEX pk",
                        "VALIDATE: ALTER TABLE a_bit ADD CONSTRAINT fk FOREIGN KEY (rig) REFERENCES rig(id) NOT VALID",
                        "DROP: ALTER TABLE a_bit VALIDATE CONSTRAINT fk");
    }

    @Test
    void aConstraintWithAnotherNameIsRenamed() {
        Table before = table("rig", List.of(), List.of(check("old")), List.of());
        change(catalog(before), catalog(table("rig", List.of(), List.of(check("new")), List.of())));

        assertThat(PlanText.up(plan)).containsExactly("CREATE: ALTER TABLE rig RENAME CONSTRAINT old TO new");
    }

    @Test
    void policiesAreCreatedAndReplicaIdentitiesSetAfterTheIndexes() {
        change(
                Catalog.EMPTY,
                withOthers(
                        other("policy", "rig.mine"),
                        other("replica identity of", "rig"),
                        other("extension", "citext")));

        assertThat(PlanText.up(plan))
                .as("extensions are created before the tables")
                .containsExactlyInAnyOrder("CREATE: CREATE rig.mine", "VALIDATE: CREATE rig");
    }

    private void change(Catalog before, Catalog after) {
        new PartChanges(
                        new SchemaGraph(before),
                        new SchemaGraph(after),
                        new PartChanges.SchemaPair(before, after),
                        plan)
                .addSteps();
    }

    private static Trigger trigger(String definition, Optional<String> firing, Optional<String> comment) {
        return new Trigger("touched", definition, firing, comment);
    }

    private static Constraint check(String name) {
        return constraint(name, Constraint.Type.CHECK, "CHECK (true)");
    }

    private static Catalog withOthers(OtherObject... others) {
        Map<String, OtherObject> byName = new java.util.TreeMap<>();
        for (OtherObject other : others) {
            byName.put(other.name(), other);
        }
        Catalog empty = Catalog.EMPTY;
        return new Catalog(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), byName, Map.of(), empty.dependencies());
    }

    private static OtherObject other(String type, String name) {
        return new OtherObject(
                type,
                name,
                Map.of(),
                List.of("CREATE " + name),
                List.of("DROP " + name),
                Optional.empty(),
                Optional.empty());
    }

    private static Table rig(
            boolean unlogged, String storage, Optional<String> comment, Optional<String> placement, Trigger trigger) {
        return new Table(
                "rig",
                unlogged,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(storage),
                placement,
                comment,
                List.of(),
                List.of(),
                List.of(),
                List.of(trigger));
    }
}
