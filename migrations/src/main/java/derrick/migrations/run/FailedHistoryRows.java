package derrick.migrations.run;

import derrick.migrations.revision.Direction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/** The rows of history that say of a script that it broke off outside a transaction. Flyway stops at any such row. */
record FailedHistoryRows(SchemaHistory history, Connection connection) {
    /** Forgets what broke off on the way in a direction, since it is tried again; to be called under the lock. */
    void forget(Direction direction) {
        delete(direction == Direction.UP ? "V%" : "U%");
    }

    /** Forgets what broke off, whichever way, since somebody mended it by hand. */
    void forget() {
        delete("%");
    }

    private void delete(String scripts) {
        if (!history.exists()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM flyway_schema_history WHERE NOT success AND script LIKE ?")) {
            statement.setString(1, scripts);
            statement.execute();
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
        history.clearCache();
    }
}
