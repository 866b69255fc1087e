package derrick.migrations.backup;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.run.MigrationLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Checks a whole backup and restores it into an empty database. */
public final class Restore implements AutoCloseable {
    private final BackupReader file;
    private final Revisions revisions;
    private final Optional<PgClientTool> restorer;

    private Restore(BackupReader file, Revisions revisions, Optional<PgClientTool> restorer) {
        this.file = file;
        this.revisions = revisions;
        this.restorer = restorer;
    }

    /**
     * Opens a backup and checks all of it.
     *
     * @param bytes receives the number of bytes read so far
     * @throws BackupUnreadable if it is not a backup or is damaged
     * @throws BackupRefused if the scripts of its revision or a matching pg_restore are missing
     */
    public static Restore of(Path path, Revisions revisions, LongConsumer bytes) {
        return of(path, revisions, bytes, System.getenv().getOrDefault("PATH", ""));
    }

    static Restore of(Path path, Revisions revisions, LongConsumer bytes, String searchPath) {
        BackupReader file = BackupReader.open(path);
        try {
            file.verify(bytes);
            requireKnown(file.manifest().revision(), revisions);
            Optional<PgClientTool> restorer = file.manifest().dump().map(dump -> restorer(dump, searchPath));
            return new Restore(file, revisions, restorer);
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static void requireKnown(Optional<Revision> revision, Revisions revisions) {
        if (revision.isPresent() && !revisions.all().contains(revision.get())) {
            throw new BackupRefused(
                    "the scripts of revision %s are missing; use the derrick or the --migrations of the backup"
                            .formatted(revision.get()));
        }
    }

    private static PgClientTool restorer(Manifest.Dump dump, String searchPath) {
        return PgClientTool.find("pg_restore", PgClientTool.major(dump.version()), searchPath)
                .orElseThrow(() -> new BackupRefused(
                        "no pg_restore can read this backup by pg_dump %s; install postgresql-client-%d"
                                .formatted(dump.version(), PgClientTool.major(dump.version()))));
    }

    /** Returns the manifest. */
    public Manifest manifest() {
        return file.manifest();
    }

    /**
     * Restores the backup completely or not at all. If a revision commits, a failure may leave an empty schema.
     *
     * @param bytes receives the number of bytes read so far
     * @param say prints a line for a person
     * @throws BackupRefused if the database is not empty
     * @throws RestoreFailed if a statement of a revision or the loading of rows fails
     * @throws derrick.migrations.run.LockTimeoutException if a migration is running
     */
    public void into(DatabaseAddress address, LongConsumer bytes, Consumer<String> say) {
        try (MigrationLock lock = MigrationLock.take(address.dataSource())) {
            Connection connection = lock.connection();
            file.manifest().notKept().forEach(difference -> say.accept("not in the backup: " + difference));
            new EmptyDatabaseCheck(address.dataSource(), revisions).require(connection);
            if (restorer.isPresent()) {
                fromDump(restorer.get(), address, connection, bytes, say);
            } else {
                fromCopy(connection, bytes, say);
            }
        } catch (SQLException | PgClientTool.ToolFailed failure) {
            throw new RestoreFailed(String.valueOf(failure.getMessage()), failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void fromCopy(Connection connection, LongConsumer bytes, Consumer<String> say)
            throws SQLException, IOException {
        CopyRestore restore = new CopyRestore(file, connection);
        try {
            restore.run(revisions, bytes);
            new GrantsAndSettings(connection).restore(file.manifest(), say);
            List<String> differences = differences(connection);
            if (!differences.isEmpty()) {
                throw RestoreFailed.unchanged(String.join(", ", differences));
            }
            connection.commit();
        } catch (SQLException | RestoreFailed | MigrationFailed failure) {
            if (restore.isSchemaCommitted()) {
                throw RestoreFailed.incomplete(String.valueOf(failure.getMessage()));
            }
            throw failure;
        }
    }

    /** Runs pg_restore. With --clean, it first drops the history table of a database at base. */
    private void fromDump(
            PgClientTool program,
            DatabaseAddress address,
            Connection connection,
            LongConsumer bytes,
            Consumer<String> say)
            throws SQLException, IOException {
        List<String> options = new ArrayList<>(List.of(
                "--single-transaction",
                "--exit-on-error",
                "--no-owner",
                "--no-privileges",
                "--no-password",
                // Without --dbname, pg_restore would print SQL; PGDATABASE names the database.
                "--dbname=application_name=derrick"));
        if (!new CatalogQueries(connection).tables().isEmpty()) {
            options.addAll(List.of("--clean", "--if-exists"));
        }
        Manifest.Dump dump = file.manifest().dump().orElseThrow();
        try (InputStream content = file.content(dump.entry(), bytes)) {
            program.write(address, options, content);
        }
        List<String> differences = differences(connection);
        if (!differences.isEmpty()) {
            throw RestoreFailed.incomplete(String.join(", ", differences));
        }
        connection.setAutoCommit(false);
        new GrantsAndSettings(connection).restore(file.manifest(), say);
        connection.commit();
    }

    private List<String> differences(Connection connection) throws SQLException {
        CatalogQueries database = new CatalogQueries(connection);
        List<String> differences = new ArrayList<>();
        for (Manifest.TableContent table : file.manifest().tables()) {
            long rows = database.count(table.definition());
            if (rows != table.rows()) {
                differences.add("%s has %d rows, expected %d"
                        .formatted(table.definition().name(), rows, table.rows()));
            }
        }
        return differences;
    }

    @Override
    public void close() {
        file.close();
    }
}
