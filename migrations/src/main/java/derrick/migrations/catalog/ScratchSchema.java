package derrick.migrations.catalog;

import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A place to try scripts out: a schema made for them on a real server, in a transaction that is rolled back, so that
 * nothing of it is ever seen or left behind. The search path holds that schema alone, so that no script reaches a table
 * of another unless it names the other.
 */
public final class ScratchSchema {
    /** Insufficient privilege; a transaction that may only read. */
    private static final Set<String> MAY_NOT = Set.of("42501", "25006");

    private final DataSource server;

    /** @param server connections to any database of the server; the role must be allowed to create schemas in it */
    public ScratchSchema(DataSource server) {
        this.server = server;
    }

    /**
     * What the scripts of revisions make of an empty schema, run one after the other.
     *
     * @throws ScratchRefused if the role may not create a schema there
     * @throws CatalogUnreadable if the database cannot be reached
     * @throws derrick.migrations.flyway.MigrationFailed if the server refuses a statement
     */
    public Catalog after(List<Script> scripts) {
        return along(List.of(scripts)).get(0);
    }

    /** What each of several legs makes of what those before it made; throws as {@link #after} does. */
    public List<Catalog> along(List<List<Script>> legs) {
        return madeBy(legs.stream()
                .<Consumer<Connection>>map(leg -> connection -> new ScriptRun(connection).inOrder(leg))
                .toList());
    }

    /** What is declared; throws as {@link #after} does. The files may come in any order. */
    public Catalog of(DeclaredSchema declared) {
        return madeBy(List.of(connection -> new ScriptRun(connection).inAnyOrder(declared.scripts())))
                .get(0);
    }

    private List<Catalog> madeBy(List<Consumer<Connection>> legs) {
        try (Connection connection = server.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // No two connections have the same backend, so that nobody waits for another's scratch.
                statement.execute("SELECT set_config('search_path', 'derrick_scratch_' || pg_backend_pid(), true)");
                create(statement);
                List<Catalog> made = new ArrayList<>();
                for (Consumer<Connection> leg : legs) {
                    leg.accept(connection);
                    statement.execute("SELECT set_config('search_path', 'derrick_scratch_' || pg_backend_pid(), true)");
                    made.add(CatalogReader.read(connection));
                }
                return made;
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    private static void create(Statement statement) throws SQLException {
        try {
            statement.execute("DO $$ BEGIN EXECUTE 'CREATE SCHEMA derrick_scratch_' || pg_backend_pid(); END $$");
        } catch (SQLException refused) {
            if (MAY_NOT.contains(String.valueOf(refused.getSQLState()))) {
                throw ScratchRefused.ofSchema(refused);
            }
            throw refused;
        }
    }
}
