package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.HistoryConflict;
import derrick.migrations.revision.Revision;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class StampTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void threeRevisions() {
        scripts = new Scripts(folder).table("001", "bit").table("002", "pump").table("003", "mast");
    }

    @Test
    void theHistoryEqualsThatOfAnUpgrade() {
        migration().upgrade("002", MigrationListener.NONE);
        List<String> upgraded = history();
        sql().run("DROP TABLE flyway_schema_history");

        Stamp stamp = migration().stamp("002", Stamp.Precondition.NONE, MigrationListener.NONE);

        assertThat(stamp.added()).extracting(Revision::id).containsExactly("001", "002");
        assertThat(stamp.removed()).isEmpty();
        assertThat(history()).isEqualTo(upgraded);
        assertThat(migration().upgrade("head", MigrationListener.NONE))
                .extracting(Revision::id)
                .containsExactly("003");
        new FluentConfiguration(getClass().getClassLoader())
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .loggers(FlywaySettings.NoOpLog.class.getName())
                .load()
                .validate();
    }

    @Test
    void aStampToALowerRevisionKeepsTheHistoryAndRunsNothing() {
        migration().upgrade("head", MigrationListener.NONE);
        scripts.delete("U003__make_mast.sql");

        assertThat(migration()
                        .stamp("001", Stamp.Precondition.NONE, MigrationListener.NONE)
                        .removed())
                .extracting(Revision::id)
                .containsExactly("003", "002");
        assertThat(sql().rows("SELECT version, type FROM flyway_schema_history ORDER BY installed_rank"))
                .containsExactly("001 SQL", "002 SQL", "003 SQL", "003 DELETE", "002 DELETE");
        assertThat(sql().rows("SELECT to_regclass('pump'), to_regclass('mast')"))
                .containsExactly("pump mast");
        assertThat(migration()
                        .stamp("base", Stamp.Precondition.NONE, MigrationListener.NONE)
                        .removed())
                .extracting(Revision::id)
                .containsExactly("001");
        assertThat(migration()
                        .stamp("head", Stamp.Precondition.NONE, MigrationListener.NONE)
                        .added())
                .hasSize(3);
        assertThat(migration().upgrade("head", MigrationListener.NONE)).isEmpty();
    }

    @Test
    void stampingTheCurrentRevisionWritesNothing() {
        migration().stamp("002", Stamp.Precondition.NONE, MigrationListener.NONE);
        List<String> before = history();

        assertThat(migration().stamp("current", Stamp.Precondition.NONE, MigrationListener.NONE))
                .isEqualTo(new Stamp(List.of(), List.of(), List.of()));
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void tablesCreatedByHandGetAHistory() {
        sql().run("CREATE TABLE bit (id integer)");

        assertThat(migration()
                        .stamp("001", Stamp.Precondition.NONE, MigrationListener.NONE)
                        .added())
                .hasSize(1);
        assertThat(migration().upgrade("head", MigrationListener.NONE)).hasSize(2);
    }

    @Test
    void aFailedRevisionRepairedByHandIsRecordedAsApplied() {
        scripts.write("V002__make_pump.sql", "VACUUM bit;\nDROP TABLE nowhere;\n");
        assertThatThrownBy(() -> migration().upgrade("head", MigrationListener.NONE))
                .isInstanceOf(MigrationFailed.class);

        assertThat(migration()
                        .stamp("002", Stamp.Precondition.NONE, MigrationListener.NONE)
                        .added())
                .extracting(Revision::id)
                .containsExactly("002");
        assertThat(migration().upgrade("head", MigrationListener.NONE)).hasSize(1);
    }

    @Test
    void ofAnEditedScriptOnlyTheChecksumChanges() {
        migration().upgrade("001", MigrationListener.NONE);
        List<String> before = rowsWithoutChecksum();
        scripts.write("V001__make_bit.sql", "CREATE TABLE bit (id bigint);\n");
        assertThatThrownBy(() -> migration().upgrade("head", MigrationListener.NONE))
                .isInstanceOf(HistoryConflict.class);

        assertThat(migration()
                        .stamp("001", Stamp.Precondition.NONE, MigrationListener.NONE)
                        .edited())
                .extracting(Revision::id)
                .containsExactly("001");

        assertThat(rowsWithoutChecksum()).isEqualTo(before);
        assertThat(migration().upgrade("002", MigrationListener.NONE)).hasSize(1);
    }

    private List<String> rowsWithoutChecksum() {
        return sql().rows("SELECT to_jsonb(row) - 'checksum' FROM flyway_schema_history AS row");
    }

    private SchemaMigration migration() {
        return new SchemaMigration(database.dataSource(), scripts.revisions());
    }

    private List<String> history() {
        return sql().rows("""
                SELECT installed_rank, version, description, type, script, checksum, installed_by, success
                FROM flyway_schema_history
                ORDER BY installed_rank
                """);
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
