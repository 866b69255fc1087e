package derrick.migrations.run;

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
import org.jspecify.annotations.Nullable;

/**
 * What an attempt left behind that broke off outside a transaction, be it by an error or by the end of a process. An
 * index that was being built concurrently stays, of no use to anybody and in the way of the next attempt. A partition
 * that was being detached concurrently hangs on by half, and PostgreSQL takes no second attempt, but can finish the
 * first.
 */
record PartialDdlCleanup(Connection connection) {
    /** An index that somebody is building at this moment is not valid yet either. */
    private static final String INVALID = """
            SELECT format('DROP INDEX CONCURRENTLY IF EXISTS %s', indexrelid::regclass)
            FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE NOT indisvalid AND relkind = 'i'
                AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index WHERE index_relid = indexrelid)
            """;

    /** The server gives an index without a name one that ends so. */
    private static final String OF_TABLE =
            INVALID + " AND indrelid = to_regclass(?) AND coalesce(relname = ?, relname ~ '_idx[0-9]*$')";

    private static final String OF_REINDEX = INVALID + " AND relname ~ '_cc(new|old)[0-9]*$'";

    private static final String HALF_DETACHED = """
            SELECT format('ALTER TABLE %s DETACH PARTITION %s FINALIZE', inhparent::regclass, inhrelid::regclass)
            FROM pg_inherits
            WHERE inhdetachpending AND inhparent = to_regclass(?) AND inhrelid = to_regclass(?)
            """;

    /** Clears away what is in a statement's way; says whether that did all that the statement is to do. */
    boolean makeWayFor(Statement statement) throws SQLException {
        TokenReader reader = statement.reader();
        if (reader.take("ALTER", "TABLE")) {
            return finishDetaching(reader);
        }
        if (reader.take("REINDEX")) {
            run(OF_REINDEX);
        } else if (reader.take("CREATE", "INDEX", "CONCURRENTLY")
                || reader.take("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY")) {
            reader.take("IF", "NOT", "EXISTS");
            Optional<String> index = reader.take("ON") ? Optional.empty() : reader.takeName();
            reader.take("ON");
            reader.take("ONLY");
            run(OF_TABLE, takeWritten(reader), index.orElse(null));
        }
        return false;
    }

    private boolean finishDetaching(TokenReader reader) throws SQLException {
        reader.take("IF", "EXISTS");
        reader.take("ONLY");
        String table = takeWritten(reader);
        return reader.take("DETACH", "PARTITION") && run(HALF_DETACHED, table, takeWritten(reader)) > 0;
    }

    /** Takes a name as it is written, with its schema and quotes. */
    private static String takeWritten(TokenReader reader) {
        StringBuilder name = new StringBuilder();
        do {
            reader.next().map(Token::text).ifPresent(name::append);
        } while (reader.take(".") && name.append('.').length() > 0);
        return name.toString();
    }

    /** Runs the statements that a query writes; returns how many. */
    private int run(String query, @Nullable String... parameters) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(query)) {
            for (int number = 1; number <= parameters.length; number++) {
                question.setString(number, parameters[number - 1]);
            }
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
        }
        for (String statement : statements) {
            try (PreparedStatement clearing = connection.prepareStatement(statement)) {
                clearing.execute();
            }
        }
        return statements.size();
    }
}
