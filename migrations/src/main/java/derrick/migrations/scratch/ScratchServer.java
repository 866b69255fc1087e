package derrick.migrations.scratch;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.revision.Script;
import derrick.migrations.run.MigrationFailed;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Creates scratch databases on a server, runs scripts in them and reads the resulting catalog. Close drops them all.
 * Those of a killed process are dropped by a later process, once they are an hour old.
 */
public final class ScratchServer implements AutoCloseable {
    static final String EMPTY = "template0";

    private static final String DROP = "DROP DATABASE IF EXISTS %s WITH (FORCE)";

    /** The time in the name is from the server's clock, with which it is compared later. */
    private static final String NEW_NAME = "SELECT 'derrick_scratch_' || extract(epoch FROM now())::bigint || '_%s'";

    private static final String DROPS_OF_ABANDONED = """
            SELECT 'DROP DATABASE IF EXISTS ' || datname
            FROM pg_database
            WHERE datname ~ '^derrick_scratch_[0-9]{10}_[0-9a-f]{16}$'
                AND to_timestamp(substring(datname FROM 17 FOR 10)::bigint) < now() - interval '1 hour'
                AND pg_has_role(datdba, 'USAGE')
                AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE pg_stat_activity.datname = pg_database.datname)
            UNION ALL
            """ + ScratchRoles.DROPS_OF_ABANDONED;

    private final DatabaseAddress server;
    private final DatabaseProperties properties;
    private final ScratchRoles roles;
    private final Set<String> names = new LinkedHashSet<>();
    private Optional<ScratchDatabase> unused = Optional.empty();
    /** The database in which revision scripts run, to be continued by the next call. */
    private Optional<ScratchDatabase> replay = Optional.empty();

    private boolean closed;

    private ScratchServer(DatabaseAddress server, DatabaseProperties properties) {
        this.server = server;
        this.properties = properties;
        this.roles = new ScratchRoles(properties.roles());
    }

    /**
     * Creates scratch databases on the server of a live database, with its properties.
     *
     * @throws ScratchRefused if the role cannot create databases or connect to them
     * @throws CatalogUnreadable if the server cannot be reached
     */
    public static ScratchServer beside(DatabaseAddress live) {
        return opened(live, DatabaseProperties.of(live));
    }

    /** Creates them on another server, with the settings of a live database; throws as {@link #beside} does. */
    public static ScratchServer on(DatabaseAddress server, DatabaseAddress live) {
        return opened(server, DatabaseProperties.of(live).forOtherServer());
    }

    /** Creates the first database at once, to fail early if that is impossible. */
    private static ScratchServer opened(DatabaseAddress server, DatabaseProperties properties) {
        ScratchServer opened = new ScratchServer(server, properties);
        opened.dropAbandoned();
        ScratchDatabase first = opened.newDatabase(EMPTY);
        try {
            first.connect();
            opened.unused = Optional.of(first);
            return opened;
        } catch (SQLException failure) {
            opened.close();
            throw ScratchRefused.connecting(failure);
        }
    }

    /** Creates an empty database. */
    public ScratchDatabase empty() {
        ScratchDatabase empty = unused.orElseGet(() -> newDatabase(EMPTY));
        unused = Optional.empty();
        return empty;
    }

    /** Creates a database and runs revision scripts in it in order; throws as {@link #after} does. */
    public ScratchDatabase createdBy(List<Script> scripts) {
        ScratchDatabase database = empty();
        database.prepare(properties.schema(), scripts);
        database.runRest(scripts);
        return database;
    }

    /**
     * Returns the catalog after running revision scripts in an empty database. Scripts that ran for the previous call
     * do not run again.
     *
     * @throws derrick.migrations.run.MigrationFailed if a statement fails
     */
    public Catalog after(List<Script> scripts) {
        return replay.flatMap(database -> database.catalogAfter(scripts))
                .orElseGet(() -> replayed(scripts).read());
    }

    /**
     * Runs work in a database after revision scripts, in a transaction that is rolled back; throws as {@link #after}
     * does.
     */
    public <T> T rolledBack(List<Script> scripts, Function<Connection, T> work) {
        return replayed(scripts).rolledBack(work);
    }

    /** Creates a copy of the database after revision scripts; throws as {@link #after} does. */
    public ScratchDatabase copyAfter(List<Script> scripts) {
        ScratchDatabase source = replayed(scripts);
        source.read();
        source.disconnect();
        return newDatabase(source.name());
    }

    /**
     * Returns the catalog after each of several groups of scripts, run in order; throws as {@link #after} does. Uses
     * the database of {@link #after}, so that a later call with other scripts creates a new one.
     */
    public List<Catalog> afterEach(List<List<Script>> groups) {
        List<Catalog> catalogs = new ArrayList<>();
        List<Script> scripts = new ArrayList<>();
        for (List<Script> group : groups) {
            scripts.addAll(group);
            catalogs.add(after(scripts));
        }
        return catalogs;
    }

