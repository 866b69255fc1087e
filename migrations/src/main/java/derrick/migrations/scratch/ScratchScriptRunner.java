package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.flyway.ScriptExecution;
import derrick.migrations.plan.HistorySql;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs scripts in a scratch database. */
final class ScratchScriptRunner {
    private final Connection connection;
    private final ScriptExecution execution;

    ScratchScriptRunner(Connection connection) {
        this.connection = connection;
        this.execution = new ScriptExecution(connection);
    }

    /** Makes the table of the history, which is there when an upgrade runs a script. */
    void makeHistory() {
        try (Statement statement = connection.createStatement()) {
            statement.execute(HistorySql.TABLE);
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    /**
     * Runs scripts of revisions as an upgrade does, one after the other.
     *
     * @throws derrick.migrations.flyway.MigrationFailed if the server refuses a statement
     */
    void inOrder(List<Script> scripts) {
        scripts.forEach(execution::run);
    }

    /**
     * Runs scripts that declare things, in whatever order the server accepts: a statement that needs what is not there
     * waits until the others have run. The server knows what needs what, also in the body of a function; a text does
     * not say.
     *
     * @throws derrick.migrations.flyway.MigrationFailed if the server refuses a statement
     */
    void inAnyOrder(List<Script> scripts) {
        List<DeclaredScript> left = scripts.stream()
                .map(script -> new DeclaredScript(script, connection, execution))
                .toList();
        while (!left.isEmpty()) {
            boolean advanced = false;
            for (DeclaredScript script : left) {
                advanced |= script.advance();
            }
            left = left.stream().filter(script -> script.failure().isPresent()).toList();
            if (!advanced && !left.isEmpty()) {
                throw left.get(0).failure().orElseThrow();
            }
        }
    }
}
