package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.LegacyDatabase;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows of the predecessor's database after an upgrade to head and a downgrade. */
final class LegacyRowsTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private LegacyDatabase legacy;
    private SchemaMigration migration;

    @BeforeEach
    void aDatabaseOfThePredecessor() {
        legacy = LegacyDatabase.in(database);
        migration = new SchemaMigration(database.dataSource(), Revisions.packaged());
        sql().run("DROP TABLE alembic_version");
    }

    @Test
    void everyRowIsKeptOrQuarantinedWithAReason() {
        legacy.withDirtyRows();
        Map<String, Integer> before = legacy.rowCounts();
        zone("Asia/Tehran");
        upgrade();

        Map<String, Integer> kept = legacy.rowCounts();
        kept.merge(
                "well_profiles", count("well_profiles WHERE num_nonnulls(total_depth) = 0"), (all, made) -> all - made);
        Map<String, Integer> keptOrHeld = new HashMap<>(kept);
        sql().rows("SELECT source_table, count(*) FROM quarantined_rows WHERE form = '001' GROUP BY 1").stream()
                .map(row -> row.split(" "))
                .forEach(row -> keptOrHeld.merge(row[0], Integer.valueOf(row[1]), Integer::sum));
        assertThat(keptOrHeld).isEqualTo(before);
        assertThat(kept).containsEntry("users", 3).containsEntry("sensor_data", 204);
        assertThat(sql().rows("SELECT DISTINCT substring(reason FROM 'violates ([a-z-]+)|never showed')"
                        + " FROM quarantined_rows ORDER BY 1"))
                .containsExactly("check", "foreign", "not-null", "unique", "-");
    }

    @Test
    void theSchemaIsThatOfANewDatabase() {
        legacy.withDirtyRows();
        zone("Asia/Tehran");
        upgrade();

        Catalog declared = database.scratch().of(DeclaredSchema.packaged());
        assertThat(CatalogDifference.between(declared, CatalogReader.read(database.dataSource())))
                .extracting(CatalogDifference::object)
                .containsOnly("drilling_parameters_config");
    }

    @Test
    void aDowngradeTo001RestoresQuarantinedRows() {
        legacy.withDirtyRows();
        Map<String, Integer> before = legacy.rowCounts();
        zone("Asia/Tehran");
        upgrade();
        List<String> held = sql().rows("""
                SELECT format('SELECT %L FROM %I AS old WHERE old::text = %L', source_table, source_table, row_text)
                FROM quarantined_rows
                WHERE source_table <> 'sensor_data'
                """);
        migration.downgrade("001", MigrationListener.NONE);

        before.computeIfPresent("sensor_data", (table, rows) -> rows - 1); // one has nothing but gaps in 001's channels
        assertThat(legacy.rowCounts()).isEqualTo(before);
        assertThat(held)
                .hasSizeGreaterThan(20)
                .allSatisfy(query -> assertThat(sql().rows(query)).hasSize(1));
    }

    @Test
    void secretsAreHashedAndTimesHaveTheZone() {
        legacy.withDirtyRows();
        zone("Asia/Tehran");
        upgrade();

        assertThat(sql().rows("""
                SELECT
                    token_hash = sha256('Zk3v9Qm1xT7pLr5nWc8yB2sD4fGh6jKa'), used_at IS NOT NULL,
                    created_at AT TIME ZONE 'UTC'
                FROM password_reset_tokens
                WHERE id = 1
                """)).containsExactly("t t 2021-01-02 03:30:00");
        assertThat(sql().rows("SELECT count(*) FROM blacklisted_tokens WHERE octet_length(token_hash) = 32"))
                .containsExactly("2");
        assertThat(sql().rows("SELECT status FROM maintenance_alerts WHERE id IN (1, 4) ORDER BY id"))
                .containsExactly("acknowledged", "resolved");
        assertThat(sql().rows("SELECT nextval(pg_get_serial_sequence('users', 'id'))"))
                .containsExactly("6");
    }

    @Test
    void withoutTheTimeZoneNothingRuns() {
        legacy.withDirtyRows();
        Map<String, Integer> before = legacy.rowCounts();

        assertThatThrownBy(this::upgrade)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContainingAll("carry no zone", "./derrick adopt --time-zone", "ALTER DATABASE");
        assertThat(legacy.rowCounts()).isEqualTo(before);
        assertThat(new RevisionHistory(database.dataSource(), Revisions.packaged())
                        .status()
                        .revision())
                .get()
                .hasToString("001_initial_schema");
    }

    @Test
    void anUnknownTimeZoneIsRejected() {
        legacy.withDirtyRows();
        zone("Atlantis/Harbour");

        assertThatThrownBy(this::upgrade)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContainingAll("Atlantis/Harbour", "no time zone");
    }

    /** The server ends the connection in the third batch, whenever rows above 20000 are changed. */
    @Test
    void anInterruptedMigrationContinuesWhereItStopped() {
        zone("UTC");
        sql().run(
                        """
                INSERT INTO sensor_data (rig_id, timestamp, depth, wob, rpm, torque, rop, mud_flow, mud_pressure)
                SELECT 'A', timestamp '2026-01-01' + number * interval '1 s', number, 1, 2, 3, 4, 5, 6
                FROM generate_series(1, 25000) AS number
                """,
                        """
                CREATE FUNCTION pull_the_plug() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF OLD.id > 20000 THEN
                        PERFORM pg_terminate_backend(pg_backend_pid());
                    END IF;
                    RETURN OLD;
                END $$
                """,
                        "CREATE TRIGGER plug BEFORE DELETE ON sensor_data FOR EACH ROW"
                                + " EXECUTE FUNCTION pull_the_plug()");

        assertThatThrownBy(this::upgrade).isInstanceOf(RuntimeException.class);
        assertThat(sql().rows("SELECT count(*) FROM sensor_data")).containsExactly("20000");
        assertThat(sql().rows("SELECT count(*) FROM derrick_legacy.sensor_data"))
                .containsExactly("5000");

        sql().run("DROP FUNCTION pull_the_plug CASCADE");
        migration.upgrade("head", MigrationListener.NONE);
        assertThat(sql().rows("SELECT count(*), sum(depth), count(DISTINCT timestamp) FROM sensor_data"))
                .containsExactly("25000 312512500 25000");
        assertThat(sql().rows("SELECT count(*) FROM quarantined_rows")).containsExactly("0");
    }

    @Test
    void grantsSurviveUpgradeAndDowngrade() {
        String crew = "\"crew_of_" + database.address().database() + " 1\"";
        sql().run(
                        "CREATE ROLE " + crew,
                        "GRANT SELECT ON sensor_data TO PUBLIC",
                        "GRANT INSERT ON users TO " + crew + " WITH GRANT OPTION");
        List<String> granted = grants();
        upgrade();
        assertThat(grants()).isEqualTo(granted).hasSizeGreaterThan(2);
        migration.downgrade("001", MigrationListener.NONE);
        assertThat(grants()).isEqualTo(granted);
        assertThat(sql().rows("SELECT has_sequence_privilege('%s', 'users_id_seq', 'USAGE')"
                        .formatted(crew.replace("\"", ""))))
                .containsExactly("t");
    }

    @Test
    void theDowngradeWarnsOfTheNumberOfLostValues() {
        upgrade();
        sql().run("""
                INSERT INTO sensor_data (
                    rig_id, timestamp, total_gas, depth, wob, rpm, torque, rop, mud_flow, mud_pressure)
                VALUES ('A', '2026-01-15 12:00Z', 99, 1, 2, 3, 4, 5, 6, 7)
                """);
        List<String> warnings = new ArrayList<>();
        migration.downgrade("001", new MigrationListener() {
            @Override
            public void warned(Revision revision, String warning) {
                warnings.add(warning);
            }
        });

        assertThat(warnings)
                .containsExactly("rows of sensor_data that lose values of channels unknown to revision 001: 1");
        assertThat(sql().rows("SELECT rig_id, timestamp, depth FROM sensor_data"))
                .containsExactly("A 2026-01-15 12:00:00 1");
    }

    private List<String> grants() {
        return sql().rows("""
                SELECT table_name, grantee, privilege_type, is_grantable
                FROM information_schema.role_table_grants
                WHERE table_name IN ('sensor_data', 'users')
                ORDER BY 1, 2, 3
                """);
    }

    private int count(String what) {
        return Integer.parseInt(sql().rows("SELECT count(*) FROM " + what).get(0));
    }

    private void zone(String name) {
        sql().run("ALTER DATABASE %s SET derrick.legacy_time_zone = '%s'"
                .formatted(database.address().database(), name));
    }

    private void upgrade() {
        migration.stamp("001", Stamp.Precondition.NONE, MigrationListener.NONE);
        migration.upgrade("head", MigrationListener.NONE);
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
