package derrick.api.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Checks that a database syncs commits to disk before it acknowledges them. */
public final class DurabilityCheck {
    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit");

    private DurabilityCheck() {}

    /**
     * Returns the names of the settings that are off, so that a committed write can be lost when the machine stops.
     *
     * @return the names, or an empty list if commits are durable
     */
    public static List<String> unsafeSettings(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Stream.Builder<String> unsafeSettings = Stream.builder();
            for (String setting : SETTINGS) {
                if (show(statement, setting).equals(Optional.of("off"))) {
                    unsafeSettings.add(setting);
                }
            }
            return unsafeSettings.build().toList();
        }
    }

    private static Optional<String> show(Statement statement, String setting) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }
}
