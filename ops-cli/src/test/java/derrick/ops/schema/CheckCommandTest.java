package derrick.ops.schema;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String HEAD = Revisions.packaged().head().id();
    private static final String NOT_COMPARED =
            "not compared: owners; order of columns; names of partitions' indexes; grants,";
    private static final String SINCE = "  since no revision grants any";

    @RegisterExtension
    final TestDatabase database = TestDatabase.atHead();

    @TempDir
    Path folder;

    @Test
    void aFreshDatabaseIsClean() {
        Cli check = check();

        assertThat(check.exitCode()).isZero();
        assertThat(check.out().lines())
                .containsExactly(
                        "the migration files match the declared schema",
                        "the database matches revision " + HEAD,
                        NOT_COMPARED,
                        SINCE);
        assertThat(check("--json").out().strip())
                .isEqualTo("{\"clean\":true,\"declared_against_files\":[],\"revision\":\"%s\",".formatted(HEAD)
                        + "\"files_against_database\":[],\"history\":[],\"not_compared\":[\"owners\","
                        + "\"order of columns\",\"names of partitions' indexes\",\"grants\"]}");
    }

    @Test
    void sessionSettingsDoNotChangeTheResult() {
        sql().run("ALTER DATABASE %s SET standard_conforming_strings = off"
                .formatted(database.address().database()));

        assertThat(check().exitCode()).as(check().out()).isZero();
    }

    @Test
    void manualChangesAreListedUntilTheyAreReverted() {
        sql().run("ALTER TABLE users ALTER full_name TYPE varchar(120)", "DROP INDEX ix_system_logs_user_id");

        Cli check = check();

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out().lines())
                .containsExactly(
                        "the migration files match the declared schema",
                        "the database differs from revision " + HEAD + ":",
                        "  index system_logs.ix_system_logs_user_id is missing in the database",
                        "  column users.full_name: type is …racter varying(120), not …racter varying(100)",
                        NOT_COMPARED,
                        SINCE);
        assertThat(check("--json").out())
                .contains("{\"kind\":\"column\",\"object\":\"users.full_name\",\"aspect\":\"type\","
                        + "\"ours\":\"character varying(100)\",\"theirs\":\"character varying(120)\"}");

        sql().run(
                        "ALTER TABLE users ALTER full_name TYPE varchar(100)",
                        "CREATE INDEX ix_system_logs_user_id ON system_logs (user_id)");
        assertThat(check().exitCode()).isZero();
    }

    @Test
    void aDatabaseBehindHeadIsComparedWithItsOwnRevision() {
        assertThat(Cli.run("downgrade", "001", "--no-backup", "--yes", "--database-url", url())
                        .exitCode())
                .isZero();

        Cli check = check();
        assertThat(check.out()).contains("the database matches revision 001");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void anAppliedFileThatWasEditedIsListedEvenIfItCreatesTheSameSchema() throws IOException {
        sql().run("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '001'");

        Cli check = check();

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out().lines())
                .contains("the database matches revision " + HEAD, "the history table and the migration files differ:")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(check("--json").out())
                .startsWith("{\"clean\":false,")
                .contains("was edited since it was applied by");
        sql().run("UPDATE flyway_schema_history SET checksum = checksum - 1 WHERE version = '001'");
    }

    @Test
    void aDeclaredObjectWithoutARevisionIsMissingInTheFiles() throws IOException {
        Files.writeString(folder.resolve("bit.sql"), "CREATE TABLE bit (id integer);");
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("V001__make_pump.sql"), "CREATE TABLE pump (id integer);");

        Cli check = check("--files", "--schema", folder.toString(), "--migrations", files.toString());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out().lines())
                .containsExactly(
                        "the migration files differ from the declared schema:",
                        "  table \"bit\" is missing in the files",
                        "  table pump is only in the files");
    }

    @Test
    void aFailingFileIsReportedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("bit.sql"), "\nCREATE TABLE bit (id integr);");

        Cli check = check("--files", "--schema", folder.toString());

        assertThat(check.exitCode()).isEqualTo(4);
        assertThat(check.err()).contains("bit.sql, line 2: type \"integr\" does not exist (SQLSTATE 42704)");
    }

    @Test
    void aRoleThatMayNotCreateDatabasesUsesTheEmbeddedServer() {
        sql().run(
                        "DROP ROLE IF EXISTS auditor",
                        "CREATE ROLE auditor LOGIN PASSWORD 'sees all'",
                        "GRANT SELECT ON flyway_schema_history TO auditor");
        String readOnly = url().replaceFirst("//[^@]*@", "//auditor:sees%20all@");

        Cli embedded = Cli.run("check", "--database-url", readOnly, "--data-dir", folder.toString());
        assertThat(embedded.err())
                .contains("derrick: the role may not create databases; the scratch databases are created on"
                        + " the embedded server\n")
                .endsWith("derrick: using the embedded PostgreSQL in " + folder + "\n");
        assertThat(embedded.out()).contains("the database matches revision " + HEAD);
        assertThat(embedded.exitCode()).isZero();

        Cli named = Cli.run("check", "--database-url", readOnly, "--dev-url", url());
        assertThat(named.out()).isEqualTo(embedded.out());
        assertThat(named.exitCode()).isZero();
        sql().run("DROP OWNED BY auditor", "DROP ROLE auditor");
    }

    @Test
    void aDatabaseAheadOfTheFilesIsNotCompared() throws IOException {
        Files.writeString(folder.resolve("V001__make_pump.sql"), "CREATE TABLE pump (id integer);");

        Cli check = check("--migrations", folder.toString());

        assertThat(check.exitCode()).isEqualTo(5);
        assertThat(check.err()).contains("which is not in the migration files; use the newer files");
    }

    private Cli check(String... options) {
        return Cli.run(Stream.concat(Stream.of("check", "--database-url", url()), Stream.of(options))
                .toArray(String[]::new));
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }

    private String url() {
        return database.address().url();
    }
}
