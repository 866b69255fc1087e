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
 * Makes scratch databases on a server and reads what scripts make in them. Closing it drops them all. Those of a
 * process that was killed are dropped by the next one that comes an hour later.
 */
public final class ScratchServer implements AutoCloseable {
    static final String EMPTY = "template0";

    private static final String DROP = "DROP DATABASE IF EXISTS %s WITH (FORCE)";

    /** The time in a name is the server's, so that one clock writes and reads it. */
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
    private final DatabaseProperties traits;
    private final ScratchRoles roles;
    private final Set<String> names = new LinkedHashSet<>();
    private Optional<ScratchDatabase> unused = Optional.empty();
    private Optional<Replay> replay = Optional.empty();
    private boolean closed;

    private ScratchServer(DatabaseAddress server, DatabaseProperties traits) {
        this.server = server;
        this.traits = traits;
        this.roles = new ScratchRoles(traits.roles());
    }

    /**
     * Makes scratch databases on the server of a live database, like that one.
     *
     * @throws ScratchRefused if the role may not create databases there, or not connect to them
     * @throws CatalogUnreadable if the server cannot be reached
     */
    public static ScratchServer beside(DatabaseAddress live) {
        return opened(live, DatabaseProperties.of(live));
    }

    /** Makes them on another server, with the settings of a live database; throws as {@link #beside} does. */
    public static ScratchServer on(DatabaseAddress server, DatabaseAddress live) {
        return opened(server, DatabaseProperties.of(live).elsewhere());
    }

    /** The first database is made at once, since only that tells whether it can be made. */
    private static ScratchServer opened(DatabaseAddress server, DatabaseProperties traits) {
        ScratchServer opened = new ScratchServer(server, traits);
        opened.sweep();
        ScratchDatabase first = opened.create(EMPTY);
        try {
            first.connect();
            opened.unused = Optional.of(first);
            return opened;
        } catch (SQLException refused) {
            opened.close();
            throw ScratchRefused.connecting(refused);
        }
    }

    /** Makes an empty database. */
    public ScratchDatabase empty() {
        ScratchDatabase empty = unused.orElseGet(() -> create(EMPTY));
        unused = Optional.empty();
        return empty;
    }

    /** Makes a database in which scripts of revisions have run, one after the other; throws as {@link #after} does. */
    public ScratchDatabase madeBy(List<Script> scripts) {
        Replay made = new Replay(empty(), roles);
        made.prepare(traits.schema(), scripts);
        made.goOnTo(scripts);
        return made.database();
    }

    /**
     * Reads what scripts of revisions make of an empty database, run one after the other. Scripts that ran for the call
     * before do not run again.
     *
     * @throws derrick.migrations.run.MigrationFailed if the server refuses a statement
     */
    public Catalog after(List<Script> scripts) {
        return replay.flatMap(before -> before.catalogAfter(scripts))
                .orElseGet(() -> replayed(scripts).read());
    }

    /**
     * Does something in a database as scripts of revisions leave it, in a transaction that is rolled back; throws as
     * {@link #after} does.
     */
    public <T> T rolledBack(List<Script> scripts, Function<Connection, T> work) {
        return replayed(scripts).database().rolledBack(work);
    }

    /** Makes a database as scripts of revisions leave it; throws as {@link #after} does. */
    public ScratchDatabase copyAfter(List<Script> scripts) {
        Replay start = replayed(scripts);
        start.read();
        start.database().disconnect();
        return create(start.database().name());
    }

    /**
     * Reads what each of several legs makes of what those before it made; throws as {@link #after} does. The scripts
     * run in the database of {@link #after} itself, so that other scripts begin in a new one.
     */
    public List<Catalog> along(List<List<Script>> legs) {
        List<Catalog> made = new ArrayList<>();
        List<Script> scripts = new ArrayList<>();
        for (List<Script> leg : legs) {
            scripts.addAll(leg);
            made.add(after(scripts));
        }
        return made;
    }

