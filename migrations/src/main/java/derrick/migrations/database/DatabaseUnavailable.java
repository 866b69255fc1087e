package derrick.migrations.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached, or does not let us in. One line, without a password. */
public final class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Reads a failure as one of reaching the database, or of being let in.
     *
     * @return empty if the database was there and answered something else
     */
    public static Optional<DatabaseUnavailable> in(SQLException failure, DatabaseAddress address) {
        return reason(failure, address)
                .map(reason -> new DatabaseUnavailable("database " + address.redacted() + ": " + reason, failure));
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
            if (cause instanceof java.net.UnknownHostException) {
                return "unknown host";
            }
            if (cause instanceof java.net.SocketTimeoutException) {
                return "no answer in time";
            }
            if (cause instanceof java.net.ConnectException) {
                return "nobody listens there";
            }
            if (cause instanceof javax.net.ssl.SSLException) {
                return "no secure connection could be made";
            }
        }
        return "08004".equals(failure.getSQLState()) ? "the server refused the log-in" : "the connection failed";
    }
}
