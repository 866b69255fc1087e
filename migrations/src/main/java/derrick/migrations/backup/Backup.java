package derrick.migrations.backup;

import derrick.migrations.database.DatabaseAddress;
import derrick.migrations.embedded.FileFailure;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Takes backups of a database. */
public final class Backup {
    private static final String TAKEN = "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    private final DatabaseAddress address;
    private final Revisions revisions;
    private final String searchPath;

    /** One that takes a pg_dump from where this process finds programs. */
    public Backup(DatabaseAddress address, Revisions revisions) {
        this(address, revisions, System.getenv().getOrDefault("PATH", ""));
    }

    /** @param searchPath folders where pg_dump may be */
    Backup(DatabaseAddress address, Revisions revisions, String searchPath) {
        this.address = address;
        this.revisions = revisions;
        this.searchPath = searchPath;
    }

    /** A backup that was written, and read again. */
    public record Taken(Path file, Manifest manifest) {}

    /**
     * Takes a backup, and has read all of it again before it returns.
     *
     * @param written hears how many bytes went in so far
     * @param read hears how many were read again so far
     * @throws BackupRefused if no revision made the tables, so that only pg_dump can back them up, and there is none
     * @throws BackupFailed if the database does not give its rows
     * @throws derrick.migrations.revision.HistoryUnreadable if the database cannot be reached
     * @throws UncheckedIOException if the file cannot be written
     */
    public Taken take(BackupPlace place, LongConsumer written, LongConsumer read) {
        RevisionHistory history = new RevisionHistory(address.dataSource(), revisions);
        Standing standing = history.standing();
        try (Snapshot snapshot = Snapshot.of(address.dataSource())) {
            if (!history.standing().equals(standing)) {
                throw new BackupFailed("somebody migrates this database; take the backup when that is done");
            }
            String serverVersion = snapshot.shapes().text("SHOW server_version");
            Optional<ClientProgram> dumper =
                    ClientProgram.find("pg_dump", ClientProgram.major(serverVersion), searchPath);
            if (dumper.isEmpty()) {
                requireWithin(standing, snapshot, serverVersion);
            }
            Household household = new Household(snapshot.shapes());
            Manifest empty = new Manifest(
                    address.database(),
                    standing.revision(),
                    Instant.parse(snapshot.shapes().text(TAKEN)),
                    serverVersion,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    household.rights(),
                    household.settings(),
                    Optional.empty());
            return write(place.file(empty), snapshot, dumper, empty, written, read);
        } catch (SQLException failure) {
            throw new BackupFailed("the database did not give its rows: " + failure.getMessage(), failure);
        } catch (ClientProgram.Refused failure) {
            throw new BackupFailed(String.valueOf(failure.getMessage()), failure);
        } catch (IOException failure) {
            IOException told = failure instanceof FileSystemException
                    ? failure
                    : new IOException("the backup cannot be written: " + failure.getMessage(), failure);
            throw new UncheckedIOException(FileFailure.reason(told), told);
        }
    }

    /** What COPY cannot take is refused: a backup with gaps is none. */
    private static void requireWithin(Standing standing, Snapshot snapshot, String serverVersion) throws SQLException {
        String reason = "";
        if (standing.state() == Standing.State.UNMANAGED) {
            reason = "no revision made these tables";
        } else if (snapshot.shapes().hasLargeObjects()) {
            reason = "there are large objects";
        }
        if (!reason.isEmpty()) {
            throw new BackupRefused(
                    "%s, so that only pg_dump can back them up; put one of version %d or later on the PATH"
                            .formatted(reason, ClientProgram.major(serverVersion)));
        }
    }

    private Taken write(
            Path file,
            Snapshot snapshot,
            Optional<ClientProgram> dumper,
            Manifest empty,
            LongConsumer written,
            LongConsumer read)
            throws IOException, SQLException {
        try (UnfinishedBackup unfinished = new UnfinishedBackup(file, written)) {
            Manifest manifest = dumper.isPresent()
                    ? dumped(dumper.get(), snapshot, unfinished, empty)
                    : copied(snapshot, unfinished, empty);
            unfinished.finish(manifest);
            try (BackupFile result = BackupFile.open(unfinished.part())) {
                if (!result.manifest().equals(manifest)) {
                    throw new BackupFailed(file + " does not say what was written; is the disk in order?");
                }
                result.verify(read);
            }
            unfinished.keep();
            return new Taken(file, manifest);
        }
    }

    private Manifest dumped(ClientProgram dumper, Snapshot snapshot, UnfinishedBackup file, Manifest empty)
            throws IOException, SQLException {
        List<String> options = List.of(
                "--format=custom",
                "--no-password",
                "--snapshot=" + snapshot.shapes().text("SELECT pg_export_snapshot()"));
        SavedFile dump = file.add("database.dump", false, out -> dumper.read(address, options, out));
        List<SavedTable> tables = new ArrayList<>();
        for (TableShape shape : snapshot.tables()) {
            tables.add(new SavedTable(shape, snapshot.shapes().count(shape), Optional.empty()));
        }
        return new Manifest(
                empty.database(),
                empty.revision(),
                empty.taken(),
                empty.serverVersion(),
                tables,
                List.of(),
                List.of(),
                List.of(),
                empty.rights(),
                empty.settings(),
                Optional.of(new SavedDump(dumper.version(), dump)));
    }

    /** As text, which any version of PostgreSQL reads, and a person too: what is kept for years must be no riddle. */
    private static Manifest copied(Snapshot snapshot, UnfinishedBackup file, Manifest empty)
            throws IOException, SQLException {
        CopyManager copies = snapshot.connection().unwrap(PGConnection.class).getCopyAPI();
        List<SavedTable> tables = new ArrayList<>();
        for (TableShape shape : snapshot.tables()) {
            String entry = "tables/%d-%s.copy"
                    .formatted(tables.size() + 1, shape.name().toString().replaceAll("[^A-Za-z0-9_.]", "_"));
            long[] rows = {0};
            SavedFile saved = file.add(entry, true, out -> rows[0] = copies.copyOut(shape.copyOut(), out));
            tables.add(new SavedTable(shape, rows[0], Optional.of(saved)));
        }
        return new Manifest(
                empty.database(),
                empty.revision(),
                empty.taken(),
                empty.serverVersion(),
                tables,
                snapshot.shapes().sequences(),
                new Belongings(snapshot.connection()).all(),
                snapshot.shapes().leftOut(),
                empty.rights(),
                empty.settings(),
                Optional.empty());
    }
}
