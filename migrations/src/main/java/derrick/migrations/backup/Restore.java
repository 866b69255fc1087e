package derrick.migrations.backup;

import derrick.migrations.database.DatabaseAddress;
import derrick.migrations.flyway.MigrationLock;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
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

/** A backup that was read and found whole, ready to be put into an empty database. */
public final class Restore implements AutoCloseable {
    private final BackupFile file;
    private final Revisions revisions;
    private final Optional<ClientProgram> restorer;

    private Restore(BackupFile file, Revisions revisions, Optional<ClientProgram> restorer) {
        this.file = file;
        this.revisions = revisions;
        this.restorer = restorer;
    }

    /**
     * Opens a backup and reads all of it.
     *
     * @param bytes hears how far it is
     * @throws BackupUnreadable if it is none, or not whole
     * @throws BackupRefused if its revision is none of those there are, or there is no pg_restore that can read it
     */
    public static Restore of(Path path, Revisions revisions, LongConsumer bytes) {
        return of(path, revisions, bytes, System.getenv().getOrDefault("PATH", ""));
    }

    static Restore of(Path path, Revisions revisions, LongConsumer bytes, String searchPath) {
        BackupFile file = BackupFile.open(path);
        try {
            file.verify(bytes);
            requireKnown(file.manifest().revision(), revisions);
            Optional<ClientProgram> restorer = file.manifest().dump().map(dump -> restorer(dump, searchPath));
            return new Restore(file, revisions, restorer);
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static void requireKnown(Optional<Revision> revision, Revisions revisions) {
        if (revision.isPresent() && !revisions.all().contains(revision.get())) {
            throw new BackupRefused(
                    "the backup is of revision %s, which is none of those here; take the version of derrick, or the"
                                    .formatted(revision.get())
                            + " --migrations, that it was taken with");
        }
    }

    private static ClientProgram restorer(SavedDump dump, String searchPath) {
        return ClientProgram.find("pg_restore", dump.majorVersion(), searchPath)
                .orElseThrow(() -> new BackupRefused(
                        "pg_dump %s made this backup; put a pg_restore of version %d or later on the PATH"
                                .formatted(dump.version(), dump.majorVersion())));
    }

    /** What the backup says about itself. */
    public Manifest manifest() {
        return file.manifest();
    }

    /**
     * Puts it into a database. All of it is there afterwards, or nothing.
     *
     * @param bytes hears how far it is
     * @param say takes lines for a person to read
     * @throws BackupRefused if the database is not empty
     * @throws RestoreFailed if it does not take the rows
     * @throws derrick.migrations.flyway.MigrationFailed if it does not take a revision
     * @throws derrick.migrations.flyway.LockNotGot if somebody migrates it
     */
    public void into(DatabaseAddress address, LongConsumer bytes, Consumer<String> say) {
        try (MigrationLock lock = MigrationLock.take(address.dataSource())) {
            Connection connection = lock.connection();
            file.manifest()
                    .leftOut()
                    .forEach(object -> say.accept("not in the backup, for only pg_dump takes it: " + object));
            new Emptiness(address.dataSource(), revisions).require(connection);
            if (restorer.isPresent()) {
                fromDump(restorer.get(), address, connection, bytes, say);
            } else {
                fromCopy(connection, bytes, say);
            }
        } catch (SQLException | ClientProgram.Refused failure) {
            throw new RestoreFailed(failure.getMessage() + "; the database is as it was", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void fromCopy(Connection connection, LongConsumer bytes, Consumer<String> say)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        new CopyRestore(file, connection, say).run(revisions, bytes);
        new Household(new Shapes(connection)).restore(file.manifest(), say);
        List<String> differences = differences(connection);
        if (!differences.isEmpty()) {
            throw new RestoreFailed(String.join(", ", differences) + "; the database is as it was");
        }
        connection.commit();
    }

    /** The history of a database at base would be in the way of the one in the dump: with --clean that goes first. */
    private void fromDump(
            ClientProgram program,
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
                // Any setting will do: without one it only prints what it would run.
                "--dbname=application_name=derrick"));
        if (!new Shapes(connection).tables().isEmpty()) {
            options.addAll(List.of("--clean", "--if-exists"));
        }
        SavedDump dump = file.manifest().dump().orElseThrow();
        try (InputStream content = file.content(dump.file(), bytes)) {
            program.write(address, options, content);
        }
        List<String> differences = differences(connection);
        if (!differences.isEmpty()) {
            throw new RestoreFailed(String.join(", ", differences) + "; drop the database and restore into a new one");
        }
        connection.setAutoCommit(false);
        new Household(new Shapes(connection)).restore(file.manifest(), say);
        connection.commit();
    }

    private List<String> differences(Connection connection) throws SQLException {
        Shapes database = new Shapes(connection);
        List<String> differences = new ArrayList<>();
        for (SavedTable table : file.manifest().tables()) {
            long rows = database.count(table.shape());
            if (rows != table.rows()) {
                differences.add("%s has %d rows and should have %d"
                        .formatted(table.shape().name(), rows, table.rows()));
            }
        }
        return differences;
    }

    @Override
    public void close() {
        file.close();
    }
}
