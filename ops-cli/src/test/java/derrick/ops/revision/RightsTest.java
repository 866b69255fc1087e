package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs commands with a role of few privileges, and on a read-only database. */
class RightsTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @BeforeEach
    void aRoleThatMayOnlyRead() {
        new Scripts(folder).table("001", "bit").table("002", "pump");
        sql().run("DROP ROLE IF EXISTS reader", "CREATE ROLE reader LOGIN PASSWORD 'reads'");
    }

    @AfterEach
    void dropIt() {
        sql().run("SET default_transaction_read_only = off", "DROP OWNED BY reader", "DROP ROLE reader");
    }

    @Test
    void currentAndHistoryNeedOnlyTheRightToRead() {
        derrick("upgrade", "001");
        sql().run("GRANT SELECT ON flyway_schema_history TO reader");

        assertThat(reader("current").out()).startsWith("001_make_bit, 1 behind");
        assertThat(reader("history").out()).contains("001_make_bit", "  applied ");
        assertThat(reader("upgrade", "--plan").out()).startsWith("apply 002_make_pump");
    }

    @Test
    void anUnreadableHistoryIsReported() {
        derrick("upgrade", "001");

        assertRefused(reader("current"), "permission denied for table flyway_schema_history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "stamp"})
    void theMissingPrivilegeIsNamed(String command) {
        assertRefused(
                reader(command, "001", "--force"), "the role lacks a privilege: permission denied for schema public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "stamp"})
    void aReadOnlyDatabaseIsReported(String command) {
        sql().run("ALTER DATABASE %s SET default_transaction_read_only = on"
                .formatted(database.address().database()));

        assertRefused(derrick(command, "001", "--force"), "the database is read-only: it is a standby, or ");
    }

    @Test
    void aDatabaseThatBecomesReadOnlyIsReported() {
        derrick("upgrade", "001");
        sql().run("ALTER DATABASE %s SET default_transaction_read_only = on"
                .formatted(database.address().database()));

        assertThat(derrick("current").out()).startsWith("001_make_bit, 1 behind");
        assertRefused(derrick("upgrade"), "the database is read-only: it is a standby, or ");
        assertRefused(
                derrick("check", "--data-dir=" + folder.resolve("V001__make_bit.sql")),
                "a scratch database is needed, but the server is read-only (or a standby); ");
    }

    private static void assertRefused(Cli refused, String reason) {
        assertThat(refused.err().lines().reduce((earlier, later) -> later))
                .hasValueSatisfying(line -> assertThat(line).contains(reason).doesNotContain("Position"));
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
    }

    private Cli derrick(String... words) {
        return run(url(), words);
    }

    private Cli reader(String... words) {
        return run(url().replaceFirst("//[^@]*@", "//reader:reads@"), words);
    }

    private Cli run(String url, String... words) {
        boolean upgrades = words[0].equals("upgrade");
        return Cli.run(Stream.concat(
                        Stream.of(words).filter(word -> !upgrades || !word.equals("--force")),
                        Stream.of("--migrations=" + folder, "--database-url=" + url))
                .toArray(String[]::new));
    }

    private String url() {
        return database.address().url();
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
