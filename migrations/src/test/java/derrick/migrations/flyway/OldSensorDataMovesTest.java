package derrick.migrations.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of the rows of sensor_data between revision 001 and 002, both ways. */
final class OldSensorDataMovesTest {
    private static final String NEW_ROWS = """
            SELECT rig_id, timestamp AT TIME ZONE 'UTC', depth, rpm, mud_pressure, gamma_ray, status, time_source
            FROM sensor_data
            ORDER BY rig_id, timestamp
            """;

    private static final String OLD_ROWS =
            "SELECT rig_id, timestamp, depth, rpm, mud_pressure, gamma_ray, status FROM sensor_data ORDER BY id";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private SchemaMigration migration;
    private OldSensorData old;

    @BeforeEach
    void atRevision001() {
        migration = new SchemaMigration(database.dataSource(), Revisions.packaged());
        migration.upgrade("001", MigrationListener.NONE);
        old = new OldSensorData(database);
    }

    @Test
    void timesAreReadInTheZoneThatTheDatabaseNames() {
        old.zone("Europe/Oslo");
        old.add("A", "2026-01-15 12:00:00.25", "1");
        old.add("A", "2026-07-15 12:00", "2");
        upgrade();

        assertThat(sql().rows(NEW_ROWS))
                .containsExactly(
                        "A 2026-01-15 11:00:00.25 1 3 7 - normal measured",
                        "A 2026-07-15 10:00:00 2 3 7 - normal measured");
    }

    @Test
    void timesInNoNamedZoneStopItWithTheWordsToSay() {
        old.add("A", "2026-01-15 12:00", "1");

        assertStops(
                "the times in sensor_data carry no zone",
                "ALTER DATABASE " + database.address().database());
    }

    @Test
    void aZoneThatDoesNotExistStopsIt() {
        old.zone("Europe/Olso");
        old.add("A", "2026-01-15 12:00", "1");

        assertStops("derrick.legacy_time_zone is \"Europe/Olso\", which is no time zone");
    }

    @Test
    void aTimeThatTheZoneSkippedStopsIt() {
        old.zone("Europe/Oslo");
        old.add("A", "2026-03-29 02:30", "1");

        assertStops("with a time that the clocks of Europe/Oslo skipped: 1");
    }

    @Test
    void notANumberAndInfinityBecomeGaps() {
        old.zone("UTC");
        old.add("A", "2026-01-15 12:00", "'NaN'");
        old.add("B", "2026-01-15 12:00", "'Infinity'");
        old.add("C", "2026-01-15 12:00", "'-Infinity'");
        upgrade();

        assertThat(sql().rows("SELECT rig_id, depth, wob FROM sensor_data ORDER BY rig_id"))
                .containsExactly("A - 2", "B - 2", "C - 2");
    }

    @Test
    void aRowWithoutAnyReadingStopsIt() {
        old.zone("UTC");
        old.add("A", "2026-01-15 12:00", "'NaN'");
        sql().run("""
                UPDATE sensor_data
                SET wob = 'NaN', rpm = 'NaN', torque = 'NaN', rop = 'NaN', mud_flow = 'NaN', mud_pressure = 'NaN'
                """);

        assertStops("rows of sensor_data without any reading, every channel NaN, infinite or NULL: 1");
    }

    @Test
    void rowsThatSayTheSameBecomeOne() {
        old.zone("UTC");
        old.add("A", "2026-01-15 12:00", "1");
        old.add("A", "2026-01-15 12:00", "1");
        sql().run("UPDATE sensor_data SET status = 'normal' WHERE id = 2");
        upgrade();

        assertThat(sql().rows(NEW_ROWS)).containsExactly("A 2026-01-15 12:00:00 1 3 7 - normal measured");
    }

    @Test
    void rowsThatContradictEachOtherStopItWithTheirNumberAndAnExample() {
        old.zone("Europe/Oslo");
        for (String depth : List.of("1", "2", "3")) {
            old.add("B", "2026-01-15 12:00", depth);
        }
        old.add("A", "2026-01-15 13:00", "1");

        assertStops("same rig and time: 2, the first of rig B at 2026-01-15 12:00:00", "HAVING count(*) > 1");
    }

