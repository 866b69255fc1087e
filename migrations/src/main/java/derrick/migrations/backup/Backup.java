package derrick.migrations.backup;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.postgres.JdbcQuery;
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
import java.sql.Connection;
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

    /** Uses the pg_dump found in the PATH of this process. */
    public Backup(DatabaseAddress address, Revisions revisions, ScratchSource scratchSource) {
        this(address, revisions, scratchSource, System.getenv().getOrDefault("PATH", ""));
    }

    /** @param searchPath the folders to search for pg_dump */
    Backup(DatabaseAddress address, Revisions revisions, ScratchSource scratchSource, String searchPath) {
        this.address = address;
        this.revisions = revisions;
        this.scratchSource = scratchSource;
        this.searchPath = searchPath;
    }

    /** Opens a server for scratch databases; used only if there is no matching pg_dump. */
    @FunctionalInterface
    public interface ScratchSource {
        /** Runs the work with the server and closes it. */
        CompletedBackup with(Function<ScratchServer, CompletedBackup> work);

        /** Creates scratch databases on the server of the database. */
        static ScratchSource beside(Database live) {
            return work -> {
                try (ScratchServer server = ScratchServer.beside(live.address())) {
                    live.beforeClose(server::close);
                    return work.apply(server);
                }
            };
        }
    }

    /** What a backup must contain. */
    public enum Scope {
        /** The whole database; otherwise the backup fails. */
        EVERYTHING,
        /** At least the objects that revisions create; with pg_dump the whole database. */
        MANAGED_ONLY
    }

    /** A backup that was written and read back. */
    public record CompletedBackup(Path file, Manifest manifest) {}

    /**
     * Writes a backup and reads it back.
     *
     * @throws BackupRefused if there is no matching pg_dump and a backup by COPY would not save everything; the
     *     listener receives the differences
     * @throws BackupFailed if the database or pg_dump fails
     * @throws derrick.migrations.revision.HistoryUnreadable if the database cannot be reached
     * @throws UncheckedIOException if the file cannot be written
     */
    public CompletedBackup take(BackupLocation location, Scope scope, BackupListener listener) {
        RevisionHistory history = new RevisionHistory(address.dataSource(), revisions);
        SchemaStatus status = history.status();
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(address.dataSource())) {
            if (!history.status().equals(status)) {
                throw new BackupFailed("a migration is running; repeat the backup when it has ended");
            }
            CatalogQueries queries = snapshot.queries();
            Manifest empty = Manifest.empty(
                    address.database(),
                    status.revision(),
                    Instant.parse(text(queries.connection(), TAKEN)),
                    text(queries.connection(), "SHOW server_version"));
            int major = PgClientTool.major(empty.serverVersion());
            Optional<PgClientTool> dumper = PgClientTool.find("pg_dump", major, searchPath);
            Path file = location.file(empty);
            if (dumper.isPresent()) {
                return write(file, listener, target -> writeDump(dumper.get(), snapshot, target, empty), part -> {});
            }
            requireRevisions(status, major);
            return backUpByCopy(file, snapshot, scope, empty, listener);
        } catch (SQLException failure) {
            throw databaseFailed(failure);
        } catch (PgClientTool.ToolFailed failure) {
            throw new BackupFailed(String.valueOf(failure.getMessage()), failure);
        } catch (IOException failure) {
            throw fileFailed(failure);
        }
    }

    private static BackupFailed databaseFailed(SQLException failure) {
        return new BackupFailed("cannot read the rows of the database: " + failure.getMessage(), failure);
    }

    private static UncheckedIOException fileFailed(IOException failure) {
        IOException reported = failure instanceof FileSystemException
                ? failure
                : new IOException("cannot write the backup: " + failure.getMessage(), failure);
        return new UncheckedIOException(IoErrors.reason(reported), reported);
    }

    private static void requireRevisions(SchemaStatus status, int major) {
        String reason = switch (status.state()) {
            case UNMANAGED -> "no revision created the tables";
            case AHEAD -> "the scripts of its revision are missing";
            case OK, EMPTY -> "";
        };
        if (!reason.isEmpty()) {
            throw new BackupRefused("cannot back up by COPY: %s; %s".formatted(reason, remedy(major)));
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        return JdbcQuery.text(connection, query).orElseThrow();
    }

    private static String remedy(int major) {
        return "install postgresql-client-" + major;
    }

    /** Writes the content of a backup and returns its manifest. */
    @FunctionalInterface
    private interface ContentWriter {
        Manifest writeTo(BackupWriter target) throws IOException, SQLException;
    }

    /** @param check called with the complete file before it is renamed */
    private static CompletedBackup write(
            Path file, BackupListener listener, ContentWriter content, Consumer<Path> check)
            throws IOException, SQLException {
        try (BackupWriter target = new BackupWriter(file, listener::written)) {
            Manifest manifest = content.writeTo(target);
            target.finish(manifest);
            try (BackupReader result = BackupReader.open(target.part())) {
                if (!result.manifest().equals(manifest)) {
                    throw new BackupFailed(file + " differs from what was written; check the disk");
                }
                result.verify(listener::readBack);
            }
            check.accept(target.part());
            target.rename();
            return new CompletedBackup(file, manifest);
        }
    }

    private Manifest writeDump(PgClientTool dumper, DatabaseSnapshot snapshot, BackupWriter target, Manifest empty)
            throws IOException, SQLException {
        List<String> options = List.of(
                "--format=custom",
                "--no-password",
                "--snapshot=" + text(snapshot.queries().connection(), "SELECT pg_export_snapshot()"));
        Manifest.Entry dump = target.add("database.dump", false, out -> dumper.read(address, options, out));
        List<Manifest.TableContent> tables = new ArrayList<>();
        for (TableDefinition table : snapshot.tables()) {
            tables.add(new Manifest.TableContent(table, snapshot.queries().count(table), Optional.empty()));
        }
        GrantsAndSettings grantsAndSettings =
                new GrantsAndSettings(snapshot.queries().connection());
        return empty.byDump(
                new Manifest.Dump(dumper.version(), dump),
                tables,
                grantsAndSettings.grants(),
                grantsAndSettings.settings());
    }

    private CompletedBackup backUpByCopy(
            Path file, DatabaseSnapshot snapshot, Scope scope, Manifest empty, BackupListener listener) {
        try {
            return scratchSource.with(server -> backUpByCopy(server, file, snapshot, scope, empty, listener));
        } catch (ScratchRefused | MigrationFailed | CatalogUnreadable failure) {
            throw new BackupRefused(
                    "cannot compare the database with its revisions: %s; or %s"
                            .formatted(failure.getMessage(), remedy(PgClientTool.major(empty.serverVersion()))),
                    failure);
        }
    }

    private CompletedBackup backUpByCopy(
            ScratchServer server,
            Path file,
            DatabaseSnapshot snapshot,
            Scope scope,
            Manifest empty,
            BackupListener listener) {
        int major = PgClientTool.major(empty.serverVersion());
        try (ScratchDatabase scratch = server.createdBy(revisions.upgradeScripts(empty.revision()))) {
            CopyBackup copy = CopyBackup.of(address.dataSource(), snapshot, scratch.dataSource());
            copy.unmanaged().sentences().forEach(listener::notSaved);
            if (scope == Scope.EVERYTHING && !copy.unmanaged().isNone()) {
                int count = copy.unmanaged().sentences().size();
                throw new BackupRefused("COPY cannot save %d difference%s to the revisions; %s, or add --managed-only"
                        .formatted(count, count == 1 ? "" : "s", remedy(major)));
            }
            return write(file, listener, target -> copy.writeTo(target, empty), part -> {
                if (copy.unmanaged().change()) {
                    scratch.recreate();
                    requireRestorable(part, scratch.address(), major);
                }
            });
        } catch (SQLException failure) {
            throw databaseFailed(failure);
        } catch (IOException failure) {
            throw fileFailed(failure);
        }
    }

    /** Restores the backup into an empty database, because the rows of manually altered tables may not fit. */
    private void requireRestorable(Path part, DatabaseAddress empty, int major) {
        try (Restore restore = Restore.of(part, revisions, bytes -> {})) {
            restore.into(empty, bytes -> {}, line -> {});
        } catch (RestoreFailed failure) {
            throw new BackupRefused(
                    "the rows do not fit the tables of the revisions: %s; %s"
                            .formatted(failure.reason(), remedy(major)),
                    failure);
        }
    }
}
