package derrick.migrations.backup;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** Thrown if the content of a backup cannot be loaded into the database. */
public final class RestoreFailed extends RuntimeException {
    /** Invalid transaction termination; a command that cannot run in a transaction. */
    private static final Set<String> OF_TRANSACTION = Set.of("2D000", "25001");

    private static final String UNCHANGED = "the database is unchanged";

    private final String reason;

    /** Creates a failure that left the database unchanged. */
    RestoreFailed(String reason, Throwable cause) {
        super(oneLine(reason) + "; " + UNCHANGED, cause);
        this.reason = oneLine(reason);
    }

    /** @param remedy the state of the database, or what to do with it */
    private RestoreFailed(String reason, String remedy) {
        super(reason + "; " + remedy);
        this.reason = reason;
    }

    /** Returns a failure with the differing row counts; the database is unchanged. */
    static RestoreFailed unchanged(String reason) {
        return new RestoreFailed(reason, UNCHANGED);
    }

    /** Returns a failure after a part was committed. */
    static RestoreFailed incomplete(String reason) {
        return new RestoreFailed(reason, "drop the database and restore into a new one");
    }

    private static String oneLine(String reason) {
        return reason.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    /** Returns true if the statement failed only because it ran in a transaction. */
    boolean isOfTransaction() {
        return getCause() instanceof SQLException cause && OF_TRANSACTION.contains(String.valueOf(cause.getSQLState()));
    }

    /** Returns the reason without the state of the database. */
    String reason() {
        return reason;
    }
}
