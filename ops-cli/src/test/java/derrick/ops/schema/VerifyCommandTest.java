package derrick.ops.schema;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import derrick.ops.DerrickCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void twoRevisions() {
        scripts = new Scripts(folder).table("001", "bit").table("002", "pump");
    }

    @AfterEach
    void nothingIsLeftOnTheServer() {
        assertThat(sql().rows("SELECT datname FROM pg_database WHERE datname LIKE 'derrick_scratch%'"))
                .isEmpty();
        assertThat(sql().rows("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .containsExactly("0");
    }

    @Test
    void revisionsThatCanBeRevertedAreClean() {
        Cli verify = verify(url());

        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out())
                .isEqualToIgnoringNewLines("2 revisions upgrade, downgrade and upgrade again without loss");
        assertThat(verify(url(), "--json").out())
                .isEqualToIgnoringNewLines("{\"clean\":true,\"revisions\":2,\"findings\":[]}");
    }

    @Test
    void differencesAreListedUnderTheirRevision() {
        scripts.write("U002__make_pump.sql", "DROP TABLE pump;\nDELETE FROM bit;\nCREATE INDEX bit_id ON bit (id);\n");

        Cli verify = verify(url());

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out().lines())
                .startsWith(
                        "002_make_pump:",
                        "  down: index \"bit\".bit_id is only in the database",
                        "  down: rows of \"bit\": 0 rows, not 6")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(verify(url(), "--json").out())
                .startsWith("{\"clean\":false,\"revisions\":2,\"findings\":[{\"revision\":\"002\",\"step\":\"down\","
                        + "\"table\":\"\\\"bit\\\"\",\"what\":\"index \\\"bit\\\".bit_id is only in the database\"}");
    }

    @Test
    void rejectedTestRowsAreReportedOnStderr() {
        scripts.write("V002__make_pump.sql", """
                DO $$ BEGIN
                    IF EXISTS (SELECT FROM bit WHERE id < 0) THEN RAISE EXCEPTION 'no bit is below zero'; END IF;
                END $$;
                CREATE TABLE pump (id integer);
                """);

        Cli verify = verify(url());

        assertThat(verify.exitCode()).isZero();
        assertThat(verify.err()).contains("002 rejected some test rows", "no bit is below zero");
    }

    @Test
    void aFailingScriptHasTheExitCodeOfAFailedUpgrade() {
        scripts.write("V002__make_pump.sql", "CREATE TABLE pump (id integr);\n");

        Cli verify = verify(url());

        assertThat(verify.exitCode()).isEqualTo(4);
        assertThat(verify.err()).contains("V002__make_pump.sql, line 1: type \"integr\" does not exist");
    }

    @Test
    void aRoleThatMayNotCreateDatabasesNeedsAnotherServer() throws IOException {
        sql().run("DROP ROLE IF EXISTS clerk", "CREATE ROLE clerk LOGIN PASSWORD 'clerk'");
        String clerks = url().replaceFirst("//[^@]*@", "//clerk:clerk@");

        Cli refused = verify(
                clerks,
                "--data-dir",
                Files.createFile(folder.resolve("no_folder")).toString());
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .contains(
                        "a scratch database is needed, but the role may not create databases;",
                        "the embedded server cannot be used: ",
                        "; name a server for it with --dev-url");
        assertThat(verify(clerks, "--dev-url", url()).exitCode()).isZero();
        sql().run("DROP ROLE clerk");
    }

    @Test
    void anInterruptedVerificationDropsItsScratchDatabase() throws Exception {
        scripts.write("V002__make_pump.sql", "SELECT pg_sleep(120);\n");
        Process verify = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DerrickCli.class.getName(),
                        "verify",
                        "--migrations=" + folder,
                        "--database-url=" + url())
                .redirectError(folder.resolve("err").toFile())
                .start();
        String asleep = "SELECT FROM pg_stat_activity WHERE datname LIKE 'derrick_scratch%' AND query LIKE '%sleep%'";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (sql().rows(asleep).isEmpty()) {
            assertThat(verify.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
        }

        verify.destroy();

        assertThat(verify.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(verify.exitValue()).isEqualTo(128 + 15);
        assertThat(Files.readString(folder.resolve("err")))
                .startsWith("derrick: using postgresql://")
                .hasLineCount(1);
    }

    private Cli verify(String url, String... options) {
        return Cli.run(Stream.concat(
                        Stream.of("verify", "--migrations", folder.toString(), "--database-url", url),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private static Sql sql() {
        return new Sql(database.dataSource());
    }

    private static String url() {
        return database.address().url();
    }
}