    /** Returns the same, but runs all groups after the first in a copy, so that the original can be used again. */
    public List<Catalog> afterEachInCopy(List<List<Script>> groups) {
        List<Catalog> catalogs = new ArrayList<>(List.of(after(groups.get(0))));
        try (ScratchDatabase copy = copyAfter(groups.get(0))) {
            for (List<Script> group : groups.subList(1, groups.size())) {
                copy.runner().inOrder(group);
                catalogs.add(CatalogReader.read(copy.connection()));
            }
            return catalogs;
        }
    }

    /**
     * Returns the catalog of the declared schema, whose files may be in any order; throws as {@link #after} does. If
     * they can run in one transaction, it is rolled back and the database is used again.
     */
    public Catalog of(DeclaredSchema declared) {
        if (declared.scripts().stream().allMatch(Script::isTransactional)) {
            ScratchDatabase database = empty();
            try {
                Catalog catalog = database.rolledBack(connection -> {
                    database.runner().inAnyOrder(properties.schema(), declared.scripts());
                    return CatalogReader.within(connection);
                });
                unused = Optional.of(database);
                return catalog;
            } catch (MigrationFailed retriedWithoutTransaction) {
                database.close();
            }
        }
        try (ScratchDatabase database = empty()) {
            database.runner().inAnyOrder(properties.schema(), declared.scripts());
            return CatalogReader.read(database.connection());
        }
    }

    private ScratchDatabase replayed(List<Script> scripts) {
        try {
            if (replay.filter(database -> database.isPrefixOf(scripts)).isEmpty()) {
                closeReplay();
                replay = Optional.of(empty());
                replay.get().prepare(properties.schema(), scripts);
            }
            replay.orElseThrow().runRest(scripts);
            return replay.orElseThrow();
        } catch (RuntimeException failure) {
            closeReplay();
            throw failure;
        }
    }

    private void closeReplay() {
        replay.ifPresent(ScratchDatabase::close);
        replay = Optional.empty();
    }

    private ScratchDatabase newDatabase(String template) {
        String query = NEW_NAME.formatted("%016x".formatted(new SecureRandom().nextLong()));
        String name = onServer(statement -> rows(query, statement)).get(0);
        create(name, template);
        return new ScratchDatabase(this, server.beside(name), roles);
    }

    /** Synchronized, so that close on Ctrl-C waits for it and drops this database too. */
    synchronized void create(String name, String template) {
        if (closed) {
            throw new IllegalStateException("the scratch server is closed");
        }
        names.add(name);
        try (Connection connection = server.dataSource().getConnection()) {
            properties.create(name, template, connection);
        } catch (SQLException failure) {
            dropAll(List.of(name));
            throw ScratchRefused.creatingDatabase(failure);
        }
    }

    synchronized void drop(String name) {
        if (names.contains(name)) {
            onServer(statement -> statement.execute(DROP.formatted(name)));
            names.remove(name);
        }
    }

    /** Drops databases and roles. Those that cannot be dropped remain for a later process. */
    private void dropAll(List<String> databases) {
        try {
            onServer(statement -> {
                databases.forEach(name -> tryToExecute(DROP.formatted(name), statement));
                roles.drops().forEach(drop -> tryToExecute(drop, statement));
                return true;
            });
        } catch (CatalogUnreadable ignored) {
            // The server cannot be reached; a later process drops them.
        }
        databases.forEach(names::remove);
    }

    /** Drops databases and roles of killed processes, except databases in use. */
    private void dropAbandoned() {
        onServer(statement -> {
            rows(DROPS_OF_ABANDONED, statement).forEach(drop -> tryToExecute(drop, statement));
            return true;
        });
    }

    private static void tryToExecute(String sql, Statement statement) {
        try {
            statement.execute(sql);
        } catch (SQLException ignored) {
            // A later process drops it.
        }
    }

    private static List<String> rows(String query, Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private <T> T onServer(ServerWork<T> work) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    /** Work on a statement. */
    @FunctionalInterface
    private interface ServerWork<T> {
        T on(Statement statement) throws SQLException;
    }

    /** Drops all remaining databases and roles. A second call has no effect. */
    @Override
    public synchronized void close() {
        closed = true;
        // Faster than letting DROP DATABASE terminate the session.
        unused.ifPresent(ScratchDatabase::disconnect);
        replay.ifPresent(ScratchDatabase::disconnect);
        if (!names.isEmpty()) {
            dropAll(List.copyOf(names));
        }
    }
}
