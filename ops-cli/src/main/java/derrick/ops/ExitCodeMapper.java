package derrick.ops;

import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.table.TableRefused;
import derrick.domain.store.StoreUnavailable;
import derrick.migrations.adopt.AdoptionRefused;
import derrick.migrations.adopt.UnknownTimeZone;
import derrick.migrations.backup.BackupFailed;
import derrick.migrations.backup.BackupRefused;
import derrick.migrations.backup.BackupUnreadable;
import derrick.migrations.backup.RestoreFailed;
import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.diff.Description.InvalidDescription;
import derrick.migrations.diff.change.Rename.UnknownRename;
import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.postgres.InvalidDatabaseUrl;
import derrick.migrations.postgres.Pooler;
import derrick.migrations.revision.AmbiguousRevision;
import derrick.migrations.revision.HistoryConflict;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.revision.MalformedRevisions;
import derrick.migrations.revision.MissingDowngradeScript;
import derrick.migrations.revision.UnknownRevision;
import derrick.migrations.revision.WrongDirection;
import derrick.migrations.run.LockTimeoutException;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.run.MigrationRefused;
import derrick.migrations.run.UnmanagedDatabase;
import derrick.migrations.run.loss.LossCountFailed;
import derrick.migrations.run.plan.SingleTransactionImpossible;
import derrick.migrations.scratch.ScratchRefused;
import derrick.migrations.verify.VerificationAborted;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Maps the failure of a command to a message on stderr and an exit code. */
final class ExitCodeMapper implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Terminal terminal;

    ExitCodeMapper(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        return say(
                ExitCode.USAGE,
                failure instanceof UnmatchedArgumentException unmatched
                        ? unknown(unmatched)
                        : "%s; see '%s --help'".formatted(failure.getMessage(), command));
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CommandFailed known) {
            return say(known.exitCode(), String.valueOf(known.getMessage()));
        }
        if (cause(failure, StandardOutput.BrokenPipe.class).isPresent()) {
            return ExitCode.DONE.number();
        }
        Optional<SQLException> fromDatabase = cause(failure, SQLException.class);
        if (fromDatabase.filter(Pooler::isCauseOf).isPresent()) {
            return say(ExitCode.DATABASE, Pooler.REFUSAL);
        }
        Optional<ExitCode> exitCode = exitCode(failure);
        if (exitCode.isPresent()) {
            return say(exitCode.get(), String.valueOf(failure.getMessage()));
        }
        if (fromDatabase.isPresent()) {
            return say(
                    ExitCode.DATABASE,
                    "the database reports: " + fromDatabase.get().getMessage());
        }
        Optional<IOException> fromFiles = cause(failure, IOException.class);
        if (fromFiles.isPresent()) {
            return fromFiles.equals(terminal.out().failure())
                    ? writeFailure(fromFiles.get())
                    : say(ExitCode.USAGE, describe(fromFiles.get()));
        }
        return say(
                ExitCode.DEFECT,
                "internal error, please report it: %s at %s"
                        .formatted(
                                failure,
                                Stream.of(failure.getStackTrace())
                                        .findFirst()
                                        .map(Object::toString)
                                        .orElse("?")));
    }

    /** Returns the exit code of a finished command, or that of a failed write if its output could not be written. */
    int orWriteFailure(int exitCode) {
        boolean failed = exitCode != ExitCode.DONE.number() && exitCode != ExitCode.FINDING.number();
        Optional<IOException> failure = terminal.out().failure();
        return failed || failure.isEmpty() ? exitCode : writeFailure(failure.get());
    }

    private int writeFailure(IOException failure) {
        return say(ExitCode.USAGE, "cannot write the output: " + describe(failure));
    }

    /** Returns the exit code of exceptions whose message is meant for the user. */
    private static Optional<ExitCode> exitCode(Exception failure) {
        if (failure instanceof UnknownRevision
                || failure instanceof AmbiguousRevision
                || failure instanceof WrongDirection
                || failure instanceof MalformedRevisions
                || failure instanceof UnknownTimeZone
                || failure instanceof InvalidDescription
                || failure instanceof UnknownRename
                || failure instanceof InvalidDatabaseUrl
                || failure instanceof BackupUnreadable
                || failure instanceof TableRefused
                || failure instanceof MalformedDocument) {
            return Optional.of(ExitCode.USAGE);
        }
        if (failure instanceof DatabaseUnavailable
                || failure instanceof HistoryUnreadable
                || failure instanceof BackupFailed
                || failure instanceof LossCountFailed
                || failure instanceof CatalogUnreadable
                || failure instanceof ScratchRefused
                || failure instanceof VerificationAborted
                || failure instanceof StoreUnavailable) {
            return Optional.of(ExitCode.DATABASE);
        }
        if (failure instanceof MigrationFailed
                || failure instanceof MigrationRefused
                || failure instanceof RestoreFailed) {
            return Optional.of(ExitCode.MIGRATION);
        }
        if (failure instanceof MissingDowngradeScript
                || failure instanceof SingleTransactionImpossible
                || failure instanceof BackupRefused
                || failure instanceof UnmanagedDatabase
                || failure instanceof AdoptionRefused
                || failure instanceof HistoryConflict) {
            return Optional.of(ExitCode.REFUSED);
        }
        return failure instanceof LockTimeoutException ? Optional.of(ExitCode.LOCKED) : Optional.empty();
    }

    private static String unknown(UnmatchedArgumentException failure) {
        CommandLine command = failure.getCommandLine();
        String argument = failure.getUnmatched().get(0);
        String kind =
                argument.startsWith("-") ? "option" : command.getSubcommands().isEmpty() ? "argument" : "command";
        String hint = failure.getSuggestions().stream()
                .findFirst()
                .map("did you mean '%s'?"::formatted)
                .orElse("see '%s --help'".formatted(command.getCommandSpec().qualifiedName()));
        return "unknown %s '%s'; %s".formatted(kind, argument, hint);
    }

    private static String describe(IOException failure) {
        String file = failure instanceof FileSystemException named ? String.valueOf(named.getFile()) : "";
        if (failure instanceof NoSuchFileException) {
            return "file not found: " + file;
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied: " + file;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return file + " already exists";
        }
        return failure instanceof FileSystemException named && named.getReason() != null
                ? "cannot use %s: %s".formatted(file, named.getReason())
                : String.valueOf(failure.getMessage());
    }

    private static <E extends Throwable> Optional<E> cause(Throwable failure, Class<E> kind) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private int say(ExitCode exitCode, String reason) {
        if (!InterruptHandler.isShuttingDown()) {
            terminal.say(reason.lines().findFirst().orElse("failed"));
        }
        return exitCode.number();
    }
}
