package derrick.migrations.backup;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.postgres.embedded.IoErrors;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.scratch.ScratchDatabase;
import derrick.migrations.scratch.ScratchRefused;
import derrick.migrations.scratch.ScratchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes backups of a database. */
public final class Backup {
    private static final String TAKEN = "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    private final DatabaseAddress address;
    private final Revisions revisions;
    private final ScratchSource scratchSource;
    private final String searchPath;

    /** A backup with the pg_dump that this process finds. */
    public Backup(DatabaseAddress address, Revisions revisions, ScratchSource scratchSource) {
        this(address, revisions, scratchSource, System.getenv().getOrDefault("PATH", ""));
    }

    /** @param searchPath folders where pg_dump may be */
    Backup(DatabaseAddress address, Revisions revisions, ScratchSource scratchSource, String searchPath) {
        this.address = address;
        this.revisions = revisions;
        this.scratchSource = scratchSource;
        this.searchPath = searchPath;
    }

    /** Opens a server for scratch databases, which is needed only where there is no fitting pg_dump. */
    @FunctionalInterface
    public interface ScratchSource {
        /** Does the work with the server, and closes it. */
        Taken with(Function<ScratchServer, Taken> work);

        /** The server of the database itself. */
        static ScratchSource beside(Database live) {
            return work -> {
                try (ScratchServer server = ScratchServer.beside(live.address())) {
                    live.beforeClose(server::close);
                    return work.apply(server);
                }
            };
        }
    }

    /** How much a backup must keep. */
    public enum Scope {
        /** All that the database holds, or there is no backup. */
        EVERYTHING,
        /** At least what the revisions make; where pg_dump takes the backup, everything. */
        MANAGED_ONLY
    }

    /** A backup that was written and read again. */
    public record Taken(Path file, Manifest manifest) {}