    @Test
    void everyRowThatHasAPlaceAtBothEndsGoesThereAndBack() {
        old.zone("Europe/Oslo");
        old.add("B", "2026-07-15 12:00", "2");
        old.add("A", "2026-01-15 12:00", "1");
        List<String> schema = Catalog.of(database.dataSource());
        upgrade();
        List<String> atHead = Catalog.of(database.dataSource());
        List<String> rows = sql().rows(NEW_ROWS);
        List<String> warnings = downgrade();

        assertThat(warnings).isEmpty();
        assertThat(Catalog.of(database.dataSource())).isEqualTo(schema);
        assertThat(sql().rows(OLD_ROWS))
                .containsExactly("A 2026-01-15 12:00:00 1 3 7 - normal", "B 2026-07-15 12:00:00 2 3 7 - normal");
        upgrade();
        assertThat(Catalog.of(database.dataSource())).isEqualTo(atHead);
        assertThat(sql().rows(NEW_ROWS)).isEqualTo(rows);
    }

    @Test
    void whoWasAllowedSomethingIsAllowedItBothWays() {
        String role = "crew_of_" + database.address().database();
        sql().run(
                        "CREATE ROLE \"" + role + " 1\"",
                        "GRANT SELECT ON sensor_data TO PUBLIC",
                        "GRANT INSERT ON sensor_data TO \"" + role + " 1\" WITH GRANT OPTION");
        List<String> granted = grants();
        upgrade();
        assertThat(grants()).isEqualTo(granted).hasSizeGreaterThan(2);
        downgrade();
        assertThat(grants()).isEqualTo(granted);
        assertThat(sql().rows("SELECT has_sequence_privilege('%s 1', 'sensor_data_id_seq', 'USAGE')".formatted(role)))
                .containsExactly("t");
    }

    @Test
    void theWayBackWritesTimesInUtcWhereNoZoneIsNamed() {
        upgrade();
        add("'A', '2026-07-15 12:00+02', 1, NULL");
        downgrade();

        assertThat(sql().rows(OLD_ROWS)).containsExactly("A 2026-07-15 10:00:00 1 3 7 - normal");
    }

    @Test
    void theWayBackCountsAloudWhatItCannotKeep() {
        old.zone("Europe/Oslo");
        upgrade();
        add("'A', '2026-01-15 12:00Z', NULL, NULL");
        add("'B', '2026-01-15 12:00Z', 1, 99");
        add("'C', '2026-10-25 00:30Z', 1, NULL");

        assertThat(downgrade())
                .containsExactly(
                        "rows of sensor_data dropped, since they have a gap where revision 001 takes none: 1",
                        "rows of sensor_data that lose values of channels unknown to revision 001: 1",
                        "rows of sensor_data in an hour that the clocks of Europe/Oslo show twice,"
                                + " no longer told apart: 1");
        assertThat(sql().rows("SELECT rig_id, timestamp FROM sensor_data ORDER BY rig_id"))
                .containsExactly("B 2026-01-15 13:00:00", "C 2026-10-25 02:30:00");
    }

    private List<String> grants() {
        return sql().rows("""
                SELECT grantee, privilege_type, is_grantable
                FROM information_schema.role_table_grants
                WHERE table_name = 'sensor_data'
                ORDER BY 1, 2
                """);
    }

    private void add(String rigTimeDepthAndGas) {
        sql().run("""
                INSERT INTO sensor_data (
                    rig_id, timestamp, depth, total_gas, wob, rpm, torque, rop, mud_flow, mud_pressure)
                VALUES (%s, 2, 3, 4, 5, 6, 7)
                """.formatted(rigTimeDepthAndGas));
    }

    private void upgrade() {
        migration.upgrade("002", MigrationListener.NONE);
    }

    private List<String> downgrade() {
        List<String> warnings = new ArrayList<>();
        migration.downgrade("001", new MigrationListener() {
            @Override
            public void warned(Revision revision, String warning) {
                warnings.add(warning);
            }
        });
        return warnings;
    }

    private void assertStops(String... words) {
        List<String> before = sql().rows("SELECT * FROM sensor_data ORDER BY id");

        assertThatThrownBy(this::upgrade)
                .isInstanceOf(MigrationFailed.class)
                .message()
                .contains("V002__keep_sensor_data_by_rig_and_time.sql", "SQLSTATE P0001")
                .contains(words);
        assertThat(sql().rows("SELECT * FROM sensor_data ORDER BY id")).isEqualTo(before);
        assertThat(new RevisionHistory(database.dataSource(), Revisions.packaged())
                        .standing()
                        .behind())
                .isEqualTo(1);
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
