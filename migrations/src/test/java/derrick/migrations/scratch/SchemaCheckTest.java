package derrick.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @AfterEach
    void dropRole() {
        database.scratch().close();
        new Sql(database.dataSource()).run("""
                DO $$
                BEGIN
                    DROP OWNED BY field_auditor;
                    DROP ROLE field_auditor;
                EXCEPTION WHEN undefined_object THEN
                    NULL;
                END $$
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE public.wells (id bigint PRIMARY KEY); CREATE INDEX ON public.wells (id);",
                "CREATE SCHEMA field; CREATE TABLE field.wells (id bigint); CREATE TABLE wells (id bigint);",
                "CREATE SCHEMA field; SET search_path = field; CREATE TABLE wells (id bigint);",
                "SELECT pg_catalog.set_config('search_path', '', false); CREATE TABLE public.wells (id bigint);",
                "CREATE TYPE public.mood AS ENUM ('good'); CREATE TABLE wells (mood public.mood DEFAULT 'good');",
                "CREATE FUNCTION one() RETURNS int LANGUAGE sql SET search_path = pg_catalog AS 'SELECT 1';",
                "CREATE TABLE wells (id bigint PRIMARY KEY); CREATE PUBLICATION news FOR TABLE wells;",
                "CREATE TABLE wells (id bigint); CREATE ROLE field_auditor; GRANT SELECT ON wells TO field_auditor;",
                "CREATE TABLE wells (id bigint); DO $$ BEGIN INSERT INTO wells VALUES (1); COMMIT; END $$;",
                "CREATE TABLE wells (id bigint); CREATE INDEX CONCURRENTLY wells_id ON public.wells (id); VACUUM wells;"
            })
    void aScriptThatAnUpgradeAcceptsHasNoDifferences(String script) {
        Revisions revisions = revisions(script);
        new SchemaMigration(database.dataSource(), revisions).upgrade("head", MigrationListener.NONE);
        Optional<Revision> head = Optional.of(revisions.head());

        SchemaCheck check = SchemaCheck.of(declared(script), revisions, database.scratch());

        assertThat(check.declaredAgainstFiles()).isEmpty();
        assertThat(check.filesAgainst(CatalogReader.read(database.dataSource()), head, Set.of()))
                .isEmpty();
        assertThat(new SchemaComparison(database.dataSource(), revisions, database.scratch())
                        .compare(Optional.empty(), head)
                        .differences())
                .isEmpty();
    }

    @Test
    void theLiveDatabaseIsNotTouched() throws SQLException {
        String script = """
                CREATE TABLE IF NOT EXISTS public.wells (id serial, name text);
                TRUNCATE public.wells;
                INSERT INTO public.wells (name) VALUES ('Alfa');
                SELECT setval('public.wells_id_seq', 1);
                ALTER SEQUENCE public.wells_id_seq RESTART;
                """;
        Revisions revisions = revisions(script);
        new SchemaMigration(database.dataSource(), revisions).upgrade("head", MigrationListener.NONE);
        Sql sql = new Sql(database.dataSource());
        sql.run("INSERT INTO wells (name) SELECT 'well ' || n FROM generate_series(1, 9) AS n");
        String state = "SELECT last_value, is_called, (SELECT count(*) FROM wells) FROM wells_id_seq";
        List<String> before = sql.rows(state);

        // TRUNCATE would block on this transaction.
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT FROM wells");
            SchemaCheck check = SchemaCheck.of(declared(script), revisions, database.scratch());
            assertThat(check.declaredAgainstFiles()).isEmpty();
        }

        assertThat(sql.rows(state)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE wells (id int, nonsense text)",
                "CREATE TABLE wells (id bigint, name varchar(20))",
                "CREATE TABLE wells (name text, id bigint) PARTITION BY RANGE (id)",
                "CREATE VIEW wells AS SELECT 1::bigint AS id, ''::text AS name"
            })
    void anotherObjectWithTheNameOfATableIsADifference(String byHand) {
        Revisions revisions = revisions("CREATE TABLE wells (id bigint, name text)");
        new Sql(database.dataSource()).run(byHand);

        assertThat(new SchemaComparison(database.dataSource(), revisions, database.scratch())
                        .compare(Optional.empty(), Optional.of(revisions.head()))
                        .differences())
                .extracting(CatalogDifference::object)
                .anyMatch(object -> object.startsWith("wells"));
    }

    private Revisions revisions(String script) {
        return new Scripts(folder)
                .write("V001__make_wells.sql", script)
                .write("U001__make_wells.sql", "SELECT 1")
                .revisions();
    }

    private static DeclaredSchema declared(String script) {
        return new DeclaredSchema(List.of(new Script("wells.sql", "schema/wells.sql", script)));
    }
}
