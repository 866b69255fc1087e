package derrick.migrations.backup;

import derrick.migrations.backup.TableDefinition.QualifiedName;
import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.postgres.SessionSettings;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.run.ScriptExecution;
import derrick.migrations.run.plan.HistorySql;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TransactionControl;
import derrick.migrations.sql.Transactionality;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Restores a backup by COPY, in one transaction unless a revision commits. The caller commits. */
final class CopyRestore {
    private final BackupReader file;
    private final Manifest manifest;
    private final Connection connection;
    private final CatalogQueries database;
    private boolean schemaCommitted;

    CopyRestore(BackupReader file, Connection connection) {
        this.file = file;
        this.manifest = file.manifest();
        this.connection = connection;
        this.database = new CatalogQueries(connection);
    }

    void run(Revisions revisions, LongConsumer bytes) throws SQLException, IOException {
        createSchema(revisions.upgradeScripts(manifest.revision()));
        JdbcQuery.run(connection, CatalogQueries.TRANSACTION_SETTINGS);
        createPartitions();
        SuspendedConstraints constraints = SuspendedConstraints.suspend(connection);
        copyRows(bytes);
        for (Manifest.SequencePosition sequence : manifest.sequences()) {
            JdbcQuery.run(
                    connection,
                    "SELECT setval('%s', %d, %s)"
                            .formatted(
                                    sequence.name().sql().replace("'", "''"), sequence.lastValue(), sequence.called()));
        }
        constraints.resume(connection);
        for (String view : database.materializedViews()) {
            JdbcQuery.run(connection, "REFRESH MATERIALIZED VIEW " + view);
        }
    }

    /** Returns true if a revision commits, so that the schema remains if loading rows fails. */
    boolean isSchemaCommitted() {
        return schemaCommitted;
    }

    private void createSchema(List<Script> scripts) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            replaceHistory();
            for (Script script : scripts) {
                for (Statement statement : script.statements()) {
                    run(script, statement);
                }
                JdbcQuery.run(connection, SessionSettings.RESET);
            }
        } catch (RestoreFailed failure) {
            if (!failure.isOfTransaction()) {
                throw failure;
            }
            connection.rollback();
            connection.setAutoCommit(true);
            schemaCommitted = true;
            replaceHistory();
            scripts.forEach(new ScriptExecution(connection)::run);
            connection.setAutoCommit(false);
        }
    }

    private void run(Script script, Statement statement) throws IOException {
        Optional<String> sql = inTransaction(statement);
        Optional<String> rows = statement.rows().map(Token::text);
        try {
            if (sql.isPresent() && rows.isPresent()) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql.get(), new StringReader(rows.get()));
            } else if (sql.isPresent()) {
                JdbcQuery.run(connection, sql.get());
            }
        } catch (SQLException failure) {
            throw new RestoreFailed(
                    "%s, line %d: %s".formatted(script.path(), statement.line(), failure.getMessage()), failure);
        }
    }

    /**
     * Returns the statement in a form that can run in a transaction: without CONCURRENTLY, or empty for statements such
     * as VACUUM. A DO block that commits after each batch finds no rows here and does not commit.
     */
    private static Optional<String> inTransaction(Statement statement) {
        if (TransactionControl.is(statement)) {
            return Optional.empty();
        }
        if (Transactionality.of(statement) == Transactionality.TRANSACTIONAL
                || statement.words().starts("DO")) {
            return Optional.of(statement.text());
        }
        return statement.words().find("CONCURRENTLY").map(word -> without(word, statement));
    }

    private static String without(Token word, Statement statement) {
        int start = word.offset() - statement.offset();
        String text = statement.text();
        return text.substring(0, start) + text.substring(start + word.text().length());
    }

    /** Drops the history of a database at base, before that of the backup is created. */
    private void replaceHistory() throws SQLException {
        JdbcQuery.run(connection, "DROP TABLE IF EXISTS " + CatalogQueries.HISTORY_TABLE);
        if (manifest.tables().stream()
                .anyMatch(table -> table.definition().name().name().equals(CatalogQueries.HISTORY_TABLE))) {
            JdbcQuery.run(connection, HistorySql.TABLE);
        }
    }

    /** Creates the partitions that the platform, not a revision, created while it ran. */
    private void createPartitions() throws SQLException {
        Set<QualifiedName> existing = database.tables().stream()
                .flatMap(table -> table.partitions().stream())
                .map(TableDefinition.Partition::name)
                .collect(Collectors.toSet());
        for (Manifest.TableContent table : manifest.tables()) {
            for (TableDefinition.Partition partition : table.definition().partitions()) {
                if (!existing.contains(partition.name())) {
                    JdbcQuery.run(connection, partition.definition());
                }
            }
        }
    }

    private void copyRows(LongConsumer bytes) throws SQLException, IOException {
        List<TableDefinition> all = database.tables();
        if (!all.isEmpty()) {
            // A revision may have inserted rows.
            JdbcQuery.run(
                    connection,
                    all.stream().map(table -> table.name().sql()).collect(Collectors.joining(", ", "TRUNCATE ", "")));
        }
        long before = 0;
        for (Manifest.TableContent table : manifest.tables()) {
            long start = before;
            long[] read = {0};
            LongConsumer total = done -> {
                read[0] = done;
                bytes.accept(start + done);
            };
            try (InputStream rows = file.content(table.entry().orElseThrow(), total)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(table.definition().copyIn(), rows);
            }
            before += read[0];
        }
    }
}
