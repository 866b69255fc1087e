package derrick.migrations.run;

import derrick.migrations.postgres.Pooler;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Looks at a database before Flyway is started. */
record PreflightCheck(DataSource database) {
    /** What other schemas of the search path have is theirs. */
    private static final String HAS_HISTORY =
            "SELECT to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') IS NOT NULL";

    private static final String HAS_FAILED = "SELECT EXISTS (SELECT FROM flyway_schema_history WHERE NOT success)";
    private static final String TRIAL = "CREATE TABLE flyway_schema_trial ()";

    /**
     * Makes sure that the migration lock will hold.
     *
     * @throws derrick.migrations.postgres.DatabaseUnavailable if a pooler keeps no session
     */
    void requireSession() {
        try (Connection connection = database.getConnection()) {
            Pooler.requireSession(connection, database);
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    /**
     * Whether a script failed earlier outside a transaction, so that its row of history is to be deleted first; throws
     * as {@link #requireSession} does. Where there is no history yet, it also makes sure that one may begin, and fails
     * as the upgrade would: Flyway finds that out by trying ten times, a second each.
     */
    boolean findsFailure() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Pooler.requireSession(connection, database);
            if (says(statement, HAS_HISTORY)) {
                return says(statement, HAS_FAILED);
            }
            tryToBegin(connection, statement);
            return false;
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    private static boolean says(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /** Makes a table and takes that back. */
    private static void tryToBegin(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        try {
            statement.execute(TRIAL);
        } finally {
            connection.rollback();
        }
    }
}
