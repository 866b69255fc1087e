package derrick.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.database.DatabaseAddress;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        assertThat(AwkwardDatabase.guards(target.dataSource())).isEqualTo(AwkwardDatabase.guards(source.dataSource()));
        assertThat(Catalog.of(target.dataSource())).isEqualTo(Catalog.of(source.dataSource()));
        assertThat(said).isEmpty();
        assertThat(taken.manifest().way()).isEqualTo("copy");
        assertThat(taken.manifest().rowCount()).isEqualTo(4 + 2 + 5000 + 1 + 3);
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
    void whatWasMadeByHandComesBackToo() {
        new Sql(source.dataSource())
                .run(
                        "CREATE TABLE by_hand AS SELECT 1 AS number, 'one'::varchar(5) AS word",
                        "CREATE SEQUENCE by_hand_number INCREMENT 5 START 7",
                        "ALTER TABLE nothing ADD COLUMN added text NOT NULL DEFAULT 'a'",
                        "CREATE SCHEMA \"Other Co\"; CREATE TYPE mood AS ENUM ('good', 'bad')",
                        "CREATE DOMAIN share AS numeric CHECK (VALUE <= 1); CREATE TYPE pair AS (a integer, b text)",
                        "CREATE FUNCTION bang() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'bang'; END$$",
                        """
                        CREATE TABLE "Other Co"."a ""b" (
                            id bigint GENERATED ALWAYS AS IDENTITY (START 100 INCREMENT 10) PRIMARY KEY,
                            mood mood DEFAULT 'good', share share CHECK (share > 0), pair pair,
                            half numeric GENERATED ALWAYS AS (share / 2) STORED, well integer REFERENCES well)
                        """,
                        "INSERT INTO \"Other Co\".\"a \"\"b\" VALUES (DEFAULT, 'bad', 0.5, '(1,x)', DEFAULT, 1)",
                        "CREATE TRIGGER bang BEFORE INSERT ON \"Other Co\".\"a \"\"b\""
                                + " FOR EACH ROW EXECUTE FUNCTION bang()",
                        "ALTER TABLE \"Other Co\".\"a \"\"b\" ENABLE ALWAYS TRIGGER bang",
                        "CREATE TABLE parted (number integer, word text) PARTITION BY LIST (number)",
                        "CREATE TABLE part AS SELECT 'one' AS word, 1 AS number",
                        "ALTER TABLE parted ATTACH PARTITION part FOR VALUES IN (1)",
                        "CREATE TABLE closed AS SELECT 1 AS number",
                        "CREATE POLICY own ON closed USING (number > 0)",
                        "ALTER TABLE closed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
                        "CREATE VIEW late AS SELECT id FROM well; CREATE VIEW later AS SELECT id FROM late",
                        "CREATE UNIQUE INDEX by_hand_word ON by_hand (word) WHERE number > 0",
                        "COMMENT ON COLUMN by_hand.word IS 'it''s a word'",
                        // What revisions make, and somebody changed.
                        "ALTER TABLE well ALTER COLUMN name DROP NOT NULL, ALTER COLUMN half TYPE double precision",
                        "ALTER TABLE well DROP CONSTRAINT well_favourite_fkey",
                        "UPDATE well SET favourite = 77, name = NULL WHERE id = 2");

        List<String> said = restore(backup(folder).file());

        // A partition that came from elsewhere had its columns in an order of its own.
        assertThat(AwkwardDatabase.content(target.dataSource()))
                .containsExactlyElementsOf(AwkwardDatabase.content(source.dataSource()).stream()
                        .map(line -> line.replace("part (one,1)", "part (1,one)"))
                        .toList())
                .contains("by_hand (1,one)", "by_hand_number 7 f", "nothing (a)");
        assertThat(Catalog.of(target.dataSource())).isEqualTo(Catalog.of(source.dataSource()));
        assertThat(AwkwardDatabase.belongings(target.dataSource()))
                .isEqualTo(AwkwardDatabase.belongings(source.dataSource()));
        assertThat(said)
                .contains(
                        "made or changed by hand, and back: table by_hand",
                        "a revision makes it, and it was not there: foreign key well.well_favourite_fkey",
                        "the column well.half is double precision again, as it was by hand")
                .noneMatch(line -> line.startsWith("not back"));
    }

    @Test
    void rightsAndSettingsComeBackToWhoIsThere() {
        AwkwardDatabase.furnish(source.address());
        new Sql(source.dataSource())
                .run("DROP ROLE IF EXISTS gone", "CREATE ROLE gone", "GRANT SELECT ON well, journal TO gone");
        Path file = backup(folder).file();
        new Sql(source.dataSource()).run("DROP OWNED BY gone", "DROP ROLE gone");

        List<String> said = restore(file);

        assertThat(AwkwardDatabase.household(target.dataSource()))
                .isEqualTo(AwkwardDatabase.household(source.dataSource()))
                .asString()
                .contains("Asia/O'Hara", "work_mem", "INSERT (name)");
        assertThat(said).containsExactly("there is no role gone here to get its rights back");
    }

    @Test
    void whatOnlyPgDumpTakesAlongIsNamedOrRefused() {
        new Sql(source.dataSource())
                .run("CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0')");
        assertThat(backup(folder).manifest().leftOut()).containsExactly("function public.total(integer)");

        new Sql(source.dataSource()).run("SELECT lo_from_bytea(0, 'x')");
        assertThatThrownBy(() -> backup(folder))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("there are large objects, so that only pg_dump");
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
                        "ALTER TABLE well ENABLE ROW LEVEL SECURITY");
        DatabaseAddress reader = new DatabaseAddress(
                source.address().host(),
                source.address().port(),
                source.address().database(),
                source.address().user(),
                source.address().password(),
                Map.of("options", "-c role=backup_reader"));

        assertThatThrownBy(() -> new Backup(reader, awkward.revisions(), NO_PROGRAMS)
                        .take(new BackupPlace(Optional.of(folder), folder), bytes -> {}, bytes -> {}))
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
        assertThat(AwkwardDatabase.guards(target.dataSource())).isEmpty();
    }

    private Backup.Taken backup(Path to) {
        return new Backup(source.address(), awkward.revisions(), NO_PROGRAMS)
                .take(new BackupPlace(Optional.of(to), to), bytes -> {}, bytes -> {});
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
