package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.MalformedRevisions;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that cannot run in a transaction for reasons outside their own statements. */
final class CommitInsideCallTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;
    private ScriptedSchema schema;

    @BeforeEach
    void aTable() {
        scripts = new Scripts(folder)
                .write("V001__make_bit.sql", """
                        CREATE TABLE bit (id integer, size integer);
                        CREATE TABLE run (day date NOT NULL) PARTITION BY RANGE (day);
                        """)
                .write("U001__make_bit.sql", "DROP TABLE bit, run;");
        schema = new ScriptedSchema(database, scripts);
    }

    @Test
    void aCallOfAnUnknownCommittingProcedureNeedsTheDirective() {
        schema.upgradeTo001();
        sql().run("CREATE PROCEDURE grow() LANGUAGE plpgsql AS $$ BEGIN"
                + " INSERT INTO bit VALUES (1); COMMIT; INSERT INTO bit VALUES (2); END $$");
        scripts.write("V002__grow_bit.sql", "CALL grow();").write("U002__grow_bit.sql", "CALL grow();");

        assertThatThrownBy(schema::upgrade)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("V002__grow_bit.sql, line 1: invalid transaction termination (SQLSTATE 2D000)")
                .hasMessageContaining("; it was rolled back; begin the file with the line"
                        + " '-- derrick:outside-transaction' to run it outside one; the statement: CALL grow()");
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 PENDING");

        scripts.write("V002__grow_bit.sql", "-- Grows it.\n\n-- derrick:outside-transaction\n\nCALL grow();");
        assertThat(schema.upgrade()).hasSize(1);
        assertThat(sql().rows("SELECT id FROM bit ORDER BY id")).containsExactly("1", "2");
        assertThatThrownBy(() -> schema.downgrade("001")).hasMessageContaining("derrick:outside-transaction");
        scripts.write("U002__grow_bit.sql", "--derrick:outside-transaction\nCALL grow();");
        assertThat(schema.downgrade("001")).hasSize(1);
        assertThat(sql().rows("SELECT count(*) FROM bit")).containsExactly("4");
    }

    @Test
    void aStatementThatOnlyTheServerRejectsInATransactionRunsWithTheDirective() {
        scripts.write("V002__cluster_run.sql", "CREATE INDEX run_day ON run (day);\nCLUSTER run USING run_day;")
                .write("U002__cluster_run.sql", "DROP INDEX run_day;");

        assertThatThrownBy(schema::upgrade)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("SQLSTATE 25001")
                .hasMessageContaining("'-- derrick:outside-transaction'");
        scripts.write(
                "V002__cluster_run.sql",
                "-- derrick:outside-transaction\nCREATE INDEX run_day ON run (day);\nCLUSTER run USING run_day;");
        assertThat(schema.upgrade()).hasSize(1);
    }

    @Test
    void aCommittingProcedureIsFoundInTheFilesThatCreateIt() {
        scripts.write("V002__make_grow.sql", """
                        CREATE PROCEDURE grow(upto integer) LANGUAGE plpgsql AS $$
                        BEGIN
                            FOR id IN 1 .. upto LOOP INSERT INTO bit VALUES (id); COMMIT; END LOOP;
                        END $$;
                        CREATE OR REPLACE PROCEDURE public.grow_twice() LANGUAGE plpgsql AS
                            'BEGIN CALL public.grow(2); CALL grow(3); END';
                        CREATE PROCEDURE keep() LANGUAGE plpgsql AS $$ BEGIN PERFORM 'COMMIT;'; END $$;
                        """)
                .write("U002__make_grow.sql", "DROP PROCEDURE grow, grow_twice, keep;")
                .write("V003__grow_bit.sql", "call public.grow_twice ();")
                .write("U003__grow_bit.sql", "DO $$ BEGIN CALL grow(1); END $$;")
                .write("V004__keep_bit.sql", "CALL keep();\nINSERT INTO bit VALUES (9);\nSELECT 1 / 0;")
                .write("U004__keep_bit.sql", "SELECT 1;");

        assertThatThrownBy(schema::upgrade).hasMessageContaining("line 3: division by zero");
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 APPLIED", "003 APPLIED", "004 PENDING");
        assertThat(sql().rows("SELECT count(*) FROM bit")).containsExactly("5");
        assertThat(schema.downgrade("001")).hasSize(2);
        assertThat(sql().rows("SELECT count(*) FROM bit")).containsExactly("6");
    }

    @Test
    void aCallThatTimedOutOnALockIsNotRepeatedSinceItMayHaveCommitted() {
        scripts.write("V002__grow_bit.sql", """
                -- derrick:outside-transaction
                SET lock_timeout = '100ms';
                CALL grow();
                """);
        schema.upgradeTo001();
        sql().run("INSERT INTO bit VALUES (1, 1)");
        sql().run("CREATE PROCEDURE grow() LANGUAGE plpgsql AS $$ BEGIN"
                + " INSERT INTO bit VALUES (2, 2); COMMIT; UPDATE bit SET size = 3 WHERE id = 1; END $$");
        try (Connection other = database.dataSource().getConnection();
                Statement holding = other.createStatement()) {
            other.setAutoCommit(false);
            holding.execute("UPDATE bit SET size = 2 WHERE id = 1");
            assertThatThrownBy(schema::upgrade)
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessageContaining("SQLSTATE 55P03");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 FAILED");
        assertThat(sql().rows("SELECT count(*) FROM bit WHERE id = 2")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;\n-- derrick:outside-transaction\nSELECT 2",
                "\n/* derrick:outside_transaction */ SELECT 1",
                "\n-- derrick:outside-transaction please",
            })
    void aMisplacedDirectiveIsRejected(String text) {
        scripts.write("V002__change_bit.sql", text);

        assertThatThrownBy(schema::upgrade)
                .isInstanceOf(MalformedRevisions.class)
                .hasMessageEndingWith("V002__change_bit.sql, line 2: the only directive is"
                        + " '-- derrick:outside-transaction', alone on a line before the first statement");
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
