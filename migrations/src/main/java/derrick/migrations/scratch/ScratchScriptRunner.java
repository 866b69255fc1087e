package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.revision.Script;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.run.ScriptExecution;
import derrick.migrations.run.plan.HistorySql;
import derrick.migrations.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                .map(Statement::reader)
                .anyMatch(reader -> reader.take("CREATE", "SCHEMA")
                        && reader.takeName().filter(name::equals).isPresent());
        if (!created) {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute(JdbcQuery.text(connection, "SELECT format('CREATE SCHEMA IF NOT EXISTS %I', ?)", name)
                        .orElseThrow());
            } catch (SQLException failure) {
                throw new CatalogUnreadable(failure);
            }
        }
    }

    /** Creates the history table, which exists when an upgrade runs a script. Needs a current schema. */
    void createHistoryTable() {
        try (java.sql.Statement statement = connection.createStatement()) {
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
        List<DeclaredScript> pending = scripts.stream().map(DeclaredScript::new).toList();
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

    /** A script of the declared schema and its statements that have not run yet. */
    private final class DeclaredScript {
        /** SQLSTATEs of a missing relation, column, type, function, schema or key. */
        private static final Set<String> MISSING = Set.of("42P01", "42703", "42704", "42883", "3F000", "42830");

        private final Script script;
        private List<Statement> pending;
        private Optional<MigrationFailed> failure = Optional.empty();

        DeclaredScript(Script script) {
            this.script = script;
            this.pending = script.statements().stream()
                    .filter(ScriptExecution::runsInScratch)
                    .toList();
        }

        /** Returns the failure of the first pending statement; empty if none is pending. */
        Optional<MigrationFailed> failure() {
            return failure;
        }

        /**
         * Runs the pending statements, in a transaction of their own unless the caller has begun one. Statements that
         * need a missing object stay pending.
         *
         * @return true if at least one statement succeeded
         * @throws MigrationFailed if a statement fails for another reason
         */
        boolean advance() {
            failure = Optional.empty();
            List<Statement> waiting = new ArrayList<>();
            try {
                boolean ownTransaction = connection.getAutoCommit() && script.isTransactional();
                if (ownTransaction) {
                    connection.setAutoCommit(false);
                }
                for (Statement statement : pending) {
                    Optional<MigrationFailed> missing = runUnlessMissing(statement);
                    failure = failure.or(() -> missing);
                    // Settings apply to the pending statements too, so they run again with them.
                    if (missing.isPresent() || isSetting(statement)) {
                        waiting.add(statement);
                    }
                }
                if (ownTransaction) {
                    connection.setAutoCommit(true);
                }
                execution.resetSession();
            } catch (SQLException failed) {
                throw new CatalogUnreadable(failed);
            }
            boolean advanced = waiting.size() < pending.size();
            pending = List.copyOf(waiting);
            return advanced;
        }

        /** Runs a statement. Returns its failure if an object is missing. */
        private Optional<MigrationFailed> runUnlessMissing(Statement statement) throws SQLException {
            Optional<Savepoint> savepoint =
                    connection.getAutoCommit() ? Optional.empty() : Optional.of(connection.setSavepoint());
            try {
                execution.run(script, statement);
                return Optional.empty();
            } catch (MigrationFailed failed) {
                if (!MISSING.contains(failed.sqlState())) {
                    throw failed;
                }
                if (savepoint.isPresent()) {
                    connection.rollback(savepoint.get());
                }
                return Optional.of(failed);
            }
        }

        private static boolean isSetting(Statement statement) {
            return statement.reader().takeAny("SET", "RESET")
                    || (statement.reader().take("SELECT")
                            && statement.tokens().stream().anyMatch(token -> token.is("SET_CONFIG")));
        }
    }
}
