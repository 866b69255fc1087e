package derrick.migrations.flyway;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.jspecify.annotations.Nullable;

/**
 * What scripts left behind that broke off outside a transaction. An index that was being built concurrently stays, of
 * no use to anybody and in the way of the next attempt.
 */
record BrokenOff(Direction direction, Revisions revisions) {
    /** An index that somebody is building at this moment is not valid yet either. */
    private static final String INVALID = """
            SELECT indexrelid::regclass
            FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE NOT indisvalid AND relkind = 'i'
                AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index WHERE index_relid = indexrelid)
            """;

    private static final String OF_TABLE =
            INVALID + " AND indrelid = to_regclass(?) AND relname = coalesce(?, relname)";
    private static final String OF_REINDEX = INVALID + " AND relname ~ '_cc(new|old)[0-9]*$'";

    /** Makes ready for another attempt; to be called under the lock. Returns what turned out to need none. */
    List<Revision> clear(SchemaHistory history, Connection connection) {
        List<AppliedMigration> failed = history.allAppliedMigrations().stream()
                .filter(row -> !row.isSuccess() && direction.isOf(row.getScript()))
                .toList();
        List<Revision> finished =
                failed.stream().flatMap(row -> clear(row, connection).stream()).toList();
        history.clearCache();
        return finished;
    }

    /** Forgets what had broken off, whichever way, since somebody mended it by hand. */
    static void forget(SchemaHistory history, Connection connection) {
        try {
            run(connection, "DELETE FROM flyway_schema_history WHERE NOT success");
        } catch (SQLException refused) {
            throw new MigrationRefused(refused);
        }
        history.clearCache();
    }

    private Optional<Revision> clear(AppliedMigration row, Connection connection) {
        Optional<Revision> broken =
                revisions.find(Integer.parseInt(row.getVersion().getVersion()));
        Optional<Script> script = broken.flatMap(revision -> direction == Direction.UP
                ? Optional.of(revisions.upgradeScript(revision))
                : revisions.downgradeScript(revision));
        boolean finished = false;
        try {
            for (Statement statement : script.map(Script::statements).orElse(List.of())) {
                // Only where it was the last statement is nothing left to do.
                finished = HalfDetached.by(statement)
                        .map(half -> half.finish(connection))
                        .orElse(false);
                for (String index : leftBehind(statement, connection)) {
                    run(connection, "DROP INDEX CONCURRENTLY IF EXISTS " + index);
                }
            }
            boolean applied = finished && direction == Direction.UP;
            run(
                    connection,
                    (applied ? "UPDATE flyway_schema_history SET success = true" : "DELETE FROM flyway_schema_history")
                            + " WHERE installed_rank = " + row.getInstalledRank());
            return applied ? broken : Optional.empty();
        } catch (SQLException refused) {
            throw new MigrationRefused(refused);
        }
    }

    private static List<String> leftBehind(Statement statement, Connection connection) throws SQLException {
        TokenReader reader = statement.reader();
        if (reader.take("REINDEX")) {
            return names(connection, OF_REINDEX);
        }
        if (!reader.take("CREATE", "INDEX", "CONCURRENTLY")
                && !reader.take("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY")) {
            return List.of();
        }
        reader.take("IF", "NOT", "EXISTS");
        Optional<String> index = reader.takeName();
        reader.take("ON");
        reader.take("ONLY");
        return names(connection, OF_TABLE, table(reader), index.orElse(null));
    }

    /** The table as it is written, with its schema and quotes. */
    private static String table(TokenReader reader) {
        StringBuilder table = new StringBuilder();
        for (Optional<Token> token = reader.next();
                token.filter(part -> part.isName() || part.is(".")).isPresent()
                        && !token.get().is("USING");
                token = reader.next()) {
            table.append(token.get().text());
        }
        return table.toString();
    }

    private static List<String> names(Connection connection, String query, @Nullable String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int number = 1; number <= parameters.length; number++) {
                statement.setString(number, parameters[number - 1]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
