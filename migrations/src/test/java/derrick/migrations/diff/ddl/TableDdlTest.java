package derrick.migrations.diff.ddl;

import static derrick.migrations.diff.TestCatalog.column;
import static derrick.migrations.diff.TestCatalog.constraint;
import static derrick.migrations.diff.TestCatalog.index;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Table.PartitionOf;
import derrick.migrations.catalog.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableDdlTest {
    private static final Constraint KEY = constraint("rig_pkey", Constraint.Type.PRIMARY_KEY, "PRIMARY KEY (id)");
    private static final Constraint REFERENCE =
            constraint("rig_yard_fkey", Constraint.Type.FOREIGN_KEY, "FOREIGN KEY (yard) REFERENCES yard(id)");

    @Test
    void aTableIsCreatedWithItsConstraintsAndIndexes() {
        Table rig = table(
                "rig",
                List.of(column("id", "bigint"), column("yard", "bigint")),
                List.of(KEY, REFERENCE),
                List.of(index("rig_yard", "CREATE INDEX rig_yard ON rig USING btree (yard)")));

        assertThat(new TableDdl(rig).create(Set.of())).containsExactly("""
                CREATE TABLE rig (
                    id bigint,
                    yard bigint,
                    CONSTRAINT rig_pkey PRIMARY KEY (id),
                    CONSTRAINT rig_yard_fkey FOREIGN KEY (yard) REFERENCES yard(id)
                )""", "CREATE INDEX rig_yard ON rig (yard)");
    }

    @Test
    void foreignKeysToTablesThatDoNotExistYetAreLeftOut() {
        Table rig = table("rig", List.of(column("yard", "bigint")), List.of(REFERENCE), List.of());

        assertThat(new TableDdl(rig).create(Set.of("yard"))).containsExactly("CREATE TABLE rig (\n    yard bigint\n)");
        assertThat(TableDdl.references(REFERENCE, Set.of("yard"))).isTrue();
        assertThat(TableDdl.references(REFERENCE, Set.of("yards", "ya"))).isFalse();
        assertThat(TableDdl.references(KEY, Set.of("id"))).isFalse();
    }

    @Test
    void aConstraintThatIsNotValidatedIsAddedNotValid() {
        Constraint check = new Constraint("few", Constraint.Type.CHECK, "CHECK (id < 9)", false, Optional.of("few"));

        assertThat(new TableDdl(table("rig", List.of(column("id", "bigint")), List.of(check), List.of()))
                        .create(Set.of()))
                .containsExactly(
                        "CREATE TABLE rig (\n    id bigint\n)",
                        "ALTER TABLE rig ADD CONSTRAINT few CHECK (id < 9) NOT VALID",
                        "COMMENT ON CONSTRAINT few ON rig IS 'few'");
    }

    @Test
    void aPartitionHasItsParentAndBounds() {
        Table partition = new Table(
                "log_old",
                true,
                Optional.of(new PartitionOf("log", "FOR VALUES IN (1)")),
                List.of(),
                Optional.of("LIST (id)"),
                Optional.of("fillfactor=70"),
                Optional.of("TABLESPACE fast"),
                Optional.of("it's old"),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(new TableDdl(partition).create(Set.of()))
                .containsExactly(
                        "CREATE UNLOGGED TABLE log_old PARTITION OF log FOR VALUES IN (1) PARTITION BY LIST (id)"
                                + " WITH (fillfactor=70) TABLESPACE fast",
                        "COMMENT ON TABLE log_old IS 'it''s old'");
    }

    @Test
    void aTableMayHaveNoColumns() {
        assertThat(new TableDdl(table("rig")).create(Set.of())).containsExactly("CREATE TABLE rig ()");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disabled | ALTER TABLE rig DISABLE TRIGGER t
            replica | ALTER TABLE rig ENABLE REPLICA TRIGGER t
            always | ALTER TABLE rig ENABLE ALWAYS TRIGGER t
            """)
    void aTriggerIsCreatedAndThenEnabledOrDisabled(String firing, String statement) {
        Trigger trigger = new Trigger("t", "CREATE TRIGGER t …", Optional.of(firing), Optional.of("on"));

        assertThat(TableDdl.createTrigger("rig", trigger))
                .containsExactly("CREATE TRIGGER t …", statement, "COMMENT ON TRIGGER t ON rig IS 'on'");
    }

    @Test
    void anIndexIsCreatedOnPartitionsToo() {
        assertThat(TableDdl.createIndex(index("i", "CREATE INDEX i ON ONLY log USING gin (line)")))
                .isEqualTo("CREATE INDEX i ON log USING gin (line)");
    }
}
