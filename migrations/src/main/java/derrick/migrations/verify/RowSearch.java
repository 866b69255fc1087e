package derrick.migrations.verify;

import derrick.migrations.catalog.Table;
import derrick.migrations.postgres.JdbcQuery;
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
 * Searches for values that the server accepts as a row. If an INSERT violates a constraint, the columns of the
 * constraint get other values. The random numbers have a fixed seed.
 *
 * @param checks added CHECK conditions by name, which the catalog of the table does not have
 */
record RowSearch(Connection connection, Table table, Map<String, String> checks) {
    private static final int TRIES = 400;

    /** Inserts a row; returns the last error of the server if every attempt fails. */
    Optional<String> add(List<CandidateValues> candidates, Map<String, String> types) throws SQLException {
        Random random = new Random(table.name().hashCode());
        int[] picks = new int[candidates.size()];
        Optional<SQLException> failure = Optional.empty();
        try (PreparedStatement insert = connection.prepareStatement(insert(candidates, types))) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                failure = JdbcQuery.inSavepoint(connection, () -> insert(insert, candidates, picks));
                if (failure.isEmpty()) {
                    return Optional.empty();
                }
                changePicks(candidates, picks, failure.get(), random);
            }
        }
        return failure.map(
                last -> String.valueOf(last.getMessage()).lines().findFirst().orElse("the server gave no reason"));
    }

    private String insert(List<CandidateValues> candidates, Map<String, String> types) {
        List<String> columns = candidates.stream()
                .flatMap(candidate -> candidate.columns().stream())
                .toList();
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

    private static void insert(PreparedStatement insert, List<CandidateValues> candidates, int[] picks)
            throws SQLException {
        int parameter = 1;
        for (int candidate = 0; candidate < picks.length; candidate++) {
            for (Optional<String> value : candidates.get(candidate).choices().get(picks[candidate])) {
                insert.setString(parameter++, value.orElse(null));
            }
        }
        insert.executeUpdate();
    }

    private void changePicks(List<CandidateValues> candidates, int[] picks, SQLException failure, Random random) {
        List<Integer> named = new ArrayList<>();
        for (int candidate = 0; candidate < picks.length; candidate++) {
            if (candidates.get(candidate).columns().stream().anyMatch(column -> isNamed(column, failure))) {
                named.add(candidate);
            }
        }
        for (int candidate = 0; candidate < picks.length; candidate++) {
            if (named.isEmpty() || named.contains(candidate)) {
                picks[candidate] =
                        random.nextInt(candidates.get(candidate).choices().size());
            }
        }
    }

    private boolean isNamed(String column, SQLException failure) {
        return server(failure).stream()
                .anyMatch(error -> column.equals(error.getColumn())
                        || Stream.ofNullable(error.getConstraint())
                                .flatMap(name -> Optional.ofNullable(checks.get(name))
                                        .or(() -> FutureConstraints.definition(table, name))
                                        .stream())
                                .anyMatch(definition -> FutureConstraints.names(definition, column)));
    }

    private static Optional<ServerErrorMessage> server(SQLException failure) {
        return failure instanceof PSQLException error
                ? Optional.ofNullable(error.getServerErrorMessage())
                : Optional.empty();
    }
}
