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
     * The settings that would let a committed write get lost when the machine stops.
     *
     * @return their names; none if an acknowledged write is on disk
     */
    public static List<String> gaps(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Stream.Builder<String> gaps = Stream.builder();
            for (String setting : SETTINGS) {
                if (show(statement, setting).equals(Optional.of("off"))) {
                    gaps.add(setting);
                }
            }
            return gaps.build().toList();
        }
    }

    private static Optional<String> show(Statement statement, String setting) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }
}
