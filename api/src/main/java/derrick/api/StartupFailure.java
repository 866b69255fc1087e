package derrick.api;

import derrick.migrations.backup.BackupRefused;
import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.postgres.InvalidDatabaseUrl;
import derrick.migrations.revision.HistoryConflict;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.run.LockTimeoutException;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.run.MigrationRefused;
import derrick.migrations.run.UnmanagedDatabase;
import derrick.migrations.run.loss.LossCountFailed;
import java.util.Optional;

/** Ends the start of the server with a message of one line and an exit code. */
final class StartupFailure extends RuntimeException {
    /** Invalid arguments, or a file that cannot be read or written. */
    static final int USAGE = 2;

    /** The database is unavailable or denies access. */
    static final int NO_DATABASE = 3;

    /** A migration failed. */
    static final int MIGRATION = 4;

    /** The server does not start because that could damage data. */
    static final int UNSAFE = 5;

    /** Another session held a lock for too long. */
    static final int LOCKED = 6;

    private final int exitCode;

    StartupFailure(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /** Returns the message and exit code for an exception of another layer, or empty if it is unexpected. */
    static Optional<StartupFailure> of(Throwable failure) {
        if (failure instanceof StartupFailure known) {
            return Optional.of(known);
        }
        int exitCode = exitCode(failure);
        return exitCode == 0
                ? Optional.empty()
                : Optional.of(new StartupFailure(exitCode, String.valueOf(failure.getMessage())));
    }

    private static int exitCode(Throwable failure) {
        if (failure instanceof InvalidDatabaseUrl) {
            return USAGE;
        }
        if (failure instanceof DatabaseUnavailable
                || failure instanceof HistoryUnreadable
                || failure instanceof LossCountFailed) {
            return NO_DATABASE;
        }
        if (failure instanceof MigrationFailed || failure instanceof MigrationRefused) {
            return MIGRATION;
        }
        if (failure instanceof UnmanagedDatabase
                || failure instanceof HistoryConflict
                || failure instanceof BackupRefused) {
            return UNSAFE;
        }
        return failure instanceof LockTimeoutException ? LOCKED : 0;
    }
}
