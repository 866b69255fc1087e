package derrick.migrations.run;

import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.revision.Script;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;

/** Translates exceptions of Flyway and JDBC into those of this package. */
final class FlywayErrorTranslator {
    private static final String READ_ONLY = "25006";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private FlywayErrorTranslator() {}

    static RuntimeException translate(FlywayException failure) {
        return translate(failure, Optional.empty());
    }

    /** @param uncommitted the script that ran last, if it is the only one; the server may reject it at COMMIT */
    static RuntimeException translate(FlywayException failure, Optional<Script> uncommitted) {
        String message = String.valueOf(failure.getMessage());
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new UnmanagedDatabase();
        }
        if (message.startsWith("Number of retries exceeded")) {
            return new LockTimeoutException("another session migrates this database", failure);
        }
        return serverError(failure)
                .filter(error -> message.startsWith("Unable to commit"))
                .map(error -> commitFailed(uncommitted, error))
                .orElseGet(() -> databaseError(failure));
    }

    private static RuntimeException commitFailed(Optional<Script> script, SQLException error) {
        return script.<RuntimeException>map(only -> MigrationFailed.atCommit(only, error))
                .orElseGet(() -> databaseError(error));
    }

    /** Returns the exception for a failed statement that belongs to no script. */
    static RuntimeException databaseError(Exception failure) {
        Optional<SQLException> error = serverError(failure);
        if (error.filter(FlywayErrorTranslator::isReadOnly).isPresent()) {
            return new DatabaseUnavailable(
                    "the database is read-only: it is a standby, or default_transaction_read_only is on", failure);
        }
        return error.filter(cause -> INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState()))
                .<RuntimeException>map(cause -> new DatabaseUnavailable(
                        "the role lacks a privilege: " + MigrationRefused.oneLine(cause), failure))
                .orElseGet(() -> new MigrationRefused(failure));
    }

    static boolean isReadOnly(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState());
    }

    /** Returns the innermost SQLException. Flyway may wrap it more than once. */
    private static Optional<SQLException> serverError(Exception failure) {
        Optional<SQLException> innermost = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                innermost = Optional.of(error);
            }
        }
        return innermost;
    }
}
