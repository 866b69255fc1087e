package derrick.migrations.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Whether a database lets a history of revisions begin. Flyway finds out by trying ten times, a second each, to make
 * its table.
 */
record RightToBegin(DataSource database) {
    private static final String TRIAL = """
            DO $$
            BEGIN
                IF to_regclass('flyway_schema_history') IS NULL THEN
                    CREATE TABLE flyway_schema_trial ();
                END IF;
            END
            $$
            """;

    /** Makes a table and takes that back; throws as the upgrade would. */
    void require() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(TRIAL);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException refused) {
            throw FlywayFailure.refused(refused);
        }
    }
}
