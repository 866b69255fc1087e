package derrick.migrations.scratch;

import derrick.migrations.revision.Script;
import java.sql.SQLException;
import java.util.Set;

/** Thrown when a scratch database cannot be created or reached. */
public final class ScratchRefused extends RuntimeException {
    private static final String NEED = "a scratch database is needed, but ";
    private static final String FIX = "; name a server for it with --dev-url";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String READ_ONLY = "25006";
    /** No entry in pg_hba.conf, no such database (28000, 3D000, or 08P01 from a pooler), and too many connections. */
    private static final Set<String> LOGIN_REJECTED = Set.of("28000", "3D000", "08P01", "53300");

    private final String reason;

    private ScratchRefused(String reason, Throwable cause) {
        super(NEED + reason + FIX, cause);
        this.reason = reason;
    }

    /** For a CREATE DATABASE that failed. */
    static ScratchRefused creatingDatabase(SQLException cause) {
        return new ScratchRefused(
                switch (String.valueOf(cause.getSQLState())) {
                    case INSUFFICIENT_PRIVILEGE -> "the role may not create databases";
                    case READ_ONLY -> "the server is read-only (or a standby)";
                    default -> "the server cannot create one: " + cause.getMessage();
                },
                cause);
    }

    /** For a scratch database to which the role cannot connect. */
    static ScratchRefused connecting(SQLException cause) {
        return new ScratchRefused(
                LOGIN_REJECTED.contains(String.valueOf(cause.getSQLState()))
                        ? "the server does not let the role connect to another database"
                        : "it cannot be reached: " + cause.getMessage(),
                cause);
    }

    /** For a role that a script needs and that cannot be created. */
    static ScratchRefused creatingRole(String role, Script script, SQLException cause) {
        return new ScratchRefused(
                "%s needs the role %s, which cannot be created there: %s"
                        .formatted(script.path(), role, cause.getMessage()),
                cause);
    }

    /** Returns this exception with the reason why another server cannot be used either. */
    public ScratchRefused withReason(String second, Throwable cause) {
        return new ScratchRefused(reason + "; " + second, cause);
    }

    /** Returns the reason, as a clause. */
    public String reason() {
        return reason;
    }
}
