package derrick.migrations.verify;

import derrick.migrations.catalog.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The sequence that gives a column its numbers. */
record ColumnSequence(Connection connection, String table, Column column) {
    /** Further than the rows that are seeded come. */
    private static final long FAR = 1_000;

    /** Lets it go on behind numbers that are taken, each if it is near. */
    void pass(List<Long> taken) throws SQLException {
        Optional<String> sequence = name();
        if (sequence.isEmpty()) {
            return;
        }
        long next = ask("SELECT last_value + is_called::integer FROM " + sequence.get());
        long free = next;
        for (long number : taken) {
            if (number >= free && number < free + FAR) {
                free = number + 1;
            }
        }
        if (free > next) {
            ask("SELECT setval('%s', %d, false)".formatted(sequence.get().replace("'", "''"), free));
        }
    }

    private Optional<String> name() throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("SELECT pg_get_serial_sequence(?, ?)")) {
            question.setString(1, table);
            question.setString(2, column.name());
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return Optional.ofNullable(answer.getString(1));
            }
        }
    }

    private long ask(String query) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(query);
                ResultSet answer = question.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
