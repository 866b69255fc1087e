package derrick.migrations.flyway;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What an upgrade finds before Flyway is started. */
record Outset(DataSource database) {
    /** What other schemas of the search path have is theirs. */
    private static final String BEGUN =
            "SELECT to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') IS NOT NULL";

    private static final String LITTERED = "SELECT EXISTS (SELECT FROM flyway_schema_history WHERE NOT success)";
    private static final String TRIAL = "CREATE TABLE flyway_schema_trial ()";

    /**
     * Whether a script broke off earlier, so that what it left behind is to be cleared away first. Where there is no
     * history yet, it also makes sure that one may begin, and fails as the upgrade would: Flyway finds that out by
     * trying ten times, a second each.
     */
    boolean isLittered() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (says(statement, BEGUN)) {
                return says(statement, LITTERED);
            }
            tryToBegin(connection, statement);
            return false;
        } catch (SQLException refused) {
            throw FlywayFailure.refused(refused);
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
