package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.revision.Script;
import derrick.migrations.run.ScriptExecution;
import derrick.migrations.run.plan.HistorySql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    /** Makes a schema that is there before any script runs, unless one of these scripts makes it. */
    void makeSchema(String name, List<Script> scripts) {
        boolean made = scripts.stream()
                .flatMap(script -> script.statements().stream())
                .map(derrick.migrations.sql.Statement::reader)
                .anyMatch(reader -> reader.take("CREATE", "SCHEMA")
                        && reader.takeName().filter(name::equals).isPresent());
        if (!made) {
            try (PreparedStatement creation =
                            connection.prepareStatement("SELECT format('CREATE SCHEMA IF NOT EXISTS %I', ?)");
                    Statement statement = connection.createStatement()) {
                creation.setString(1, name);
                try (ResultSet sql = creation.executeQuery()) {
                    sql.next();
                    statement.execute(sql.getString(1));
                }
            } catch (SQLException refused) {
                throw new CatalogUnreadable(refused);
            }
        }
    }

    /** Makes the table of the history, which is there when an upgrade runs a script; without a schema there is none. */
    void makeHistory() {
        try (Statement statement = connection.createStatement()) {
            if (connection.getSchema() != null) {
                statement.execute(HistorySql.TABLE);
            }
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    /**
     * Runs scripts of revisions as an upgrade does, one after the other.
     *
     * @throws derrick.migrations.run.MigrationFailed if the server refuses a statement
     */
    void inOrder(List<Script> scripts) {
        for (Script script : scripts) {
            roles.createFor(script, connection);
            execution.run(script);
        }
    }

    /**
     * Runs scripts that declare things, in whatever order the server accepts: a statement that needs what is not there
     * waits until the others have run. The server knows what needs what, also in the body of a function; a text does
     * not say.
     *
     * @param schema the name of one that is made first, unless a script makes it
     * @throws derrick.migrations.run.MigrationFailed if the server refuses a statement
     */
    void inAnyOrder(Optional<String> schema, List<Script> scripts) {
        schema.ifPresent(name -> makeSchema(name, scripts));
        scripts.forEach(script -> roles.createFor(script, connection));
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
