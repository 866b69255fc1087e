package derrick.migrations.flyway;

import java.sql.SQLException;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** Says in words of ours what Flyway says in many. */
final class FlywayFailure {
    private FlywayFailure() {}

    static RuntimeException inWordsOfOurs(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywaySqlScriptException script && script.getCause() instanceof SQLException refused) {
                return new MigrationFailed(
                        ((ScriptResource) script.getResource()).script(),
                        script.getLineNumber(),
                        script.getStatement(),
                        refused);
            }
        }
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new UnmanagedDatabase();
        }
        return String.valueOf(failure.getMessage()).startsWith("Number of retries exceeded")
                ? new LockNotGot("somebody else migrates this database", failure)
                : new MigrationRefused(failure);
    }
}