    /**
     * Takes a backup and reads all of it again.
     *
     * @throws BackupRefused if there is no fitting pg_dump and COPY does not keep as much as it must; the listener has
     *     heard what
     * @throws BackupFailed if the database or pg_dump fails
     * @throws derrick.migrations.revision.HistoryUnreadable if the database cannot be reached
     * @throws UncheckedIOException if the file cannot be written
     */
    public Taken take(BackupLocation location, Scope scope, BackupListener listener) {
        RevisionHistory history = new RevisionHistory(address.dataSource(), revisions);
        SchemaStatus status = history.status();
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(address.dataSource())) {
            if (!history.status().equals(status)) {
                throw new BackupFailed("a migration is running; take the backup when it is done");
            }
            CatalogQueries queries = snapshot.queries();
            Manifest empty = Manifest.empty(
                    address.database(),
                    status.revision(),
                    Instant.parse(queries.text(TAKEN)),
                    queries.text("SHOW server_version"));
            int major = PgClientTool.major(empty.serverVersion());
            Optional<PgClientTool> dumper = PgClientTool.find("pg_dump", major, searchPath);
            Path file = location.file(empty);
            if (dumper.isPresent()) {
                return write(file, listener, target -> dumped(dumper.get(), snapshot, target, empty), part -> {});
            }
            requireRevisions(status, major);
            return copied(file, snapshot, scope, empty, listener);
        } catch (SQLException failure) {
            throw databaseFailed(failure);
        } catch (PgClientTool.Refused failure) {
            throw new BackupFailed(String.valueOf(failure.getMessage()), failure);
        } catch (IOException failure) {
            throw fileFailed(failure);
        }
    }

    private static BackupFailed databaseFailed(SQLException failure) {
        return new BackupFailed("the database did not give its rows: " + failure.getMessage(), failure);
    }

    private static UncheckedIOException fileFailed(IOException failure) {
        IOException told = failure instanceof FileSystemException
                ? failure
                : new IOException("the backup cannot be written: " + failure.getMessage(), failure);
        return new UncheckedIOException(IoErrors.reason(told), told);
    }

    private static void requireRevisions(SchemaStatus status, int major) {
        String reason = switch (status.state()) {
            case UNMANAGED -> "no revision made the tables";
            case AHEAD -> "the scripts of its revision are not here";
            case OK, EMPTY -> "";
        };
        if (!reason.isEmpty()) {
            throw new BackupRefused("%s, so only pg_dump can back it up; %s".formatted(reason, remedy(major)));
        }
    }

    private static String remedy(int major) {
        return "install postgresql-client-" + major;
    }

    /** Writes the content of a backup and returns its description. */
    @FunctionalInterface
    private interface Content {
        Manifest writeTo(BackupWriter target) throws IOException, SQLException;
    }

    /** @param proof sees the file when it is complete, before it gets its name */
    private static Taken write(Path file, BackupListener listener, Content content, Consumer<Path> proof)
            throws IOException, SQLException {
        try (BackupWriter target = new BackupWriter(file, listener::written)) {
            Manifest manifest = content.writeTo(target);
            target.finish(manifest);
            try (BackupReader result = BackupReader.open(target.part())) {
                if (!result.manifest().equals(manifest)) {
                    throw new BackupFailed(file + " was read back with other content; check the disk");
                }
                result.verify(listener::readAgain);
            }
            proof.accept(target.part());
            target.keep();
            return new Taken(file, manifest);
        }
    }

    private Manifest dumped(PgClientTool dumper, DatabaseSnapshot snapshot, BackupWriter target, Manifest empty)
            throws IOException, SQLException {
        List<String> options = List.of(
                "--format=custom",
                "--no-password",
                "--snapshot=" + snapshot.queries().text("SELECT pg_export_snapshot()"));
        Manifest.Entry dump = target.add("database.dump", false, out -> dumper.read(address, options, out));
        List<Manifest.Table> tables = new ArrayList<>();
        for (TableDefinition table : snapshot.tables()) {
            tables.add(new Manifest.Table(table, snapshot.queries().count(table), Optional.empty()));
        }
        GrantsAndSettings grantsAndSettings = new GrantsAndSettings(snapshot.queries());
        return empty.byDump(
                new Manifest.Dump(dumper.version(), dump),
                tables,
                grantsAndSettings.grants(),
                grantsAndSettings.settings());
    }

    private Taken copied(Path file, DatabaseSnapshot snapshot, Scope scope, Manifest empty, BackupListener listener) {
        try {
            return scratchSource.with(server -> copied(server, file, snapshot, scope, empty, listener));
        } catch (ScratchRefused | MigrationFailed | CatalogUnreadable failure) {
            throw new BackupRefused(
                    "cannot compare the database with its revisions: %s; or %s"
                            .formatted(failure.getMessage(), remedy(PgClientTool.major(empty.serverVersion()))),
                    failure);
        }
    }

    private Taken copied(
            ScratchServer server,
            Path file,
            DatabaseSnapshot snapshot,
            Scope scope,
            Manifest empty,
            BackupListener listener) {
        int major = PgClientTool.major(empty.serverVersion());
        try (ScratchDatabase made = server.createdBy(revisions.upgradeScripts(empty.revision()))) {
            CopyBackup copy = CopyBackup.of(address.dataSource(), snapshot, made.dataSource());
            copy.unmanaged().sentences().forEach(listener::notKept);
            if (scope == Scope.EVERYTHING && !copy.unmanaged().isNone()) {
                int count = copy.unmanaged().sentences().size();
                throw new BackupRefused("%d difference%s to the revisions need%s pg_dump; %s, or add --managed-only"
                        .formatted(count, count == 1 ? "" : "s", count == 1 ? "s" : "", remedy(major)));
            }
            return write(file, listener, target -> copy.writeTo(target, empty), part -> {
                if (copy.unmanaged().change()) {
                    made.recreate();
                    requireRestorable(part, made.address(), major);
                }
            });
        } catch (SQLException failure) {
            throw databaseFailed(failure);
        } catch (IOException failure) {
            throw fileFailed(failure);
        }
    }

    /** Tables that were altered by hand may hold rows that do not fit into those that the revisions make. */
    private void requireRestorable(Path part, DatabaseAddress empty, int major) {
        try (Restore restore = Restore.of(part, revisions, bytes -> {})) {
            restore.into(empty, bytes -> {}, line -> {});
        } catch (RestoreFailed failure) {
            throw new BackupRefused(
                    "the rows do not fit what the revisions make: %s; %s".formatted(failure.reason(), remedy(major)),
                    failure);
        }
    }
}
