package derrick.migrations.database;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached, or does not let us in. One line, without a password. */
public final class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Reads a failure as one of reaching the database, or of being let in; causes count, since libraries wrap what the
     * driver throws.
     *
     * @return empty if the database was there and answered something else
     */
    public static Optional<DatabaseUnavailable> in(Throwable failure, DatabaseAddress address) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException answer) {
                return reason(answer, address)
                        .map(reason ->
                                new DatabaseUnavailable("database " + address.redacted() + ": " + reason, failure));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> reason(SQLException failure, DatabaseAddress address) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "28P01" -> Optional.of("the password of " + address.user() + " is wrong or missing");
            case "28000" -> Optional.of("the server does not let " + address.user() + " in from here");
            case "3D000" -> Optional.of("there is no database of that name");
            case "53300" -> Optional.of("the server has no connection left for us");
            case "57P01", "57P02" -> Optional.of("the server was shut down");
            case "57P03" -> Optional.of("the server is starting or stopping");
            default -> state.startsWith("08") ? Optional.of(unreached(failure)) : Optional.empty();
        };
    }

    private static String unreached(SQLException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "unknown host";
            }
            if (cause instanceof NoSuchFileException file) {
                return "there is no socket %s in that folder"
                        .formatted(Path.of(file.getFile()).getFileName());
            }
            if (cause instanceof SocketTimeoutException) {
                return "no answer in time";
            }
            if (cause instanceof ConnectException) {
                return "nobody listens there";
            }
            if (cause instanceof SSLException) {
                return "no secure connection could be made";
            }
        }
        // The driver's own words: what it lacks, a password or TLS, has no code of its own.
        return "08004".equals(failure.getSQLState())
                ? String.valueOf(failure.getMessage()).lines().findFirst().orElse("the server refused the log-in")
                : "the connection failed";
    }
}
