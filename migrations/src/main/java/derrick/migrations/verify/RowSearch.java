package derrick.migrations.verify;

import derrick.migrations.catalog.Table;
import derrick.migrations.sql.SqlQuoting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Looks for values that the server takes as a row: where it names a constraint, the columns of that one get others, by
 * chance but the same chance each time.
 *
 * @param checks conditions by name that are not in the catalog of the table
 */
record RowSearch(Connection connection, Table table, Map<String, String> checks) {
    private static final int TRIES = 400;

    /** Adds a row; if none is taken, returns what the server had against the last. */
    Optional<String> add(List<CandidateValues> slots, Map<String, String> types) throws SQLException {
        Random chance = new Random(table.name().hashCode());
        int[] picks = new int[slots.size()];
        Optional<SQLException> refusal = Optional.empty();
        try (PreparedStatement insert = connection.prepareStatement(insert(slots, types))) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                refusal = new SavepointTry(connection).of(() -> insert(insert, slots, picks));
                if (refusal.isEmpty()) {
                    return Optional.empty();
                }
                pickAnew(slots, picks, refusal.get(), chance);
            }
        }
        return refusal.map(failure ->
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("refused"));
    }

    private String insert(List<CandidateValues> slots, Map<String, String> types) {
        List<String> columns =
                slots.stream().flatMap(slot -> slot.columns().stream()).toList();
        return columns.isEmpty()
                ? "INSERT INTO %s DEFAULT VALUES".formatted(table.name())
                : "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table.name(),
                                columns.stream().map(SqlQuoting::name).collect(Collectors.joining(", ")),
                                columns.stream()
                                        .map(column -> "CAST(CAST(? AS text) AS %s)".formatted(types.get(column)))
                                        .collect(Collectors.joining(", ")));
    }

    private static void insert(PreparedStatement insert, List<CandidateValues> slots, int[] picks) throws SQLException {
        int parameter = 1;
        for (int slot = 0; slot < picks.length; slot++) {
            for (Optional<String> value : slots.get(slot).choices().get(picks[slot])) {
                insert.setString(parameter++, value.orElse(null));
            }
        }
        insert.executeUpdate();
    }

    private void pickAnew(List<CandidateValues> slots, int[] picks, SQLException refusal, Random chance) {
        List<Integer> blamed = new ArrayList<>();
        for (int slot = 0; slot < picks.length; slot++) {
            if (slots.get(slot).columns().stream().anyMatch(column -> isBlamed(column, refusal))) {
                blamed.add(slot);
            }
        }
        for (int slot = 0; slot < picks.length; slot++) {
            if (blamed.isEmpty() || blamed.contains(slot)) {
                picks[slot] = chance.nextInt(slots.get(slot).choices().size());
            }
        }
    }

    private boolean isBlamed(String column, SQLException refusal) {
        return server(refusal).stream()
                .anyMatch(error -> column.equals(error.getColumn())
                        || Stream.ofNullable(error.getConstraint())
                                .flatMap(name -> Optional.ofNullable(checks.get(name))
                                        .or(() -> FutureConstraints.definition(table, name))
                                        .stream())
                                .anyMatch(definition -> FutureConstraints.names(definition, column)));
    }

    private static Optional<ServerErrorMessage> server(SQLException refusal) {
        return refusal instanceof PSQLException error
                ? Optional.ofNullable(error.getServerErrorMessage())
                : Optional.empty();
    }
}
