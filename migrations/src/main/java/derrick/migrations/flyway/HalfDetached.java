package derrick.migrations.flyway;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A partition that was to be detached concurrently: where that broke off, the table has it no longer and yet is not rid
 * of it, and PostgreSQL takes no second attempt, but can finish the first.
 */
record HalfDetached(String table, String partition) {
    private static final String FINISH = """
            SELECT format('ALTER TABLE %s DETACH PARTITION %s FINALIZE', inhparent::regclass, inhrelid::regclass)
            FROM pg_inherits
            WHERE inhdetachpending AND inhparent = to_regclass(?) AND inhrelid = to_regclass(?)
            """;

    /** What a statement may leave behind so. */
    static Optional<HalfDetached> by(Statement statement) {
        TokenReader reader = statement.reader();
        if (!reader.take("ALTER", "TABLE")) {
            return Optional.empty();
        }
        reader.take("IF", "EXISTS");
        StringBuilder table = new StringBuilder();
        Optional<Token> token = reader.next();
        while (token.isPresent() && !token.get().is("DETACH")) {
            table.append(token.get().text());
            token = reader.next();
        }
        if (!reader.take("PARTITION")) {
            return Optional.empty();
        }
        StringBuilder partition = new StringBuilder();
        token = reader.next();
        while (token.isPresent() && !token.get().is("CONCURRENTLY")) {
            partition.append(token.get().text());
            token = reader.next();
        }
        return token.map(concurrently -> new HalfDetached(table.toString(), partition.toString()));
    }

    /** Finishes what broke off half way; says whether there was anything to finish. */
    boolean finish(Connection connection) {
        try (PreparedStatement question = connection.prepareStatement(FINISH)) {
            question.setString(1, table);
            question.setString(2, partition);
            try (ResultSet answer = question.executeQuery()) {
                if (!answer.next()) {
                    return false;
                }
                try (PreparedStatement finish = connection.prepareStatement(answer.getString(1))) {
                    finish.execute();
                }
                return true;
            }
        } catch (SQLException refused) {
            throw FlywayFailure.refused(refused);
        }
    }
}
