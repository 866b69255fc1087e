package derrick.migrations.catalog;

import java.sql.SQLException;

/** A scratch schema or database cannot be made: the role may not, or nobody may. */
public final class ScratchRefused extends RuntimeException {
    private ScratchRefused(String message, SQLException cause) {
        super(message, cause);
    }

    static ScratchRefused ofSchema(SQLException cause) {
        return new ScratchRefused(
                reason("schema", cause) + "; name a database where that is possible with --dev-url", cause);
    }

    /** The same for who needs a whole database. */
    public static ScratchRefused ofDatabase(SQLException cause) {
        return new ScratchRefused(
                reason("database", cause) + "; name a server where that is possible with --dev-url", cause);
    }

    private static String reason(String what, SQLException cause) {
        return "25006".equals(cause.getSQLState())
                ? "a scratch %s is needed, and nothing can be written there: a standby, or read-only by setting"
                        .formatted(what)
                : "the role may not create a scratch %s there".formatted(what);
    }
}
