package derrick.ops.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.domain.time.Rfc3339;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.HistoryEntry;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.RevisionRange;
import derrick.migrations.revision.Revisions;
import derrick.ops.CommonOptions;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code derrick history}. */
@Command(
        name = "history",
        header = "List the revisions, who applied them, and when.",
        description = {
            "Shows for each revision whether it is applied, by whom, when, how long it took,",
            "and whether it has a downgrade script.",
            "",
            "Examples: derrick history, derrick history -r 001:current, derrick history -r 3:",
            ""
        })
public final class HistoryCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "FROM:TO",
            description = "Only these, both ends included (default: the first and the last revision).")
    private Optional<String> range = Optional.empty();

    public HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Revisions revisions = folders.revisions(terminal);
        try (Database database = options.openDatabase(terminal)) {
            List<HistoryEntry> entries = entries(new RevisionHistory(database.dataSource(), revisions), revisions);
            if (options.json()) {
                terminal.json(json -> {
                    json.writeStartArray();
                    for (HistoryEntry entry : entries) {
                        write(entry, json);
                    }
                    json.writeEndArray();
                });
            } else {
                entries.forEach(this::print);
            }
        }
    }

    private List<HistoryEntry> entries(RevisionHistory history, Revisions revisions) {
        if (range.isEmpty()) {
            return history.entries();
        }
        RevisionRange selected =
                RevisionRange.of(range.get(), revisions, history.status().revision());
        return history.entries().stream()
                .filter(entry -> selected.includes(entry.revision()))
                .toList();
    }

    private void print(HistoryEntry entry) {
        StringBuilder line = new StringBuilder("  ").append(verb(entry));
        entry.installedOn().ifPresent(time -> line.append(' ').append(Rfc3339.format(time)));
        entry.installedBy().ifPresent(role -> line.append(" by ").append(role));
        entry.executionMillis()
                .ifPresent(millis -> line.append(" in ").append(millis).append(" ms"));
        line.append(suffix(entry));
        terminal.out().println(entry.revision().name());
        terminal.out().println(line);
    }

    private static void write(HistoryEntry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("revision", entry.revision().id());
        json.writeStringField("name", entry.revision().name());
        json.writeStringField("state", state(entry));
        json.writeStringField("installed_by", entry.installedBy().orElse(null));
        json.writeStringField(
                "installed_on", entry.installedOn().map(Rfc3339::format).orElse(null));
        json.writePOJOField("execution_ms", entry.executionMillis().orElse(null));
        json.writeBooleanField("undo", entry.undo());
        json.writeEndObject();
    }

    /** Returns the verb for the time and the role. */
    private static String verb(HistoryEntry entry) {
        return switch (entry.state()) {
            case APPLIED, EDITED, MISSING -> "applied";
            case PENDING, UNDONE, FAILED -> state(entry);
        };
    }

    private static String suffix(HistoryEntry entry) {
        return switch (entry.state()) {
            case APPLIED, PENDING -> entry.undo() ? ", can be undone" : ", cannot be undone";
            case EDITED -> ", file edited since";
            case MISSING -> ", file missing";
            case UNDONE, FAILED -> "";
        };
    }

    private static String state(HistoryEntry entry) {
        return entry.state().name().toLowerCase(Locale.ROOT);
    }
}
