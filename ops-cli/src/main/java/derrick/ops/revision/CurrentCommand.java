package derrick.ops.revision;

import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import derrick.ops.CommonOptions;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code derrick current}. */
@Command(name = "current", header = "Show the revision the database is at.")
public final class CurrentCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    public CurrentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Revisions revisions = folders.revisions(terminal);
        try (Database database = options.openDatabase(terminal)) {
            SchemaStatus status = new RevisionHistory(database.dataSource(), revisions).status();
            if (options.json()) {
                printJson(status);
            } else {
                terminal.out().println(sentence(status));
            }
        }
    }

    private static String sentence(SchemaStatus status) {
        String current = status.revision().map(Revision::name).orElse("base");
        return switch (status.state()) {
            case OK ->
                current
                        + (status.behind() == 0
                                ? " (head)"
                                : ", %d behind %s (head)".formatted(status.behind(), status.head()));
            case EMPTY -> "base, with no revision applied; head is " + status.head();
            case UNMANAGED -> "no revision, but other tables; head is " + status.head();
            case AHEAD -> current + ", which has no script here; head is " + status.head();
        };
    }

    private void printJson(SchemaStatus status) {
        Optional<Revision> revision = status.revision();
        terminal.json(json -> {
            json.writeStartObject();
            json.writeStringField("revision", revision.map(Revision::id).orElse(null));
            json.writeStringField("name", revision.map(Revision::name).orElse(null));
            json.writeStringField("head", status.head().id());
            json.writeNumberField("behind", status.behind());
            json.writeStringField("state", status.state().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        });
    }
}
