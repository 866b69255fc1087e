package derrick.migrations.run;

import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cleans up after a statement that failed outside a transaction. CREATE INDEX CONCURRENTLY leaves an invalid index,
 * whose name blocks the next attempt. DETACH PARTITION CONCURRENTLY leaves a pending detach, which must be finalized.
 */
record PartialDdlCleanup(Connection connection) {
    /** Excludes indexes that another session is building, which are not valid yet either. */
    private static final String INVALID = """
            SELECT format('DROP INDEX CONCURRENTLY IF EXISTS %s', indexrelid::regclass)
            FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE NOT indisvalid AND relkind = 'i'
                AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index WHERE index_relid = indexrelid)
            """;

    /** Matches the names that the server generates for indexes without a name. */
    private static final String OF_TABLE =
            INVALID + " AND indrelid = to_regclass(?) AND coalesce(relname = ?, relname ~ '_idx[0-9]*$')";

    private static final String OF_REINDEX = INVALID + " AND relname ~ '_cc(new|old)[0-9]*$'";

    private static final String PENDING_DETACH = """
            SELECT format('ALTER TABLE %s DETACH PARTITION %s FINALIZE', inhparent::regclass, inhrelid::regclass)
            FROM pg_inherits
            WHERE inhdetachpending AND inhparent = to_regclass(?) AND inhrelid = to_regclass(?)
            """;

    /** Cleans up before a statement runs again. True if that completed the statement, so that it need not run. */
    boolean cleanUpBefore(Statement statement) throws SQLException {
        TokenReader reader = statement.reader();
        if (reader.take("ALTER", "TABLE")) {
            return finalizeDetach(reader);
        }
        if (reader.take("REINDEX")) {
            run(OF_REINDEX);
        } else if (reader.take("CREATE", "INDEX", "CONCURRENTLY")
                || reader.take("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY")) {
            reader.take("IF", "NOT", "EXISTS");
            Optional<String> index = reader.take("ON") ? Optional.empty() : reader.takeName();
            reader.take("ON");
            reader.take("ONLY");
            run(OF_TABLE, takeQuotedName(reader), index.orElse(null));
        }
        return false;
    }

    private boolean finalizeDetach(TokenReader reader) throws SQLException {
        reader.take("IF", "EXISTS");
        reader.take("ONLY");
        String table = takeQuotedName(reader);
        return reader.take("DETACH", "PARTITION") && run(PENDING_DETACH, table, takeQuotedName(reader)) > 0;
    }

    /** Takes a name with its schema and quotes, as written. */
    private static String takeQuotedName(TokenReader reader) {
        StringBuilder name = new StringBuilder();
        do {
            reader.next().map(Token::text).ifPresent(name::append);
        } while (reader.take(".") && name.append('.').length() > 0);
        return name.toString();
    }

    /** Runs the statements that a query generates and returns their number. */
    private int run(String query, @Nullable String... parameters) throws SQLException {
        List<String> statements = JdbcQuery.texts(connection, query, (Object[]) parameters);
        for (String statement : statements) {
            try (PreparedStatement cleanup = connection.prepareStatement(statement)) {
                cleanup.execute();
            }
        }
        return statements.size();
    }
}
