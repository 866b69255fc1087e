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

/** Restores a backup, after all of it was read and checked, into an empty database. */
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
     * Opens a backup and reads all of it.
     *
     * @param bytes hears how many bytes were read so far
     * @throws BackupUnreadable if it is no backup, or is damaged
     * @throws BackupRefused if its revision is not here, or there is no pg_restore that can read it
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
                    "revision %s of the backup is not here; take the derrick, or the --migrations, of the backup"
                            .formatted(revision.get()));
        }
    }

    private static PgClientTool restorer(Manifest.Dump dump, String searchPath) {
        return PgClientTool.find("pg_restore", PgClientTool.major(dump.version()), searchPath)
                .orElseThrow(() -> new BackupRefused(
                        "there is no pg_restore for this backup by pg_dump %s; install postgresql-client-%d"
                                .formatted(dump.version(), PgClientTool.major(dump.version()))));
    }

    /** The description of the backup. */
    public Manifest manifest() {
        return file.manifest();
    }

    /**
     * Restores the backup, completely or not at all; if a revision commits, an empty schema may be left.
     *
     * @param bytes hears how many bytes were read so far
     * @param say takes lines for a person to read
     * @throws BackupRefused if the database is not empty
     * @throws RestoreFailed if the database refuses a statement of a revision, or rows
     * @throws derrick.migrations.run.LockTimeoutException if a migration is running
     */
    public void into(DatabaseAddress address, LongConsumer bytes, Consumer<String> say) {
        try (MigrationLock lock = MigrationLock.take(address.dataSource())) {
            Connection connection = lock.connection();
            file.manifest().notKept().forEach(difference -> say.accept("not kept by the backup: " + difference));
            new EmptyDatabaseCheck(address.dataSource(), revisions).require(connection);
            if (restorer.isPresent()) {
                fromDump(restorer.get(), address, connection, bytes, say);
            } else {
                fromCopy(connection, bytes, say);
            }
        } catch (SQLException | PgClientTool.Refused failure) {
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
            new GrantsAndSettings(new CatalogQueries(connection)).restore(file.manifest(), say);
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

    /** A database at base has a history, which --clean drops before the one in the dump is made. */
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
                // Without a database it would only print what it would run; which one, the environment says.
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
        new GrantsAndSettings(new CatalogQueries(connection)).restore(file.manifest(), say);
        connection.commit();
    }

    private List<String> differences(Connection connection) throws SQLException {
        CatalogQueries database = new CatalogQueries(connection);
        List<String> differences = new ArrayList<>();
        for (Manifest.Table table : file.manifest().tables()) {
            long rows = database.count(table.definition());
            if (rows != table.rows()) {
                differences.add("%s has %d rows and should have %d"
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
