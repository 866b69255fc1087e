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
            "Times that were written without a zone are read by the next upgrade in the",
            "zone named here. It may be named later too, by running adopt again.",
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
            MigrationReporter moves = new MigrationReporter(terminal, options.json(), "adopting", "adopted");
            AdoptionResult adopted = dev.beside(
                    database,
                    options,
                    terminal,
                    scratch -> new Adoption(database.dataSource(), revisions, scratch, wait.patience())
                            .adopt(timeZone, moves));
            if (options.json()) {
                terminal.json(json -> write(adopted, json));
            } else {
                terminal.out().println((adopted.now() ? "adopted at " : "already adopted, at ") + adopted.revision());
            }
            advise(adopted);
        } catch (SchemaMismatch differs) {
            throw new DifferenceList(differs.differences())
                    .refusal(terminal, "the tables are not those of revision 001; mend them, then adopt");
        }
    }

    private void advise(AdoptionResult adopted) {
        if (!adopted.kept().isEmpty()) {
            terminal.say("not ours, kept as they are: " + String.join(", ", adopted.kept()));
        }
        adopted.timeZone().ifPresent(zone -> terminal.say("times without a zone are read in " + zone));
        if (adopted.needsTimeZone()) {
            terminal.say("%d tables have times without a zone; before the upgrade, name it:"
                    .formatted(adopted.withoutZone().size()));
            terminal.say("  derrick adopt --time-zone ZONE, such as Asia/Tehran");
        }
    }

    private static void write(AdoptionResult adopted, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("adopted", adopted.now());
        json.writeStringField("revision", adopted.revision().id());
        json.writeStringField("time_zone", adopted.timeZone().orElse(null));
        json.writeBooleanField("needs_time_zone", adopted.needsTimeZone());
        Terminal.writeStrings("tables_without_zone", adopted.withoutZone(), json);
        Terminal.writeStrings("tables_kept", adopted.kept(), json);
        json.writeEndObject();
    }
}
