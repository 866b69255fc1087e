package derrick.migrations.backup;

import derrick.migrations.catalog.ScriptRun;
import derrick.migrations.plan.HistorySql;
import derrick.migrations.revision.Revisions;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Restores a backup whose rows come from COPY, in the transaction that the connection is in. */
final class CopyRestore {
    private final BackupFile file;
    private final Manifest manifest;
    private final Connection connection;
    private final Shapes database;
    private final Consumer<String> say;

    CopyRestore(BackupFile file, Connection connection, Consumer<String> say) {
        this.file = file;
        this.manifest = file.manifest();
        this.connection = connection;
        this.database = new Shapes(connection);
        this.say = say;
    }

    void run(Revisions revisions, LongConsumer bytes) throws SQLException, IOException {
        makeSchema(revisions);
        database.run(Session.SETTINGS);
        Strays strays = new Strays(database, new Belongings(connection), say);
        strays.beforeRows(manifest);
        Guards guards = Guards.setAside(database);
        copyRows(bytes);
        for (SavedSequence sequence : manifest.sequences()) {
            database.run("SELECT setval('%s', %d, %s)"
                    .formatted(sequence.name().sql().replace("'", "''"), sequence.lastValue(), sequence.called()));
        }
        guards.putBack(database);
        strays.afterRows(manifest);
        for (String view : database.materializedViews()) {
            database.run("REFRESH MATERIALIZED VIEW " + view);
        }
    }

    /** The history that is there is one of a database at base; the one in the backup takes its place. */
    private void makeSchema(Revisions revisions) throws SQLException {
        database.run("DROP TABLE IF EXISTS flyway_schema_history");
        if (manifest.tables().stream()
                .anyMatch(table -> table.shape().name().name().equals("flyway_schema_history"))) {
            database.run(HistorySql.TABLE);
        }
        new ScriptRun(connection).inOrder(revisions.upgradeScripts(manifest.revision()));
    }

    private void copyRows(LongConsumer bytes) throws SQLException, IOException {
        List<TableShape> all = database.tables();
        if (!all.isEmpty()) {
            // A revision may have put rows of its own into a table.
            database.run(
                    all.stream().map(table -> table.name().sql()).collect(Collectors.joining(", ", "TRUNCATE ", "")));
        }
        long before = 0;
        for (SavedTable table : manifest.tables()) {
            long start = before;
            long[] read = {0};
            LongConsumer told = done -> {
                read[0] = done;
                bytes.accept(start + done);
            };
            try (InputStream rows = file.content(table.file().orElseThrow(), told)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(table.shape().copyIn(), rows);
            }
            before += read[0];
        }
    }
}
