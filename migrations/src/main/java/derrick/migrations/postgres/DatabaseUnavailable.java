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

/** Thrown when a database cannot be reached or rejects the login. The message is one line without a password. */
public final class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns the exception for a failure to connect. Looks at the causes too, since libraries wrap the driver's
     * exceptions.
     *
     * @return empty if the failure is another one
     */
    public static Optional<DatabaseUnavailable> in(Throwable failure, DatabaseAddress address) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return reason(error, address)
                        .map(reason ->
                                new DatabaseUnavailable("database " + address.redacted() + ": " + reason, failure));
            }
        }
        return Optional.empty();
    }

    /** Returns the exception for a failed connection attempt. */
    static DatabaseUnavailable opening(SQLException failure, DatabaseAddress address) {
        return in(failure, address)
                .orElseGet(() -> new DatabaseUnavailable(
                        "database %s: no connection: %s (SQLSTATE %s)"
                                .formatted(address.redacted(), message(failure), failure.getSQLState()),
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
                Optional.of("the server does not let %s in from here: %s".formatted(address.user(), message(failure)));
            case "3D000" -> Optional.of("there is no such database");
            case "53300" -> Optional.of("all connections of the server are in use");
            case "57P01", "57P02" -> Optional.of("the server was shut down");
            case "57P03" -> Optional.of("the server is starting or stopping");
            default -> state.startsWith("08") ? Optional.of(connectFailure(failure)) : Optional.empty();
        };
    }

    private static String connectFailure(SQLException failure) {
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
                return "connection refused";
            }
            if (cause instanceof CertificateException) {
                return "the server's certificate is not trusted; name its authority by sslrootcert";
            }
            if (cause instanceof EOFException) {
                return "the connection was closed at once; is it a PostgreSQL server?";
            }
            if (cause instanceof SocketException) {
                return "no network connection: " + firstLine(cause);
            }
        }
        // A missing password or TLS has no SQLSTATE of its own, so the driver's message must do.
        return message(failure);
    }

    /** Returns the server's message without its severity, or the driver's. */
    private static String message(SQLException failure) {
        return failure instanceof PSQLException error && error.getServerErrorMessage() != null
                ? String.valueOf(error.getServerErrorMessage().getMessage())
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
