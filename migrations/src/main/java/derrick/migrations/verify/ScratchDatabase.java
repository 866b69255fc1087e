package derrick.migrations.verify;

import derrick.migrations.catalog.ScratchRefused;
import derrick.migrations.database.DatabaseAddress;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A database with a name of its own, made on a server for trials and dropped when it is closed. Naive times in it are
 * of a zone half an hour off, so that a conversion that forgets the zone shows.
 */
public final class ScratchDatabase implements AutoCloseable {
    private static final String TIME_ZONE = "Asia/Tehran";
    /** Insufficient privilege; a server that may only read. */
    private static final Set<String> MAY_NOT = Set.of("42501", "25006");

    private final DatabaseAddress server;
    private final String name;
    private Optional<Connection> kept = Optional.empty();
    private boolean closed;

    private ScratchDatabase(DatabaseAddress server, String name) {
        this.server = server;
        this.name = name;
    }

    /**
     * Makes one on the server of an address, whose own database stays as it is.
     *
     * @throws ScratchRefused if the role may not create a database there
     * @throws VerificationBroken if the server cannot be reached
     */
    public static ScratchDatabase on(DatabaseAddress server) {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        ScratchDatabase scratch =
                new ScratchDatabase(server, "derrick_verify_" + HexFormat.of().formatHex(random));
        scratch.make();
        return scratch;
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return server.beside(name);
    }

    /** Connections to it, each new. */
    public DataSource dataSource() {
        return address().dataSource();
    }

    /** The connection to look at it with: one for all times, since a new one would read the catalogs anew. */
    synchronized Connection connection() {
        if (kept.isEmpty()) {
            try {
                kept = Optional.of(dataSource().getConnection());
            } catch (SQLException refused) {
                throw new VerificationBroken(refused);
            }
        }
        return kept.get();
    }

    /** Makes it empty, as it was at first. */
    public synchronized void renew() {
        drop();
        make();
    }

    private synchronized void make() {
        if (closed) {
            throw new IllegalStateException("the scratch database is closed");
        }
        try {
            execute(
                    "CREATE DATABASE %s TEMPLATE template0".formatted(name),
                    "ALTER DATABASE %s SET derrick.legacy_time_zone = '%s'".formatted(name, TIME_ZONE),
                    // It does not outlive a crash anyway.
                    "ALTER DATABASE %s SET synchronous_commit = off".formatted(name),
                    // Compiling a question to the catalogs takes longer than the answer.
                    "ALTER DATABASE %s SET jit = off".formatted(name));
        } catch (SQLException refused) {
            if (MAY_NOT.contains(String.valueOf(refused.getSQLState()))) {
                throw ScratchRefused.ofDatabase(refused);
            }
            throw new VerificationBroken(refused);
        }
    }

    private void drop() {
        try {
            if (kept.isPresent()) {
                kept.get().close();
                kept = Optional.empty();
            }
            execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
        } catch (SQLException refused) {
            throw new VerificationBroken(refused);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Drops it, whoever is still in it; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            drop();
        }
    }
}
