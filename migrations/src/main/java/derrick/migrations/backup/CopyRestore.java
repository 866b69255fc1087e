package derrick.migrations.backup;

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

/** Restores a backup by COPY, in one transaction unless a revision commits; who calls it commits. */
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
        makeSchema(revisions.upgradeScripts(manifest.revision()));
        database.run(CatalogQueries.TRANSACTION_SETTINGS);
        makePartitions();
        SuspendedConstraints constraints = SuspendedConstraints.suspend(database);
        copyRows(bytes);
        for (Manifest.Sequence sequence : manifest.sequences()) {
            database.run("SELECT setval('%s', %d, %s)"
                    .formatted(sequence.name().sql().replace("'", "''"), sequence.lastValue(), sequence.called()));
        }
        constraints.resume(database);
        for (String view : database.materializedViews()) {
            database.run("REFRESH MATERIALIZED VIEW " + view);
        }
    }

    /** Whether the schema stays if the rows fail, since a revision commits. */
    boolean isSchemaCommitted() {
        return schemaCommitted;
    }

    private void makeSchema(List<Script> scripts) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            replaceHistory();
            for (Script script : scripts) {
                for (Statement statement : script.statements()) {
                    run(script, statement);
                }
                database.run(SessionSettings.RESET);
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
                database.run(sql.get());
            }
        } catch (SQLException refused) {
            throw new RestoreFailed(
                    "%s, line %d: %s".formatted(script.path(), statement.line(), refused.getMessage()), refused);
        }
    }

    /**
     * The statement as it may run in a transaction: without CONCURRENTLY, or not at all if it has no such word, as
     * VACUUM. A DO that commits after each batch of rows finds no rows, and commits nothing.
     */
    private static Optional<String> inTransaction(Statement statement) {
        if (TransactionControl.is(statement)) {
            return Optional.empty();
        }
        if (Transactionality.of(statement) == Transactionality.TRANSACTIONAL
                || statement.phrase().starts("DO")) {
            return Optional.of(statement.text());
        }
        return statement.phrase().find("CONCURRENTLY").map(word -> without(word, statement));
    }

    private static String without(Token word, Statement statement) {
        int start = word.offset() - statement.offset();
        String text = statement.text();
        return text.substring(0, start) + text.substring(start + word.text().length());
    }

    /** The history of a database at base is replaced by that of the backup. */
    private void replaceHistory() throws SQLException {
        database.run("DROP TABLE IF EXISTS " + CatalogQueries.HISTORY_TABLE);
        if (manifest.tables().stream()
                .anyMatch(table -> table.definition().name().name().equals(CatalogQueries.HISTORY_TABLE))) {
            database.run(HistorySql.TABLE);
        }
    }

    /** Partitions by date are made while the platform runs, not by revisions. */
    private void makePartitions() throws SQLException {
        Set<QualifiedName> made = database.tables().stream()
                .flatMap(table -> table.partitions().stream())
                .map(TableDefinition.Partition::name)
                .collect(Collectors.toSet());
        for (Manifest.Table table : manifest.tables()) {
            for (TableDefinition.Partition partition : table.definition().partitions()) {
                if (!made.contains(partition.name())) {
                    database.run(partition.definition());
                }
            }
        }
    }

    private void copyRows(LongConsumer bytes) throws SQLException, IOException {
        List<TableDefinition> all = database.tables();
        if (!all.isEmpty()) {
            // A revision may have put rows of its own into a table.
            database.run(
                    all.stream().map(table -> table.name().sql()).collect(Collectors.joining(", ", "TRUNCATE ", "")));
        }
        long before = 0;
        for (Manifest.Table table : manifest.tables()) {
            long start = before;
            long[] read = {0};
            LongConsumer told = done -> {
                read[0] = done;
                bytes.accept(start + done);
            };
            try (InputStream rows = file.content(table.entry().orElseThrow(), told)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(table.definition().copyIn(), rows);
            }
            before += read[0];
        }
    }
}
