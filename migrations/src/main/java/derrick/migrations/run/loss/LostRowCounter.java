package derrick.migrations.run.loss;

import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.sql.SqlQuoting;
import derrick.migrations.sql.ddl.TypeName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Counts the rows and values in a database that a migration would delete. */
public record LostRowCounter(DataSource dataSource) {
    private static final String TYPE = """
            SELECT format_type(atttypid, atttypmod)
            FROM pg_attribute
            WHERE attrelid = to_regclass(?) AND attname = ? AND attnum > 0 AND NOT attisdropped
            """;

    /** Generates the query that counts all rows of a schema; NULL if it has no tables. */
    private static final String COUNTS = """
            SELECT 'SELECT sum(n) FROM (' || string_agg(
                format('SELECT count(*) AS n FROM %I.%I', nspname, relname), ' UNION ALL ') || ') AS counts'
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = ? AND relkind IN ('r', 'p') AND NOT relispartition
            """;

    /**
     * Returns the dropped tables that exist, and other losses that affect rows or values.
     *
     * @throws LossCountFailed if the database cannot be reached, or the role may not read a table
     */
    public List<CountedDataLoss> of(List<DataLoss> losses) {
        if (losses.isEmpty()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            List<CountedDataLoss> counted = new ArrayList<>();
            for (DataLoss loss : losses) {
                count(loss, connection).ifPresent(counted::add);
            }
            return counted;
        } catch (SQLException failure) {
            throw new LossCountFailed(failure);
        }
    }

    private static Optional<CountedDataLoss> count(DataLoss loss, Connection connection) throws SQLException {
        if (loss.kind() == DataLoss.Kind.SCHEMA) {
            String schema = loss.table().substring(0, loss.table().lastIndexOf('.'));
            String counts = JdbcQuery.text(connection, COUNTS, schema).orElse("SELECT 0");
            return Optional.of(counted(loss, number(connection, counts))).filter(CountedDataLoss::hasRows);
        }
        String table = quoted(loss.table());
        if (loss.column().isEmpty()) {
            return JdbcQuery.text(connection, "SELECT to_regclass(?)", table).isPresent()
                    ? Optional.of(counted(loss, number(connection, "SELECT count(*) FROM " + table)))
                            .filter(counted -> counted.hasRows() || loss.kind() == DataLoss.Kind.TABLE)
                    : Optional.empty();
        }
        String column = loss.column().get();
        Optional<TypeName> type =
                JdbcQuery.text(connection, TYPE, table, column).flatMap(TypeName::parse);
        boolean fits = loss.newType()
                .filter(newType -> type.filter(newType::holdsAllOf).isPresent())
                .isPresent();
        if (type.isEmpty() || fits) {
            return Optional.empty();
        }
        long values = number(connection, "SELECT count(%s) FROM %s".formatted(SqlQuoting.name(column), table));
        return values == 0 ? Optional.empty() : Optional.of(counted(loss, values));
    }

    private static CountedDataLoss counted(DataLoss loss, long rows) {
        return new CountedDataLoss(loss, OptionalLong.of(rows));
    }

    private static String quoted(String table) {
        return Stream.of(table.split("\\.", 2)).map(SqlQuoting::name).collect(Collectors.joining("."));
    }

    private static long number(Connection connection, String query) throws SQLException {
        return Long.parseLong(JdbcQuery.text(connection, query).orElseThrow());
    }
}
