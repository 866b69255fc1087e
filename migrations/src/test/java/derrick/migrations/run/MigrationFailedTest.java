package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MigrationFailedTest {
    private static final String BROKEN = """
            -- Makes what is needed
            /* in
               two steps. */

            SELECT 1; -- the first

            -- and the second
            CREATE TABLE hose (
                id integr
            );
            """;

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @Test
    void commentsAboveAStatementAreNotPartOfIt() {
        new Scripts(folder).write("V001__make_hose.sql", BROKEN);

        assertNamed(() -> migration().upgrade("head", MigrationListener.NONE));
    }

    @Test
    void commentsAreNotPartOfAStatementInADowngradeEither() {
        new Scripts(folder).table("001", "pump").write("U001__make_pump.sql", BROKEN);
        migration().upgrade("head", MigrationListener.NONE);

        assertNamed(() -> migration().downgrade("base", MigrationListener.NONE));
    }

    @Test
    void aDeferredConstraintThatFailsAtCommitIsNamed() {
        new Scripts(folder).write("V001__make_hose.sql", """
                CREATE TABLE hose (
                    id integer PRIMARY KEY, next integer REFERENCES hose DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO hose VALUES (1, 2);
                """);

        assertThatThrownBy(() -> migration().upgrade("head", MigrationListener.NONE))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageMatching(
                        ".*V001__make_hose.sql, line 3: insert or update on table \"hose\" violates foreign key"
                                + " constraint .* \\(SQLSTATE 23503\\).*; it was rolled back;"
                                + " the statement: COMMIT");
    }

    private SchemaMigration migration() {
        return new SchemaMigration(database.dataSource(), new Scripts(folder).revisions());
    }

    private static void assertNamed(Runnable broken) {
        assertThatThrownBy(broken::run)
                .isInstanceOfSatisfying(MigrationFailed.class, failure -> {
                    assertThat(failure.line()).isEqualTo(9);
                    assertThat(failure.statement()).startsWith("CREATE TABLE hose");
                })
                .hasMessageContaining(", line 9: ")
                .hasMessageEndingWith("; the statement: CREATE TABLE hose ( id integr )");
    }
}
