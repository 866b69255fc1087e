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
@Command(name = "current", header = "Say at which revision the database is.")
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
            SchemaStatus standing = new RevisionHistory(database.dataSource(), revisions).standing();
            if (options.json()) {
                printJson(standing);
            } else {
                terminal.out().println(worded(standing));
            }
        }
    }

    private static String worded(SchemaStatus standing) {
        String current = standing.revision().map(Revision::name).orElse("base");
        return switch (standing.state()) {
            case OK ->
                current
                        + (standing.behind() == 0
                                ? " (head)"
                                : ", %d behind %s (head)".formatted(standing.behind(), standing.head()));
            case EMPTY -> "base, with no revision applied; head is " + standing.head();
            case UNMANAGED -> "no revision, but tables of somebody else's; head is " + standing.head();
            case AHEAD -> current + ", unknown here; head is " + standing.head();
        };
    }

    private void printJson(SchemaStatus standing) {
        Optional<Revision> revision = standing.revision();
        terminal.json(json -> {
            json.writeStartObject();
            json.writeStringField("revision", revision.map(Revision::id).orElse(null));
            json.writeStringField("name", revision.map(Revision::name).orElse(null));
            json.writeStringField("head", standing.head().id());
            json.writeNumberField("behind", standing.behind());
            json.writeStringField("state", standing.state().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        });
    }
}
