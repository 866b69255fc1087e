package derrick.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CopyBackupTest {
    private static final String NO_PROGRAMS = "";

    @RegisterExtension
    final TestDatabase source = TestDatabase.empty();

    @RegisterExtension
    final TestDatabase target = TestDatabase.empty();

    @TempDir
    Path scripts;

    @TempDir
    Path folder;

    private SampleDatabase sample = new SampleDatabase(Path.of(""));

    @BeforeEach
    void fill() {
        sample = SampleDatabase.in(scripts);
        sample.fill(source.dataSource());
    }

    @Test
    void aRestoredDatabaseEqualsTheOriginal() {
        Backup.CompletedBackup taken = backup(folder);
        List<String> messages = restore(taken.file());

        assertThat(SampleDatabase.content(target.dataSource()))
                .isNotEmpty()
                .isEqualTo(SampleDatabase.content(source.dataSource()));
        assertThat(SampleDatabase.constraintsAndTriggers(target.dataSource()))
                .isEqualTo(SampleDatabase.constraintsAndTriggers(source.dataSource()));
        assertThat(CatalogReader.read(target.dataSource())).isEqualTo(CatalogReader.read(source.dataSource()));
        assertThat(messages).isEmpty();
        assertThat(taken.manifest().method()).isEqualTo("copy");
        assertThat(taken.manifest().rowCount()).isEqualTo(4 + 2 + 5000 + 1 + 3);
    }

    @Test
    void partitionsThatMaintenanceCreatedAreRestoredAtEachLevel() {
        new Sql(source.dataSource())
                .run(
                        "CREATE TABLE journal_2026_03 PARTITION OF journal"
                                + " FOR VALUES FROM ('2026-03-01Z') TO ('2026-04-01Z') PARTITION BY LIST (rig)",
                        "CREATE TABLE \"odd\"\"part\" PARTITION OF journal_2026_03 FOR VALUES IN ('rig 7')",
                        "ALTER TABLE journal DISABLE TRIGGER refused",
                        "INSERT INTO journal VALUES ('rig 7', '2026-03-02Z', 1)",
                        "ALTER TABLE journal ENABLE ALWAYS TRIGGER refused",
                        "REFRESH MATERIALIZED VIEW deepest");

        restore(backup(folder).file());

        assertThat(SampleDatabase.content(target.dataSource()))
                .isEqualTo(SampleDatabase.content(source.dataSource()))
                .anyMatch(line -> line.contains("rig 7"));
    }

    @Test
    void sequencesContinueAfterARestore() {
        restore(backup(folder).file());

        new Sql(target.dataSource()).run("INSERT INTO well (name) VALUES ('next')");
        assertThat(new Sql(target.dataSource()).rows("SELECT id FROM well WHERE name = 'next'"))
                .containsExactly("5");
        new Sql(target.dataSource()).run("INSERT INTO \"odd \"\"Name\" DEFAULT VALUES");
        assertThat(new Sql(target.dataSource()).rows("SELECT max(id) FROM \"odd \"\"Name\""))
                .containsExactly("4");
    }

    @Test
    void noExistingFileIsReplaced() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "content");
        assertThatThrownBy(() -> backup(taken))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(taken).hasContent("content");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aBackupFailsIfAPolicyHidesRowsFromTheRole() {
        new Sql(source.dataSource())
                .run(
                        "DROP ROLE IF EXISTS backup_reader",
                        "CREATE ROLE backup_reader",
                        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO backup_reader",
                        "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO backup_reader",
                        "ALTER TABLE well ENABLE ROW LEVEL SECURITY");
        DatabaseAddress reader = SampleDatabase.inRole("backup_reader", source.address());

        assertThatThrownBy(() -> new Backup(
                                reader, sample.revisions(), SampleDatabase.scratchBeside(source.address()), NO_PROGRAMS)
                        .take(
                                new BackupLocation(Optional.of(folder), folder),
                                Backup.Scope.MANAGED_ONLY,
                                BackupListener.NONE))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("row-level security policy for table \"well\"");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDatabaseThatIsNotEmptyIsRejected() {
        Path file = backup(folder).file();
        new Sql(target.dataSource()).run("CREATE TABLE mine AS SELECT 1 AS x");

        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("the database is not empty (mine); restore into an empty one");
        assertThat(SampleDatabase.content(target.dataSource())).containsExactly("mine (1)");
    }

    @Test
    void aBackupOfAnUnknownRevisionIsRejected() {
        Path file = backup(folder).file();
        new Scripts(scripts).delete("V003__index_journal.sql");

        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("003_index_journal");
        assertThat(SampleDatabase.content(target.dataSource())).isEmpty();
    }

    @Test
    void aFailedRestoreLeavesTheDatabaseEmpty() {
        Path file = backup(folder).file();
        new Scripts(scripts)
                .write(
                        "V003__index_journal.sql",
                        "ALTER TABLE journal DROP COLUMN depth CASCADE;\n"
                                + "ALTER TABLE journal ADD depth double precision GENERATED ALWAYS AS (7) STORED;");

        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(RestoreFailed.class)
                .hasMessageContaining("column \"depth\"")
                .hasMessageContaining("the database is unchanged");
        assertThat(SampleDatabase.content(target.dataSource())).isEmpty();
        assertThat(SampleDatabase.constraintsAndTriggers(target.dataSource())).isEmpty();
    }

    private Backup.CompletedBackup backup(Path to) {
        return new Backup(
                        source.address(),
                        sample.revisions(),
                        SampleDatabase.scratchBeside(source.address()),
                        NO_PROGRAMS)
                .take(new BackupLocation(Optional.of(to), to), Backup.Scope.EVERYTHING, BackupListener.NONE);
    }

    private List<String> restore(Path file) {
        List<String> messages = new ArrayList<>();
        try (Restore restore = Restore.of(file, sample.revisions(), bytes -> {})) {
            restore.into(target.address(), bytes -> {}, messages::add);
        }
        return messages;
    }
}
