package derrick.migrations.postgres;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

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

    /** Reads a failure to open a connection; whatever it is, there is none. */
    static DatabaseUnavailable opening(SQLException failure, DatabaseAddress address) {
        return in(failure, address)
                .orElseGet(() -> new DatabaseUnavailable(
                        "database %s: no connection: %s (SQLSTATE %s)"
                                .formatted(address.redacted(), words(failure), failure.getSQLState()),
                        failure));
    }

    private static Optional<String> reason(SQLException failure, DatabaseAddress address) {
        String state = String.valueOf(failure.getSQLState());
        if (String.valueOf(failure.getMessage()).contains("targetServerType")) {
            return Optional.of("no server there is "
                    + address.parameters().getOrDefault("target_session_attrs", "of the wanted kind"));
        }
        return switch (state) {
            case "28P01" -> Optional.of("the password of " + address.user() + " is wrong or missing");
            case "28000" ->
                Optional.of("the server does not let %s in from here: %s".formatted(address.user(), words(failure)));
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
            if (cause instanceof ConnectException && firstLine(cause).contains("refused")) {
                return "nobody listens there";
            }
            if (cause instanceof CertificateException) {
                return "the server's certificate is from nobody trusted here; sslrootcert names whom to trust";
            }
            if (cause instanceof EOFException) {
                return "it hung up at once, as a PostgreSQL server does not";
            }
            if (cause instanceof SocketException) {
                return "there is no way to it: " + firstLine(cause);
            }
        }
        // The driver's own words: what it lacks, a password or TLS, has no code of its own.
        return words(failure);
    }

    /** What the server said, without the severity before it; else what the driver says. */
    private static String words(SQLException failure) {
        return failure instanceof PSQLException answer && answer.getServerErrorMessage() != null
                ? String.valueOf(answer.getServerErrorMessage().getMessage())
                : firstLine(failure);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("the connection failed")
                .replaceFirst("\\.$", "");
    }
}
