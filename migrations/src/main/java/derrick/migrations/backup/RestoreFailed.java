package derrick.migrations.backup;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** The database did not take the content of a backup. */
public final class RestoreFailed extends RuntimeException {
    /** Invalid transaction termination; a command that cannot run in a transaction. */
    private static final Set<String> OF_TRANSACTION = Set.of("2D000", "25001");

    private static final String UNCHANGED = "the database is as it was";

    private final String reason;

    /** A failure that left the database as it was. */
    RestoreFailed(String reason, Throwable cause) {
        super(oneLine(reason) + "; " + UNCHANGED, cause);
        this.reason = oneLine(reason);
    }

    /** @param remedy the state of the database, or what to do with it */
    private RestoreFailed(String reason, String remedy) {
        super(reason + "; " + remedy);
        this.reason = reason;
    }

    /** Rows are missing; the database is as it was. */
    static RestoreFailed unchanged(String reason) {
        return new RestoreFailed(reason, UNCHANGED);
    }

    /** Something failed after a part was committed. */
    static RestoreFailed incomplete(String reason) {
        return new RestoreFailed(reason, "drop the database and restore into a new one");
    }

    private static String oneLine(String reason) {
        return reason.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    /** Whether a statement would do outside a transaction. */
    boolean isOfTransaction() {
        return getCause() instanceof SQLException cause && OF_TRANSACTION.contains(String.valueOf(cause.getSQLState()));
    }

    /** Why, without the state of the database. */
    String reason() {
        return reason;
    }
}
