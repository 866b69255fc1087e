package derrick.migrations.flyway;

import derrick.migrations.database.DatabaseUnavailable;
import java.sql.SQLException;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** Says in words of ours what Flyway says in many. */
final class FlywayFailure {
    private static final String READ_ONLY = "25006";
    private static final String NO_RIGHT = "42501";

    private FlywayFailure() {}

    static RuntimeException inWordsOfOurs(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywaySqlScriptException script
                    && script.getResource() instanceof ScriptResource ours
                    && script.getCause() instanceof SQLException refused
                    && !READ_ONLY.equals(refused.getSQLState())) {
                return new MigrationFailed(ours.script(), script.getLineNumber(), script.getStatement(), refused);
            }
        }
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new UnmanagedDatabase();
        }
        return String.valueOf(failure.getMessage()).startsWith("Number of retries exceeded")
                ? new LockNotGot("somebody else migrates this database", failure)
                : refused(failure);
    }

    /** The database would not do what a migration needs beside its scripts. */
    static RuntimeException refused(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException answer && READ_ONLY.equals(answer.getSQLState())) {
                return new DatabaseUnavailable(
                        "the database takes no writes: it is a standby, or default_transaction_read_only is on",
                        failure);
            }
            if (cause instanceof SQLException answer && NO_RIGHT.equals(answer.getSQLState())) {
                return new DatabaseUnavailable("the role lacks a right: " + MigrationRefused.oneLine(answer), failure);
            }
        }
        return new MigrationRefused(failure);
    }
}
