package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A role with quotes in its name can migrate. */
final class QuotedRoleTest {
    private static final String ROLE = "o'bri\"en";
    private static final String QUOTED_ROLE = "\"o'bri\"\"en\"";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @BeforeEach
    void aRole() {
        sql().run(
                        "CREATE ROLE " + QUOTED_ROLE + " LOGIN PASSWORD 'secret'",
                        "GRANT USAGE, CREATE ON SCHEMA public TO " + QUOTED_ROLE);
    }

    @AfterEach
    void noRole() {
        sql().run("DROP OWNED BY " + QUOTED_ROLE, "DROP ROLE " + QUOTED_ROLE);
    }

    @Test
    void aRoleWithQuotesUpgradesDowngradesAndStamps() {
        Scripts scripts = new Scripts(folder)
                .table("001", "bit")
                .write("V002__set_role.sql", "SET ROLE " + QUOTED_ROLE + ";\nCREATE TABLE pump (id integer);")
                .write("U002__set_role.sql", "DROP TABLE pump;")
                .write("V003__index_bit.sql", "CREATE INDEX CONCURRENTLY bit_id ON bit (id);")
                .write("U003__index_bit.sql", "DROP INDEX CONCURRENTLY bit_id;");
        DatabaseAddress address = new DatabaseAddress(
                database.address().host(),
                database.address().port(),
                database.address().database(),
                ROLE,
                Optional.of("secret"),
                Map.of());
        SchemaMigration migration = new SchemaMigration(address.dataSource(), scripts.revisions());

        assertThat(migration.upgrade("head", MigrationListener.NONE)).hasSize(3);
        assertThat(sql().rows("SELECT DISTINCT installed_by FROM flyway_schema_history"))
                .containsExactly(ROLE);
        assertThat(migration.downgrade("base", MigrationListener.NONE)).hasSize(3);
        assertThat(migration
                        .stamp("001", Stamp.Precondition.NONE, MigrationListener.NONE)
                        .added())
                .hasSize(1);
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
