package derrick.migrations.flyway;

import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How long a statement may stand in the queue for a lock. Whoever reads a table waits behind it, so that it must not be
 * long. What runs outside a transaction keeps nobody waiting, but has to wait for the transactions of others.
 */
final class LockTimeout {
    private LockTimeout() {}

    /** To be called before a script runs; the script may still say otherwise. */
    static void set(Connection connection, Script script) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + (script.isTransactional() ? "'2s'" : "0"));
        } catch (SQLException refused) {
            throw new MigrationRefused(refused);
        }
    }
}
