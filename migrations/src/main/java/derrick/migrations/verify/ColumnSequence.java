package derrick.migrations.verify;

import derrick.migrations.catalog.Column;
import derrick.migrations.postgres.JdbcQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The sequence that a column takes its default from. */
record ColumnSequence(Connection connection, String table, Column column) {
    /** Greater than the count of numbers that seeding uses. */
    private static final long MAX_STEP = 1_000;

    /** Advances the sequence past numbers in use, as far as seeded rows could reach them. */
    void advance(List<Long> inUse) throws SQLException {
        Optional<String> sequence = name();
        if (sequence.isEmpty()) {
            return;
        }
        long next = queryNumber("SELECT last_value + is_called::integer FROM " + sequence.get());
        long unused = next;
        for (long number : inUse) {
            if (number >= unused && number < unused + MAX_STEP) {
                unused = number + 1;
            }
        }
        if (unused > next) {
            queryNumber(
                    "SELECT setval('%s', %d, false)".formatted(sequence.get().replace("'", "''"), unused));
        }
    }

    private Optional<String> name() throws SQLException {
        return JdbcQuery.text(connection, "SELECT pg_get_serial_sequence(?, ?)", table, column.name());
    }

    private long queryNumber(String query) throws SQLException {
        return Long.parseLong(JdbcQuery.text(connection, query).orElseThrow());
    }
}
