package derrick.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Script;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScratchServerTest {
    private static final String SCRATCH_NAMES = "SELECT datname FROM pg_database WHERE datname LIKE 'derrick_scratch%'";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void closeDropsAllScratchDatabases() {
        ScratchServer server = ScratchServer.beside(database.address());
        server.after(List.of(script(1, "CREATE TABLE a (id integer)")));
        ScratchDatabase open = server.empty();
        open.connection();
        assertThat(sql().rows(SCRATCH_NAMES)).hasSize(2).contains(open.name());

        server.close();

        assertThat(sql().rows(SCRATCH_NAMES)).isEmpty();
        assertThatThrownBy(server::empty).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void databasesOfAKilledProcessAreDroppedAfterAnHour() throws SQLException {
        List<String> others = List.of(
                "derrick_scratch_1000000000_0123456789abcde", // one digit short
                "derrick_scratch_1000000000_0123456789abcdeF",
                "derrick_scratch_1000000000",
                "my_derrick_scratch_1000000000_0123456789abcdef",
                "derrick_scratch_9999999999_0123456789abcdef"); // not an hour old
        String used = "derrick_scratch_1000000001_0123456789abcdef";
        String abandoned = "derrick_scratch_1000000000_0123456789abcdef";
        List<String> existing = new ArrayList<>(others);
        existing.add(used);
        existing.forEach(name -> sql().run("CREATE DATABASE \"" + name + "\" TEMPLATE template0"));
        sql().run("CREATE DATABASE " + abandoned + " TEMPLATE template0");
        try (Connection inUse = database.address().beside(used).dataSource().getConnection()) {
            assertThat(inUse.isValid(1)).isTrue();

            ScratchServer.beside(database.address()).close();

            assertThat(sql().rows(SCRATCH_NAMES)).contains(used).doesNotContain(abandoned);
            assertThat(sql().rows("SELECT datname FROM pg_database")).containsAll(existing);
        } finally {
            existing.forEach(name -> sql().run("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)"));
        }
    }

    @Test
    void scriptsOfThePreviousCallDoNotRunAgain() {
        Script first = script(1, "CREATE TABLE a AS SELECT txid_current() AS id");
        Script second = script(
                2,
                "COMMENT ON TABLE a IS 'x'; DO $$ BEGIN EXECUTE format("
                        + "'COMMENT ON TABLE a IS %L', (SELECT id FROM a)); END $$");
        ScratchServer server = database.scratch();

        server.after(List.of(first));
        Catalog afterSecond = server.after(List.of(first, second));
        Catalog again = server.after(List.of(first, second));
        List<Catalog> afterEach =
                server.afterEachInCopy(List.of(List.of(first, second), List.of(script(3, "DROP TABLE a"))));

        assertThat(again).isSameAs(afterSecond);
        assertThat(afterEach.get(0)).isSameAs(afterSecond);
        assertThat(afterEach.get(1)).isEqualTo(Catalog.EMPTY);
        assertThat(server.afterEach(List.of(List.of(first, second), List.of(script(3, "SELECT 1"))))
                        .get(1))
                .as("in the same database, with the same transaction number")
                .isEqualTo(afterSecond);
        assertThat(server.afterEachInCopy(List.of(List.of(first, second), List.of(script(3, "SELECT 1"))))
                        .get(1))
                .as("in a new database")
                .isNotEqualTo(afterSecond);
        assertThat(server.after(List.of(second, first).subList(1, 2)).tables()).containsOnlyKeys("a");
    }

    @Test
    void afterAFailedScriptAllScriptsRunAgain() {
        ScratchServer server = database.scratch();
        Script first = script(1, "CREATE TABLE a (id integer)");
        Script broken = script(2, "CREATE INDEX CONCURRENTLY a_id ON a (id); CREATE TABLE a (id integer)");

        assertThatThrownBy(() -> server.after(List.of(first, broken)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("relation \"a\" already exists")
                .hasMessageContaining("it ran in a scratch database")
                .hasMessageNotContaining("is kept");

        assertThat(server.after(List.of(first)).table("a").orElseThrow().indexes())
                .isEmpty();
    }

    @Test
    void nonTransactionalScriptsRunOutsideATransaction() {
        Catalog catalog = database.scratch().after(List.of(script(1, """
                BEGIN;
                CREATE TABLE a (id integer);
                COMMIT;
                CREATE INDEX CONCURRENTLY a_id ON a (id);
                VACUUM a;
                DO $$
                BEGIN
                    INSERT INTO a VALUES (1);
                    COMMIT;
                    INSERT INTO a VALUES (2);
                    COMMIT;
                END $$;
                """)));

        assertThat(catalog.table("a").orElseThrow().indexes())
                .extracting(Index::definition)
                .containsExactly("CREATE INDEX a_id ON a USING btree (id)");
        assertThat(CatalogReader.read(database.dataSource()).tables()).isEmpty();
    }

    @Test
    void anIndexThatCannotBeBuiltConcurrentlyIsNamed() {
        assertThatThrownBy(() -> database.scratch().after(List.of(script(1, """
                        CREATE TABLE log (at date) PARTITION BY RANGE (at);
                        CREATE INDEX CONCURRENTLY log_at ON log (at);
                        """))))
                .hasMessageContaining("V001__x.sql, line 2: cannot create index on partitioned table");
    }

    @Test
    void theHistoryTableExistsAsInAnUpgrade() {
        assertThat(database.scratch()
                        .after(List.of(script(1, "GRANT SELECT ON flyway_schema_history TO pg_monitor")))
                        .tables())
                .isEmpty();
    }

    @Test
    void rowsThatAScriptInsertsExist() {
        Catalog catalog = database.scratch().after(List.of(script(1, """
                CREATE TABLE a (id integer);
                COPY a FROM stdin;
                1
                2
                \\.
                DO $$
                BEGIN
                    EXECUTE format('COMMENT ON TABLE a IS %L', (SELECT sum(id) FROM a));
                END $$;
                """)));

        assertThat(catalog.table("a").orElseThrow().comment()).contains("3");
    }

    @Test
    void settingsOfAScriptDoNotApplyToTheNext() {
        Catalog catalog = database.scratch()
                .after(List.of(
                        script(1, "CREATE SCHEMA elsewhere; SET search_path = elsewhere; SET ROLE pg_monitor"),
                        script(2, "CREATE TABLE a (id integer)"),
                        script(3, "SET search_path = elsewhere; CREATE INDEX CONCURRENTLY ON public.a (id)"),
                        script(4, "CREATE TABLE b (id integer)")));

        assertThat(catalog.tables()).containsKeys("a", "b");
    }

    @Test
    void settingsOfADeclaredFileApplyToItsPendingStatements() {
        Catalog catalog = database.scratch()
                .of(new DeclaredSchema(List.of(
                        script(1, """
                                CREATE SCHEMA elsewhere;
                                SET search_path = elsewhere, public;
                                CREATE TABLE a (id integer REFERENCES b);
                                RESET search_path;
                                CREATE TABLE c (id integer REFERENCES b);
                                """),
                        script(2, "CREATE TABLE b (id integer PRIMARY KEY); CREATE TABLE d (id integer)"))));

        assertThat(catalog.tables()).containsKeys("b", "c", "d").doesNotContainKey("a");
    }

    @Test
    void readingTheDeclaredSchemaLeavesAnEmptyDatabase() {
        ScratchServer server = database.scratch();
        Script script = script(1, "CREATE TABLE a (id integer); CREATE TYPE mood AS ENUM ('good')");

        Catalog declared = server.of(new DeclaredSchema(List.of(script)));

        assertThat(declared).isEqualTo(server.after(List.of(script)));
        assertThat(sql().rows(SCRATCH_NAMES)).hasSize(1);
    }

    @Test
    void aDeclaredSchemaMayNeedSeveralTransactions() {
        ScratchServer server = database.scratch();

        Catalog catalog =
                server.of(new DeclaredSchema(List.of(script(1, """
                        CREATE TABLE a (id integer PRIMARY KEY);
                        CREATE TABLE b (id integer REFERENCES a DEFERRABLE INITIALLY DEFERRED);
                        INSERT INTO a VALUES (1);
                        INSERT INTO b VALUES (1);
                        """), script(2, "ALTER TABLE b ADD note text"))));

        assertThat(catalog.table("b").orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("id", "note");
        assertThat(server.after(List.of()).tables()).isEmpty();
    }

    @Test
    void scriptsRunInTheSchemaAndWithTheSettingsOfTheLiveDatabase() {
        String live = database.address().database();
        sql().run(
                        "CREATE SCHEMA \"Rigs\"",
                        "ALTER DATABASE %s SET search_path = \"Rigs\", public".formatted(live),
                        "ALTER DATABASE %s SET rigs.depth_unit = 'm, not ft'".formatted(live),
                        "ALTER ROLE CURRENT_USER IN DATABASE %s SET lc_monetary = 'C'".formatted(live));
        Script script = script(1, """
                CREATE TABLE a (id integer);
                DO $$
                BEGIN
                    EXECUTE format('COMMENT ON TABLE a IS %L', concat_ws(
                        ' ', (SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 'a'),
                        current_setting('rigs.depth_unit'), current_setting('lc_monetary'),
                        (SELECT pg_encoding_to_char(encoding) || datcollate FROM pg_database
                            WHERE datname = current_database())));
                END $$;
                """);
        String locale = sql().rows("SELECT pg_encoding_to_char(encoding) || datcollate FROM pg_database"
                        + " WHERE datname = current_database()")
                .get(0);
        String expected = "\"Rigs\" m, not ft C " + locale;

        assertThat(comment(database.scratch().after(List.of(script)))).contains(expected);
        assertThat(comment(database.scratch().of(new DeclaredSchema(List.of(script)))))
                .contains(expected);
        assertThat(comment(database.scratch()
                        .afterEach(List.of(List.of(), List.of(script)))
                        .get(1)))
                .contains(expected);
    }

    @Test
    void aSchemaThatAScriptCreatesDoesNotExistBefore() {
        sql().run(
                        "CREATE SCHEMA rigs",
                        "ALTER DATABASE %s SET search_path = rigs"
                                .formatted(database.address().database()));

        assertThat(comment(database.scratch()
                        .after(List.of(script(
                                1, "CREATE SCHEMA rigs; CREATE TABLE a (id integer); COMMENT ON TABLE a IS 'x'")))))
                .contains("x");
    }

    private static Optional<String> comment(Catalog catalog) {
        return catalog.tables().values().iterator().next().comment();
    }

    private static Script script(int number, String text) {
        String file = "V%03d__x.sql".formatted(number);
        return new Script(file, file, text);
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
