package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each error is called and which number the shell gets: tables of cases, each run as a person runs it, on a
 * database that is at the first of three revisions.
 */
class ErrorsEndToEndTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;

    /** The arguments of a command, a change before it, and the expected result. */
    private record Case(String words, Consumer<ErrorsEndToEndTest> before, int exitCode, String error) {
        Case(String words, int exitCode, String error) {
            this(words, test -> {}, exitCode, error);
        }

        @Override
        public String toString() {
            return words + " → " + exitCode + " " + error;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("upgrade 007", 2, "there is no revision '007'"),
                new Case("upgrade 00", 2, "001_make_bit"),
                new Case("upgrade +3", 2, "+3 leads beyond head"),
                new Case("downgrade -2 --yes", 2, "-2 leads below base"),
                new Case("upgrade base", 2, "is a downgrade"),
                new Case("downgrade head --yes", 2, "is an upgrade"),
                new Case("upgrade 001..002", 2, "there is no revision"),
                new Case("upgrade --wait -1", 2, "--wait must be 0 seconds or more, not -1"),
                new Case("upgrade --planned", 2, "unknown option '--planned'; see 'derrick upgrade --help'"),
                new Case("upgrade", with(scripts -> scripts.table("002", "hose")), 2, "V002__make_hose.sql"),
                new Case("upgrade", with(scripts -> scripts.write("V2__x.sql", "")), 2, "must be named like"),
                new Case("upgrade", with(scripts -> scripts.write("V002__make_pump.sql", "SELECT 'a")), 2, "line 1"),
                new Case(
                        "upgrade",
                        with(scripts -> scripts.write("V001__make_bit.sql", "SELECT 1;")),
                        5,
                        "V001__make_bit.sql was edited since it was applied by"),
                new Case(
                        "upgrade",
                        with(scripts -> scripts.delete("V001__make_bit.sql")),
                        5,
                        "V001__make_bit.sql is missing"),
                new Case(
                        "downgrade --yes --no-backup",
                        with(scripts -> scripts.delete("U001__make_bit.sql")),
                        5,
                        "U001__make_bit.sql; nothing was run"),
                new Case("downgrade", 5, "--yes"),
                new Case(
                        "upgrade --sql --single-transaction",
                        with(scripts -> scripts.write("V002__make_pump.sql", "VACUUM;")
                                .write("V003__make_mast.sql", "\nVACUUM;")),
                        5,
                        "V003__make_mast.sql, line 2"),
                new Case("upgrade", test -> test.sql().run("DROP TABLE flyway_schema_history"), 5, "derrick stamp"),
                new Case(
                        "upgrade",
                        test -> test.sql()
                                .run("ALTER DATABASE %s SET default_transaction_read_only = on"
                                        .formatted(test.database.address().database())),
                        3,
                        "the database is read-only"));
    }

    private static Consumer<ErrorsEndToEndTest> with(Consumer<Scripts> change) {
        return test -> change.accept(test.scripts);
    }

    @BeforeEach
    void atRevision001() {
        scripts = new Scripts(folder).table("001", "bit").table("002", "pump").table("003", "mast");
        assertThat(derrick("upgrade", "001").exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anErrorIsOneLineWithAnExitCodeAndChangesNothing(Case wanted) {
        wanted.before().accept(this);

        Cli failed = derrick(wanted.words().split(" "));

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(wanted.exitCode());
        assertThat(failed.err())
                .contains(wanted.error())
                .doesNotContain(
                        "Exception",
                        "\tat ",
                        "a defect",
                        database.address().password().orElseThrow());
        assertThat(failed.out()).isEmpty();
        assertThat(sql().rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename !~ '^fl'"))
                .containsExactly("bit");
    }

    /** Addresses that cannot be reached, each with the reason. */
    static Stream<List<String>> unreachable() {
        return Stream.of(
                List.of("postgresql://u:xyzzy@127.0.0.1:1/d", "connection refused"),
                List.of("postgresql://u:xyzzy@nowhere.invalid/d", "unknown host"),
                List.of("postgresql://USER:xyzzy@HOST:PORT/NAME", "is wrong or missing"),
                List.of("postgresql://USER@HOST:PORT/NAME?sslmode=disable", "password"),
                List.of("postgresql://USER:SECRET@HOST:PORT/nowhere", "there is no such database"),
                List.of("postgresql://USER:SECRET@HOST:PORT/NAME?sslmode=require", "does not support SSL"),
                List.of("postgresql://USER:SECRET@HOST:PORT/NAME?options=-c%20geqo%3Dxx", "parameter \"geqo\""));
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void anUnreachableDatabaseIsReportedWithoutItsPassword(List<String> wanted) {
        Cli current = Cli.run("current", "--database-url", filledIn(wanted.get(0)));

        assertThat(current.exitCode()).isEqualTo(3);
        assertThat(current.err().lines().toList())
                .last()
                .asString()
                .contains(wanted.get(1))
                .doesNotContain("xyzzy", database.address().password().orElseThrow());
        assertThat(current.err().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://USER:SECRET@HOST:PORT/NAME",
                "postgres://USER:SECRET@HOST:PORT/NAME",
                "postgresql+psycopg2://USER:SECRET@HOST:PORT/NAME",
                "jdbc:postgresql://USER:SECRET@HOST:PORT/NAME",
                "jdbc:postgresql://HOST:PORT/NAME?user=USER&password=SECRET",
                "postgresql://USER:SECRET@HOST:PORT/NAME?sslmode=prefer",
                "postgresql:///NAME?host=HOST&port=PORT&user=USER&password=SECRET",
                "postgresql://p%40ss:p%40ss%2F%25@HOST:PORT/NAME"
            })
    void everyFormOfAUrlReachesTheDatabase(String url) {
        sql().run(
                        "DO $$ BEGIN CREATE ROLE \"p@ss\" LOGIN PASSWORD 'p@ss/%'; "
                                + "EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                        "GRANT SELECT ON flyway_schema_history TO \"p@ss\"");

        Cli current = Cli.run("current", "--migrations=" + folder, "--database-url", filledIn(url));

        assertThat(current.exitCode()).as(current.err()).isZero();
        assertThat(current.out()).startsWith("001_make_bit, 2 behind 003_make_mast");
        assertThat(current.err()).doesNotContain(database.address().password().orElseThrow(), "p%40ss%2F");
    }

    private String filledIn(String url) {
        DatabaseAddress address = database.address();
        String filled = url;
        for (Map.Entry<String, String> part : Map.of(
                        "USER", address.user(),
                        "SECRET", address.password().orElseThrow(),
                        "HOST", address.host(),
                        "PORT", String.valueOf(address.port()),
                        "NAME", address.database())
                .entrySet()) {
            filled = filled.replace(part.getKey(), part.getValue());
        }
        return filled;
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }

    private Cli derrick(String... words) {
        return Cli.run(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--migrations=" + folder,
                                "--database-url=" + database.address().url()))
                .toArray(String[]::new));
    }
}
