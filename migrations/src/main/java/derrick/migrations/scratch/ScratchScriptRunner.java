package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.revision.Script;
import derrick.migrations.run.ScriptExecution;
import derrick.migrations.run.plan.HistorySql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Runs scripts in a scratch database. */
final class ScratchScriptRunner {
    private final Connection connection;
    private final ScratchRoles roles;
    private final ScriptExecution execution;

    ScratchScriptRunner(Connection connection, ScratchRoles roles) {
        this.connection = connection;
        this.roles = roles;
        this.execution = new ScriptExecution(connection);
    }

    /** Creates the current schema of the live database, unless one of the scripts creates it. */
    void createSchema(String name, List<Script> scripts) {
        boolean created = scripts.stream()
                .flatMap(script -> script.statements().stream())
                .map(derrick.migrations.sql.Statement::reader)
                .anyMatch(reader -> reader.take("CREATE", "SCHEMA")
                        && reader.takeName().filter(name::equals).isPresent());
        if (!created) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(JdbcQuery.text(connection, "SELECT format('CREATE SCHEMA IF NOT EXISTS %I', ?)", name)
                        .orElseThrow());
            } catch (SQLException failure) {
                throw new CatalogUnreadable(failure);
            }
        }
    }

    /** Creates the history table, which exists when an upgrade runs a script. Needs a current schema. */
    void createHistoryTable() {
        try (Statement statement = connection.createStatement()) {
            if (connection.getSchema() != null) {
                statement.execute(HistorySql.TABLE);
            }
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    /**
     * Runs revision scripts in order, as an upgrade does.
     *
     * @throws derrick.migrations.run.MigrationFailed if a statement fails
     */
    void inOrder(List<Script> scripts) {
        for (Script script : scripts) {
            roles.createFor(script, connection);
            execution.run(script);
        }
    }

    /**
     * Runs scripts of the declared schema in any order: a statement that needs a missing object runs again after the
     * others. Only the server knows all dependencies, such as those of function bodies.
     *
     * @param schema the schema to create first, unless a script creates it
     * @throws derrick.migrations.run.MigrationFailed if a statement fails
     */
    void inAnyOrder(Optional<String> schema, List<Script> scripts) {
        schema.ifPresent(name -> createSchema(name, scripts));
        scripts.forEach(script -> roles.createFor(script, connection));
        List<DeclaredScript> pending = scripts.stream()
                .map(script -> new DeclaredScript(script, connection, execution))
                .toList();
        while (!pending.isEmpty()) {
            boolean advanced = false;
            for (DeclaredScript script : pending) {
                advanced |= script.advance();
            }
            pending = pending.stream()
                    .filter(script -> script.failure().isPresent())
                    .toList();
            if (!advanced && !pending.isEmpty()) {
                throw pending.get(0).failure().orElseThrow();
            }
        }
    }
}
