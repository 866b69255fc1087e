package derrick.migrations.backup;

import derrick.migrations.plan.SessionSql;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TransactionBound;
import derrick.migrations.sql.Transactionality;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * Runs the scripts of revisions in one transaction, so that a restore does all or nothing. Outside an empty database an
 * upgrade must not do so.
 */
record SchemaScripts(Connection connection) {
    /**
     * Runs them in order.
     *
     * @throws RestoreFailed if the server refuses a statement
     */
    void run(List<Script> scripts) throws SQLException, IOException {
        for (Script script : scripts) {
            for (Statement statement : script.statements()) {
                run(script, statement);
            }
            new CatalogQueries(connection).run(SessionSql.RESET);
        }
    }

    private void run(Script script, Statement statement) throws IOException {
        Optional<String> sql = inTransaction(statement);
        Optional<String> rows = statement.rows().map(Token::text);
        try {
            if (sql.isPresent() && rows.isPresent()) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql.get(), new StringReader(rows.get()));
            } else if (sql.isPresent()) {
                new CatalogQueries(connection).run(sql.get());
            }
        } catch (SQLException refused) {
            throw new RestoreFailed(
                    "%s, line %d: %s".formatted(script.path(), statement.line(), refused.getMessage()), refused);
        }
    }

    /**
     * The statement as it may run in a transaction: without CONCURRENTLY, or not at all if it has no such word, as
     * VACUUM. A DO that commits after each batch of rows finds no rows, and commits nothing.
     */
    private static Optional<String> inTransaction(Statement statement) {
        if (TransactionBound.is(statement)) {
            return Optional.empty();
        }
        if (Transactionality.of(statement) == Transactionality.TRANSACTIONAL
                || statement.phrase().starts("DO")) {
            return Optional.of(statement.text());
        }
        return statement.phrase().find("CONCURRENTLY").map(word -> without(word, statement));
    }

    private static String without(Token word, Statement statement) {
        int start = word.offset() - statement.offset();
        String text = statement.text();
        return text.substring(0, start) + text.substring(start + word.text().length());
    }
}