    /** The same in a copy of what the first leg made, from which other legs can be run at once. */
    public List<Catalog> alongInCopy(List<List<Script>> legs) {
        List<Catalog> made = new ArrayList<>(List.of(after(legs.get(0))));
        try (ScratchDatabase copy = copyAfter(legs.get(0))) {
            for (List<Script> leg : legs.subList(1, legs.size())) {
                runner(copy).inOrder(leg);
                made.add(CatalogReader.read(copy.connection()));
            }
            return made;
        }
    }

    /**
     * Reads what is declared; throws as {@link #after} does. The files may come in any order. Where they can run in one
     * transaction, it is rolled back and the database is used again.
     */
    public Catalog of(DeclaredSchema declared) {
        if (declared.scripts().stream().allMatch(Script::isTransactional)) {
            ScratchDatabase database = empty();
            try {
                Catalog made = database.rolledBack(connection -> {
                    runner(database).inAnyOrder(traits.schema(), declared.scripts());
                    return CatalogReader.within(connection);
                });
                unused = Optional.of(database);
                return made;
            } catch (MigrationFailed perhapsForTheOneTransaction) {
                database.close();
            }
        }
        try (ScratchDatabase database = empty()) {
            runner(database).inAnyOrder(traits.schema(), declared.scripts());
            return CatalogReader.read(database.connection());
        }
    }

    private Replay replayed(List<Script> scripts) {
        try {
            if (replay.filter(before -> before.leadsTo(scripts)).isEmpty()) {
                forgetReplay();
                replay = Optional.of(new Replay(empty(), roles));
                replay.get().prepare(traits.schema(), scripts);
            }
            replay.orElseThrow().goOnTo(scripts);
            return replay.orElseThrow();
        } catch (RuntimeException failure) {
            forgetReplay();
            throw failure;
        }
    }

    ScratchScriptRunner runner(ScratchDatabase database) {
        return new ScratchScriptRunner(database.connection(), roles);
    }

    private void forgetReplay() {
        replay.ifPresent(before -> before.database().close());
        replay = Optional.empty();
    }

    private ScratchDatabase create(String template) {
        String query = NEW_NAME.formatted("%016x".formatted(new SecureRandom().nextLong()));
        String name = asked(statement -> rows(query, statement)).get(0);
        make(name, template);
        return new ScratchDatabase(this, server.beside(name));
    }

    /** While it lasts, Ctrl-C waits, so that nothing is made after all was dropped. */
    synchronized void make(String name, String template) {
        if (closed) {
            throw new IllegalStateException("the scratch server is closed");
        }
        names.add(name);
        try (Connection connection = server.dataSource().getConnection()) {
            traits.create(name, template, connection);
        } catch (SQLException refused) {
            dropAll(List.of(name));
            throw ScratchRefused.making(refused);
        }
    }

    synchronized void drop(String name) {
        if (names.contains(name)) {
            asked(statement -> statement.execute(DROP.formatted(name)));
            names.remove(name);
        }
    }

    /** Drops what can be dropped; what cannot is found by a later sweep. */
    private void dropAll(List<String> databases) {
        try {
            asked(statement -> {
                databases.forEach(name -> tried(DROP.formatted(name), statement));
                roles.drops().forEach(drop -> tried(drop, statement));
                return true;
            });
        } catch (CatalogUnreadable lost) {
            // The server is gone, or lets nobody in.
        }
        databases.forEach(names::remove);
    }

    /** Drops what processes left behind that were killed, unless somebody connected to it meanwhile. */
    private void sweep() {
        asked(statement -> {
            rows(DROPS_OF_ABANDONED, statement).forEach(drop -> tried(drop, statement));
            return true;
        });
    }

    private static void tried(String sql, Statement statement) {
        try {
            statement.execute(sql);
        } catch (SQLException inUse) {
            // It stays until a later sweep.
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

    private <T> T asked(Question<T> question) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return question.of(statement);
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    /** Something that the server has to do. */
    @FunctionalInterface
    private interface Question<T> {
        T of(Statement statement) throws SQLException;
    }

    /** Drops all that it made and that is still there; a second time does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        // A backend that is told to go by DROP DATABASE takes longer.
        unused.ifPresent(ScratchDatabase::disconnect);
        replay.ifPresent(begun -> begun.database().disconnect());
        if (!names.isEmpty()) {
            dropAll(List.copyOf(names));
        }
    }
}
