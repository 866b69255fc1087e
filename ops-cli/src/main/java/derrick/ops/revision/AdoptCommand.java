package derrick.ops.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.adopt.Adoption;
import derrick.migrations.adopt.AdoptionResult;
import derrick.migrations.adopt.SchemaMismatch;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revisions;
import derrick.ops.CommonOptions;
import derrick.ops.DevDatabaseOption;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code derrick adopt}. */
@Command(
        name = "adopt",
        header = "Take over a database that Alembic manages.",
        description = {
            "Reads Alembic's revision, checks that the tables are those of revision 001, and",
            "in one transaction writes the history, records the time zone, and drops the",
            "table alembic_version, so that Alembic can no longer change the database. No",
            "other table is touched. Running it again changes nothing.",
            "",
            "The next upgrade reads times without a zone in the zone of --time-zone. To set",
            "the zone later, run adopt again.",
            "",
            "Examples: derrick adopt, derrick adopt --time-zone Asia/Tehran",
            ""
        })
public final class AdoptCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private DevDatabaseOption dev = new DevDatabaseOption();

    @Mixin
    private WaitOption wait = new WaitOption();

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "The time zone of times stored without one.")
    private Optional<String> timeZone = Optional.empty();

    public AdoptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Revisions revisions = folders.revisions(terminal);
        try (Database database = options.openDatabase(terminal)) {
            MigrationReporter reporter = new MigrationReporter(terminal, options.json(), "adopting", "adopted");
            AdoptionResult result = dev.beside(
                    database,
                    options,
                    terminal,
                    scratch -> new Adoption(database.dataSource(), revisions, scratch, wait.limit())
                            .adopt(timeZone, reporter));
            if (options.json()) {
                terminal.json(json -> write(result, json));
            } else {
                terminal.out().println((result.now() ? "adopted at " : "already adopted, at ") + result.revision());
            }
            printAdvice(result);
        } catch (SchemaMismatch mismatch) {
            throw new DifferenceList(mismatch.differences())
                    .refusal(terminal, "the tables are not those of revision 001; alter them, then adopt");
        }
    }

    private void printAdvice(AdoptionResult result) {
        if (!result.kept().isEmpty()) {
            terminal.say("not created by a revision, unchanged: " + String.join(", ", result.kept()));
        }
        result.timeZone().ifPresent(zone -> terminal.say("times without a zone are read as " + zone));
        if (result.needsTimeZone()) {
            terminal.say("%d tables have times without a zone; before the upgrade, set it:"
                    .formatted(result.withoutZone().size()));
            terminal.say("  derrick adopt --time-zone ZONE, such as Asia/Tehran");
        }
    }

    private static void write(AdoptionResult result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("adopted", result.now());
        json.writeStringField("revision", result.revision().id());
        json.writeStringField("time_zone", result.timeZone().orElse(null));
        json.writeBooleanField("needs_time_zone", result.needsTimeZone());
        Terminal.writeStrings("tables_without_zone", result.withoutZone(), json);
        Terminal.writeStrings("tables_kept", result.kept(), json);
        json.writeEndObject();
    }
}
