package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StampCommandTest {
    private static final String HISTORY_IS_THERE = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @BeforeEach
    void twoRevisions() {
        new Scripts(folder).table("001", "bit").table("002", "pump");
    }

    @Test
    void aSchemaEqualToThatOfTheRevisionIsStamped() {
        sql().run("CREATE TABLE bit (id integer)");

        Cli stamp = derrick("stamp", "001");

        assertThat(stamp.out()).isEqualToIgnoringNewLines("added 001_make_bit");
        assertThat(stamp.exitCode()).isZero();
        assertThat(derrick("upgrade").out()).isEqualToIgnoringNewLines("applied 002_make_pump");
        assertThat(derrick("stamp", "head").out()).isEqualToIgnoringNewLines("nothing to do");
    }

    @Test
    void aDifferentSchemaIsRefusedWithTheDifferences() {
        sql().run("CREATE TABLE bit (id bigint)");

        Cli refused = derrick("stamp", "head");

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .contains(
                        "derrick: table pump is missing in the database",
                        "derrick: column \"bit\".id: type is bigint, not integer",
                        "derrick: the schema differs from that of revision 002; --force skips this check");
        assertThat(sql().rows(HISTORY_IS_THERE)).containsExactly("f");
    }

    @Test
    void forceSkipsTheComparison() {
        assertThat(derrick("stamp", "head", "--force").out().lines())
                .containsExactly("added 001_make_bit", "added 002_make_pump");
    }

    @Test
    void aStampBelowTheSchemaIsRefused() {
        derrick("upgrade");

        Cli refused = derrick("stamp", "001");

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("table pump is only in the database");
        assertThat(derrick("current").out()).startsWith("002_make_pump (head)");
    }

    @Test
    void baseRequiresThatNoObjectOfTheRevisionsIsLeft() {
        derrick("upgrade");
        sql().run("CREATE TABLE mast (id integer)", "DROP TABLE pump");

        Cli refused = derrick("stamp", "base");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err())
                .contains("table \"bit\" is only in the database", "objects of the revisions are left; --force")
                .doesNotContain("mast");

        sql().run("DROP TABLE bit");
        assertThat(derrick("stamp", "base").out().lines())
                .containsExactly("removed 002_make_pump", "removed 001_make_bit");
    }

    @Test
    void objectsThatNoRevisionCreatesAreAccepted() {
        sql().run("CREATE TABLE bit (id integer)", "CREATE TABLE mast (id serial)");

        Cli stamp = derrick("stamp", "001");

        assertThat(stamp.exitCode()).isZero();
        assertThat(stamp.err()).contains("not created by a revision, unchanged: mast");
    }

    @Test
    void tablesCreatedByHandCanBeTheFirstRevision() {
        new Scripts(folder)
                .delete("V001__make_bit.sql")
                .delete("U001__make_bit.sql")
                .delete("V002__make_pump.sql")
                .delete("U002__make_pump.sql");
        sql().run("CREATE TABLE mast (id integer)");
        assertThat(derrick("create", "--empty", "initial state").exitCode()).isZero();

        assertThat(derrick("stamp", "head").out()).isEqualToIgnoringNewLines("added 001_initial_state");
    }

    @Test
    void aStampUpdatesTheChecksumOfAnEditedFile() {
        derrick("upgrade");
        new Scripts(folder).write("V001__make_bit.sql", "CREATE TABLE bit (id integer, maker text);\n");
        assertThat(derrick("upgrade").err()).contains("V001__make_bit.sql was edited", "'derrick stamp current'");
        assertThat(derrick("stamp", "current").err()).contains("column \"bit\".maker is missing in the database");

        sql().run("ALTER TABLE bit ADD maker text");
        List<String> applied = sql().rows("SELECT installed_rank, installed_on FROM flyway_schema_history ORDER BY 1");
        assertThat(derrick("stamp", "current").out()).isEqualToIgnoringNewLines("as edited 001_make_bit");

        assertThat(derrick("upgrade").out()).isEqualToIgnoringNewLines("nothing to do");
        assertThat(sql().rows("SELECT installed_rank, installed_on FROM flyway_schema_history ORDER BY 1"))
                .isEqualTo(applied);
        assertThat(derrick("stamp", "current", "--json").out())
                .isEqualToIgnoringNewLines("{\"added\":[],\"removed\":[],\"edited\":[]}");
    }

    @Test
    void tenDifferencesAreListedAndTheOthersCounted() {
        sql().run("CREATE TABLE bit (id integer)");
        sql().run(Stream.iterate(1, number -> number + 1)
                .limit(12)
                .map(number -> "ALTER TABLE bit ADD blade_" + number + " integer")
                .toArray(String[]::new));

        assertThat(derrick("stamp", "001").err()).contains("and 2 more");
    }

    @Test
    void devUrlNamesTheServerForScratchDatabases() {
        sql().run(
                        "DROP ROLE IF EXISTS stamper",
                        "CREATE ROLE stamper LOGIN PASSWORD 'seal'",
                        "CREATE TABLE bit (id integer)",
                        "GRANT CREATE, USAGE ON SCHEMA public TO stamper");
        String url = database.address().url().replaceFirst("//[^@]*@", "//stamper:seal@");
        Cli done = Cli.run(
                "stamp",
                "001",
                "--migrations=" + folder,
                "--database-url=" + url,
                "--dev-url=" + database.address().url());
        assertThat(done.out()).isEqualToIgnoringNewLines("added 001_make_bit");
        sql().run("DROP OWNED BY stamper", "DROP ROLE stamper");
    }

    private Cli derrick(String... words) {
        return Cli.run(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--migrations=" + folder,
                                "--database-url=" + database.address().url()))
                .toArray(String[]::new));
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
