package derrick.migrations.backup;

import derrick.migrations.plan.HistorySql;
import derrick.migrations.revision.Revisions;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Restores a backup by COPY, in the transaction that the connection is in. */
final class CopyRestore {
    private final BackupReader file;
    private final Manifest manifest;
    private final Connection connection;
    private final CatalogQueries database;

    CopyRestore(BackupReader file, Connection connection) {
        this.file = file;
        this.manifest = file.manifest();
        this.connection = connection;
        this.database = new CatalogQueries(connection);
    }

    void run(Revisions revisions, LongConsumer bytes) throws SQLException, IOException {
        makeSchema(revisions);
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

    /** The history of a database at base is replaced by that of the backup. */
    private void makeSchema(Revisions revisions) throws SQLException, IOException {
        database.run("DROP TABLE IF EXISTS " + CatalogQueries.HISTORY_TABLE);
        if (manifest.tables().stream()
                .anyMatch(table -> table.definition().name().name().equals(CatalogQueries.HISTORY_TABLE))) {
            database.run(HistorySql.TABLE);
        }
        new SchemaScripts(connection).run(revisions.upgradeScripts(manifest.revision()));
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
