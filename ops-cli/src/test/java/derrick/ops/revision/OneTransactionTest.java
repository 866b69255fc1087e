package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OneTransactionTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @Test
    void allRevisionsAreApplied() {
        new Scripts(folder).table("001", "bit").table("002", "pump");

        assertThat(derrick("upgrade", "--single-transaction").out().lines())
                .containsExactly("applied 001_make_bit", "applied 002_make_pump");
        assertThat(new Sql(database.dataSource()).rows("SELECT count(DISTINCT xmin::text) FROM flyway_schema_history"))
                .containsExactly("1");
        assertThat(derrick("upgrade", "--single-transaction").out()).isEqualToIgnoringNewLines("nothing to do");
    }

    @Test
    void noRevisionIsAppliedIfOneFails() {
        new Scripts(folder)
                .table("001", "bit")
                .table("002", "pump")
                .write("V003__fail.sql", "CREATE TABLE mast (id integer);\nDROP TABLE nowhere;\n");
        derrick("upgrade", "001");

        Cli failed = derrick("upgrade", "--single-transaction");

        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(failed.err()).contains("V003__fail.sql, line 2: table \"nowhere\" does not exist (SQLSTATE 42P01)");
        assertThat(derrick("current").out()).startsWith("001_make_bit, 2 behind");
        assertThat(new Sql(database.dataSource()).rows("SELECT to_regclass('pump'), to_regclass('mast')"))
                .containsExactly("- -");
    }

    @Test
    void anErrorAtTheCommitNamesNoScript() {
        new Scripts(folder).write("V001__make_hose.sql", """
                        CREATE TABLE hose (
                            id integer PRIMARY KEY, next integer REFERENCES hose DEFERRABLE INITIALLY DEFERRED);
                        INSERT INTO hose VALUES (1, 2);
                        """).table("002", "pump");

        Cli failed = derrick("upgrade", "--single-transaction");

        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(failed.err())
                .contains("insert or update on table \"hose\" violates foreign key constraint \"hose_next_fkey\"")
                .doesNotContain("V00", "-----");
        assertThat(derrick("current").out()).startsWith("base");
    }

    @Test
    void aDowngradeAcceptsTheOptionOnlyForSql() {
        new Scripts(folder).table("001", "bit");

        assertThat(derrick("downgrade", "base", "--single-transaction").exitCode())
                .isEqualTo(2);
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
