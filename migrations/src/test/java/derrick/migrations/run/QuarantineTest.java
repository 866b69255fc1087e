package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuarantineTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.atHead();

    /** One row is found by its number, one by its time: a cached plan for one must not break the other. */
    @Test
    void rowsOfSeveralTablesAreRejectedInOneRun() {
        Sql sql = new Sql(database.dataSource());
        sql.run("""
                INSERT INTO rul_predictions (id, rig_id, component, predicted_rul, confidence, timestamp, model_used)
                VALUES (3000000000, 'F-9A', 'mud pump', 1, 1, now(), 'lstm');
                INSERT INTO sensor_data (rig_id, timestamp, wob) VALUES ('F-9A', now(), 12.5);
                """);

        new SchemaMigration(database.dataSource(), Revisions.packaged()).downgrade("002", MigrationListener.NONE);

        assertThat(sql.rows("SELECT source_table, form, row_data ->> 'rig_id' FROM quarantined_rows ORDER BY 1"))
                .containsExactly("rul_predictions head F-9A", "sensor_data head F-9A");
    }
}
