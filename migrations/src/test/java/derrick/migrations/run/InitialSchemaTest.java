package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class InitialSchemaTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private SchemaMigration migration;

    @BeforeEach
    void atRevision001() {
        migration = new SchemaMigration(database.dataSource(), Revisions.packaged());
        migration.upgrade("001", MigrationListener.NONE);
    }

    @Test
    void revision001IsExactlyThePredecessorsSchema() {
        assertThat(SchemaListing.of(database.dataSource())).isEqualTo(SchemaListing.written("schema-at-001.txt"));
    }

    @Test
    void theColumnsOfSensorDataAreInThePredecessorsOrder() {
        assertThat(SchemaListing.columns(database.dataSource(), "sensor_data"))
                .isEqualTo(
                        "id,rig_id,timestamp,depth,wob,rpm,torque,rop,mud_flow,mud_pressure,mud_temperature,gamma_ray,"
                                + "resistivity,density,porosity,hook_load,vibration,status");
    }

    @Test
    void itsDowngradeLeavesOnlyTheHistory() {
        migration.downgrade("base", MigrationListener.NONE);

        assertThat(SchemaListing.of(database.dataSource())).isEmpty();
        assertThat(new Sql(database.dataSource()).rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("flyway_schema_history");
    }

    @Test
    void itCanBeAppliedAgainAfterADowngrade() {
        migration.downgrade("base", MigrationListener.NONE);
        migration.upgrade("001", MigrationListener.NONE);

        assertThat(SchemaListing.of(database.dataSource())).isEqualTo(SchemaListing.written("schema-at-001.txt"));
    }

    @Test
    void aTableWithForeignDependentsFailsTheDowngradeAndNothingIsDropped() {
        Sql sql = new Sql(database.dataSource());
        sql.run("CREATE VIEW report AS SELECT username FROM users");

        assertThatThrownBy(() -> migration.downgrade("base", MigrationListener.NONE))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("U001__initial_schema.sql, line 18: cannot drop table users")
                .hasMessageContaining("SQLSTATE 2BP01");
        assertThat(SchemaListing.of(database.dataSource()))
                .contains("table system_logs", "table users", "kind v report");
    }
}
