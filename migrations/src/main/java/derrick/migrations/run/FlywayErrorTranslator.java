package derrick.migrations.run;

import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.revision.Script;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;

/** Says in words of ours what Flyway says in many. */
final class FlywayErrorTranslator {
    private static final String READ_ONLY = "25006";
    private static final String NO_RIGHT = "42501";

    private FlywayErrorTranslator() {}

    static RuntimeException inWordsOfOurs(FlywayException failure) {
        return inWordsOfOurs(failure, Optional.empty());
    }

    /** @param uncommitted the script that ran before, unless they are several; the server may refuse it at COMMIT */
    static RuntimeException inWordsOfOurs(FlywayException failure, Optional<Script> uncommitted) {
        String said = String.valueOf(failure.getMessage());
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new UnmanagedDatabase();
        }
        if (said.startsWith("Number of retries exceeded")) {
            return new LockTimeoutException("somebody else migrates this database", failure);
        }
        return sql(failure)
                .filter(refused -> said.startsWith("Unable to commit"))
                .map(refused -> refusedAtCommit(uncommitted, refused))
                .orElseGet(() -> refused(failure));
    }

    private static RuntimeException refusedAtCommit(Optional<Script> script, SQLException refused) {
        return script.<RuntimeException>map(only -> MigrationFailed.atCommit(only, refused))
                .orElseGet(() -> refused(refused));
    }

    /** The database would not do what a migration needs beside its scripts. */
    static RuntimeException refused(Exception failure) {
        Optional<SQLException> answer = sql(failure);
        if (answer.filter(FlywayErrorTranslator::isReadOnly).isPresent()) {
            return new DatabaseUnavailable(
                    "the database takes no writes: it is a standby, or default_transaction_read_only is on", failure);
        }
        return answer.filter(refused -> NO_RIGHT.equals(refused.getSQLState()))
                .<RuntimeException>map(refused -> new DatabaseUnavailable(
                        "the role lacks a right: " + MigrationRefused.oneLine(refused), failure))
                .orElseGet(() -> new MigrationRefused(failure));
    }

    static boolean isReadOnly(SQLException refused) {
        return READ_ONLY.equals(refused.getSQLState());
    }

    /** What the server said; Flyway may wrap it, and wrap its wrapping. */
    private static Optional<SQLException> sql(Exception failure) {
        Optional<SQLException> innermost = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException answer) {
                innermost = Optional.of(answer);
            }
        }
        return innermost;
    }
}
