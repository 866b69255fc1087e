package derrick.migrations.scratch;

import derrick.migrations.revision.Script;
import java.sql.SQLException;
import java.util.Set;

/** A scratch database cannot be made on a server, or not be reached. */
public final class ScratchRefused extends RuntimeException {
    private static final String NEED = "a scratch database is needed, and ";
    private static final String FIX = "; name a server for it with --dev-url";

    /** Insufficient privilege. */
    private static final String NO_RIGHT = "42501";
    /** A transaction that may only read. */
    private static final String READ_ONLY = "25006";
    /** No entry in pg_hba.conf, no such database, as a pooler says it too, and too many connections. */
    private static final Set<String> NO_WAY_IN = Set.of("28000", "3D000", "08P01", "53300");

    private final String reason;

    private ScratchRefused(String reason, Throwable cause) {
        super(NEED + reason + FIX, cause);
        this.reason = reason;
    }

    /** A server refuses to make one. */
    static ScratchRefused making(SQLException cause) {
        return new ScratchRefused(
                switch (String.valueOf(cause.getSQLState())) {
                    case NO_RIGHT -> "the role may not create databases";
                    case READ_ONLY -> "the server takes no writes (standby, or read-only)";
                    default -> "the server cannot create one: " + cause.getMessage();
                },
                cause);
    }

    /** A server made one, and does not let the role connect to it. */
    static ScratchRefused connecting(SQLException cause) {
        return new ScratchRefused(
                NO_WAY_IN.contains(String.valueOf(cause.getSQLState()))
                        ? "the server does not let the role connect to another database"
                        : "it cannot be reached: " + cause.getMessage(),
                cause);
    }

    /** A script needs a role that the server does not have. */
    static ScratchRefused creatingRole(String role, Script script, SQLException cause) {
        return new ScratchRefused(
                "%s needs the role %s, which cannot be created there: %s"
                        .formatted(script.path(), role, cause.getMessage()),
                cause);
    }

    /** No other server can take the place of the one that refused. */
    public ScratchRefused and(String alsoRefused, Throwable cause) {
        return new ScratchRefused(reason + "; " + alsoRefused, cause);
    }

    /** What the server has against it, in one clause. */
    public String reason() {
        return reason;
    }
}
