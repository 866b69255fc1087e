package derrick.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandsTest {
    @RegisterExtension
    final TestDatabase source = TestDatabase.empty();

    @RegisterExtension
    final TestDatabase target = TestDatabase.empty();

    @TempDir
    Path scripts;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        new Scripts(scripts).table("001", "bit");
        assertThat(derrick(source, "upgrade").exitCode()).isZero();
        new Sql(source.dataSource()).run("INSERT INTO bit VALUES (17), (19)");
    }

    @Test
    void aBackupIsRestoredAtItsRevision() {
        Cli backup = derrick(source, "backup", "--to=" + folder);
        assertThat(backup.exitCode()).isZero();
        assertThat(backup.err()).contains("wrote and verified 2 tables and 3 rows by");
        Path file = Path.of(backup.out().strip());
        assertThat(file).isRegularFile().hasParent(folder);

        Cli restore = derrick(target, "restore", file.toString());
        assertThat(restore.exitCode()).isZero();
        assertThat(restore.out()).isEqualToIgnoringNewLines("restored 2 tables and 3 rows at 001_make_bit");
        assertThat(derrick(target, "current").out()).startsWith("001_make_bit (head)");
        assertThat(new Sql(target.dataSource()).rows("SELECT id FROM bit")).containsExactly("17", "19");
        assertThat(backup.out() + backup.err() + restore.out() + restore.err())
                .doesNotContain(source.address().password().orElseThrow());
    }

    @Test
    void theReportsAreAvailableAsJson() {
        Path file = folder.resolve("one.zip");
        assertThat(derrick(source, "backup", "--to=" + file, "--json").out())
                .startsWith("{\"file\":\"%s\",\"database\":\"%s\",\"revision\":\"001\",\"taken\":\"2"
                        .formatted(file, source.address().database()))
                .contains("\"tables\":2,\"rows\":3,\"not_kept\":[]}");
        assertThat(derrick(target, "restore", file.toString(), "--json").out())
                .startsWith("{\"revision\":\"001\",\"taken\":\"2")
                .contains("\"tables\":2,\"rows\":3}");
    }

    @Test
    void unmanagedObjectsNeedPgDumpOrManagedOnly() {
        assumeTrue(
                derrick(source, "backup", "--to=" + folder, "--json").out().contains("\"way\":\"copy\""),
                "a pg_dump that fits keeps all");
        new Sql(source.dataSource()).run("CREATE TABLE mast (id integer)");

        Cli refused = derrick(source, "backup", "--to=" + folder.resolve("two.zip"));
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err())
                .contains("table mast is only in the database\n", "install postgresql-client-", "--managed-only");
        assertThat(folder.resolve("two.zip")).doesNotExist();

        Cli managed = derrick(source, "backup", "--to=" + folder.resolve("two.zip"), "--managed-only", "--json");
        assertThat(managed.exitCode()).isZero();
        assertThat(managed.out()).contains("\"not_kept\":[\"table mast is only in the database\"]");
    }

    @Test
    void anExistingFileIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");

        Cli refused = derrick(source, "backup", "--to=" + file);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(file + " already exists");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aMissingFolderIsReported() {
        Path nowhere = folder.resolve("tape");

        Cli refused = derrick(source, "backup", "--to=" + nowhere + "/");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--to", "folder not found: " + nowhere + "/")
                .hasLineCount(1);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aDatabaseThatIsNotEmptyIsNotChanged() {
        Path file = folder.resolve("one.zip");
        derrick(source, "backup", "--to=" + file);

        Cli refused = derrick(source, "restore", file.toString());

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("the database is not empty (bit").doesNotContain("\n\n");
        assertThat(derrick(source, "downgrade", "base", "--yes", "--no-backup").exitCode())
                .isZero();
        assertThat(derrick(source, "restore", file.toString()).exitCode()).isZero();
        assertThat(derrick(source, "current").out()).startsWith("001_make_bit (head)");
    }

    @Test
    void anInvalidBackupFileIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("dump.sql"), "CREATE TABLE bit ();");

        Cli refused = derrick(target, "restore", file.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(1).first().asString().contains("dump.sql is not a backup");
    }

    private Cli derrick(TestDatabase database, String... words) {
        return Cli.run(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--migrations=" + scripts,
                                "--database-url=" + database.address().url()))
                .toArray(String[]::new));
    }
}
