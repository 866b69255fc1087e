package derrick.ops.backup;

import derrick.migrations.backup.Manifest;
import derrick.migrations.backup.Restore;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import derrick.ops.CommonOptions;
import derrick.ops.FolderOptions;
import derrick.ops.Progress;
import derrick.ops.Terminal;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code derrick restore}. */
@Command(
        name = "restore",
        header = "Restore a backup into an empty database.",
        description = {
            "Checks the whole file first: a damaged file, or one of an unknown revision, is",
            "refused before anything is changed. The database must be empty or at base. The",
            "backup is restored completely, or not at all.",
            "",
            "Example: derrick restore derrick-002-20261122T221530Z.backup.zip",
            ""
        })
public final class RestoreCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Parameters(paramLabel = "FILE", description = "A file that 'derrick backup' wrote.")
    private Path file = Path.of("");

    public RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Progress progress = new Progress(terminal, System::nanoTime);
        try (Restore restore = Restore.of(file, folders.revisions(terminal), read -> progress.bytes("checked", read))) {
            progress.clear();
            try (Database database = options.openDatabase(terminal)) {
                restore.into(database.address(), read -> progress.bytes("restored", read), terminal::say);
            }
            progress.clear();
            report(restore.manifest());
        }
    }

    private void report(Manifest manifest) {
        if (options.json()) {
            terminal.json(json -> {
                json.writeStartObject();
                json.writeStringField(
                        "revision", manifest.revision().map(Revision::id).orElse(null));
                json.writeStringField("taken", manifest.taken().toString());
                json.writeNumberField("tables", manifest.tableCount());
                json.writeNumberField("rows", manifest.rowCount());
                json.writeEndObject();
            });
            return;
        }
        terminal.out()
                .printf(
                        "restored %d tables and %d rows at %s%n",
                        manifest.tableCount(),
                        manifest.rowCount(),
                        manifest.revision().map(Revision::name).orElse("base"));
    }
}
