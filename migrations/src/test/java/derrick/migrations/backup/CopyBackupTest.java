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
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    private AwkwardDatabase awkward = new AwkwardDatabase(Path.of(""));

    @BeforeEach
    void fill() {
        awkward = AwkwardDatabase.in(scripts);
        awkward.fill(source.dataSource());
    }

    @Test
    void whatComesBackIsWhatWasThere() {
        Backup.Taken taken = backup(folder);
        List<String> said = restore(taken.file());

        assertThat(AwkwardDatabase.content(target.dataSource()))
                .isNotEmpty()
                .isEqualTo(AwkwardDatabase.content(source.dataSource()));
        assertThat(AwkwardDatabase.constraintsAndTriggers(target.dataSource()))
                .isEqualTo(AwkwardDatabase.constraintsAndTriggers(source.dataSource()));
        assertThat(CatalogReader.read(target.dataSource())).isEqualTo(CatalogReader.read(source.dataSource()));
        assertThat(said).isEmpty();
        assertThat(taken.manifest().way()).isEqualTo("copy");
        assertThat(taken.manifest().rowCount()).isEqualTo(4 + 2 + 5000 + 1 + 3);
    }

    @Test
    void partitionsThatMaintenanceMadeComeBackAtEveryLevel() {
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

        assertThat(AwkwardDatabase.content(target.dataSource()))
                .isEqualTo(AwkwardDatabase.content(source.dataSource()))
                .anyMatch(line -> line.contains("rig 7"));
    }

    @Test
    void aNewRowGetsTheNextNumber() {
        restore(backup(folder).file());

        new Sql(target.dataSource()).run("INSERT INTO well (name) VALUES ('next')");
        assertThat(new Sql(target.dataSource()).rows("SELECT id FROM well WHERE name = 'next'"))
                .containsExactly("5");
        new Sql(target.dataSource()).run("INSERT INTO \"odd \"\"Name\" DEFAULT VALUES");
        assertThat(new Sql(target.dataSource()).rows("SELECT max(id) FROM \"odd \"\"Name\""))
                .containsExactly("4");
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        Path file = backup(folder).file();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getFileName().toString())
                .matches(source.address().database() + "-003-\\d{8}T\\d{6}Z\\.backup\\.zip");
    }

    @Test
    void noFileIsReplaced() throws IOException {
        assertThat(Stream.generate(() -> backup(folder).file()).limit(3)).doesNotHaveDuplicates();
        Path taken = Files.writeString(folder.resolve("taken"), "mine");
        assertThatThrownBy(() -> backup(taken))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(taken).hasContent("mine");
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @Test
    void whereRowsAreHiddenFromTheRoleThereIsNoBackupAndNoFile() {
        new Sql(source.dataSource())
                .run(
                        "DROP ROLE IF EXISTS backup_reader",
                        "CREATE ROLE backup_reader",
                        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO backup_reader",
                        "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO backup_reader",
                        "ALTER TABLE well ENABLE ROW LEVEL SECURITY");
        DatabaseAddress reader = AwkwardDatabase.inRole("backup_reader", source.address());

        assertThatThrownBy(() -> new Backup(
                                reader,
                                awkward.revisions(),
                                AwkwardDatabase.scratchBeside(source.address()),
                                NO_PROGRAMS)
                        .take(
                                new BackupLocation(Optional.of(folder), folder),
                                Backup.Scope.MANAGED_ONLY,
                                BackupListener.NONE))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("row-level security policy for table \"well\"");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfWhichAnyByteIsDamagedIsRefusedOrMeansTheSame() throws IOException {
        Path file = backup(folder).file();
        byte[] whole = Files.readAllBytes(file);
        String manifest = manifest(file);
        int refused = 0;
        int step = Math.max(1, whole.length / 400);
        for (int at = 0; at < whole.length; at += step) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x20;
            Path copy = Files.write(folder.resolve("damaged.zip"), damaged);
            try {
                assertThat(manifest(copy)).isEqualTo(manifest);
            } catch (BackupUnreadable expected) {
                assertThat(expected.getMessage()).contains("damaged.zip").doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / step * 9 / 10);
    }

    @Test
    void aFileThatWasCutOffOrIsSomethingElseIsRefused() throws IOException {
        Path file = backup(folder).file();
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> manifest(cut))
                    .isInstanceOf(BackupUnreadable.class)
                    .hasMessageContaining("cut.zip");
        }
        Path text = Files.writeString(folder.resolve("dump.sql"), "CREATE TABLE well ();");
        assertThatThrownBy(() -> manifest(text))
                .isInstanceOf(BackupUnreadable.class)
                .hasMessageContaining("dump.sql");
        assertThatThrownBy(() -> manifest(folder.resolve("none"))).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> manifest(folder)).isInstanceOf(BackupUnreadable.class);
    }

    @Test
    void aBackupOfAnEarlierVersionIsRefusedByName() throws IOException {
        Path earlier = folder.resolve("earlier.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(earlier))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("{\"product\": \"derrick\", \"format\": 2, \"rights\": []}".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> manifest(earlier))
                .isInstanceOf(BackupUnreadable.class)
                .hasMessage(earlier + " was made by an earlier version of derrick (backup format 2, not 3);"
                        + " restore it with that version");
    }

    @Test
    void aDatabaseWithAnythingInItIsRefused() {
        Path file = backup(folder).file();
        new Sql(target.dataSource()).run("CREATE TABLE mine AS SELECT 1 AS x");

        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("it has mine; restore into a new one");
        assertThat(AwkwardDatabase.content(target.dataSource())).containsExactly("mine (1)");
    }

    @Test
    void aRevisionThatIsNotHereIsRefused() {
        Path file = backup(folder).file();
        new Scripts(scripts).delete("V003__index_journal.sql");

        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("003_index_journal");
        assertThat(AwkwardDatabase.content(target.dataSource())).isEmpty();
    }

    @Test
    void whatFailsHalfWayLeavesNothing() {
        Path file = backup(folder).file();
        new Scripts(scripts)
                .write(
                        "V003__index_journal.sql",
                        "ALTER TABLE journal DROP COLUMN depth CASCADE;\n"
                                + "ALTER TABLE journal ADD depth double precision GENERATED ALWAYS AS (7) STORED;");

        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(RestoreFailed.class)
                .hasMessageContaining("column \"depth\"")
                .hasMessageContaining("the database is as it was");
        assertThat(AwkwardDatabase.content(target.dataSource())).isEmpty();
        assertThat(AwkwardDatabase.constraintsAndTriggers(target.dataSource())).isEmpty();
    }

    private Backup.Taken backup(Path to) {
        return new Backup(
                        source.address(),
                        awkward.revisions(),
                        AwkwardDatabase.scratchBeside(source.address()),
                        NO_PROGRAMS)
                .take(new BackupLocation(Optional.of(to), to), Backup.Scope.EVERYTHING, BackupListener.NONE);
    }

    private List<String> restore(Path file) {
        List<String> said = new ArrayList<>();
        try (Restore restore = Restore.of(file, awkward.revisions(), bytes -> {})) {
            restore.into(target.address(), bytes -> {}, said::add);
        }
        return said;
    }

    private String manifest(Path file) {
        try (Restore restore = Restore.of(file, awkward.revisions(), bytes -> {})) {
            return restore.manifest().toString();
        }
    }
}
