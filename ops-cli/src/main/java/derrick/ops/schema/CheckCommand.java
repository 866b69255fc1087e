package derrick.ops.schema;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.IgnoredObjects;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import derrick.migrations.scratch.SchemaCheck;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.DevDatabaseOption;
import derrick.ops.ExitCode;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code derrick check}. */
@Command(
        name = "check",
        header = "Compare the declared schema, the files and the database.",
        description = {
            "Lists the differences between the declared schema and the schema that the files",
            "create, those between the database and the files up to its revision, and the",
            "files that were edited or removed since they were applied. Exits with 1 if there",
            "are any. Objects that 'adopt' or 'stamp' recorded as unmanaged are ignored;",
            "'stamp current' updates that list.",
            "",
            "The files are run in scratch databases that are dropped at the end: on the",
            "server of --dev-url, else on the database's own if the role may create",
            "databases there, else on the embedded one. --files reads no database.",
            ""
        })
public final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--files", description = "Compare only the declared schema and the files.")
    private boolean filesOnly;

    @Mixin
    private DevDatabaseOption dev = new DevDatabaseOption();

    public CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CheckReport report = filesOnly ? withoutDatabase() : withDatabase();
        if (options.json()) {
            terminal.json(report::write);
        } else {
            report.lines().forEach(terminal.out()::println);
        }
        return (report.isClean() ? ExitCode.DONE : ExitCode.FINDING).number();
    }

    private CheckReport withoutDatabase() {
        Revisions revisions = folders.revisions(terminal);
        return dev.alone(
                options,
                terminal,
                scratch -> new CheckReport(
                        SchemaCheck.of(folders.declared(), revisions, scratch).declaredAgainstFiles(),
                        Optional.empty()));
    }

    private CheckReport withDatabase() {
        Revisions revisions = folders.revisions(terminal);
        try (Database database = options.openDatabase(terminal)) {
            RevisionHistory history = new RevisionHistory(database.dataSource(), revisions);
            Optional<Revision> revision = revision(history.status());
            List<String> conflicts = history.conflicts();
            Catalog live = CatalogReader.read(database.dataSource());
            Set<String> known = IgnoredObjects.in(database.dataSource());
            if (!known.isEmpty()) {
                terminal.say(
                        "ignored unmanaged objects: " + known.stream().sorted().collect(Collectors.joining(", ")));
            }
            return dev.beside(database, options, terminal, scratch -> {
                SchemaCheck check = SchemaCheck.of(folders.declared(), revisions, scratch);
                List<CatalogDifference> drift = check.filesAgainst(live, revision, known);
                return new CheckReport(
                        check.declaredAgainstFiles(),
                        Optional.of(new CheckReport.Live(revision, drift, conflicts, check.comparesGrants(revision))));
            });
        }
    }

    /** Returns the revision to compare the database with: its own, or head if it has no history. */
    private static Optional<Revision> revision(SchemaStatus status) {
        return switch (status.state()) {
            case OK, EMPTY -> status.revision();
            case UNMANAGED -> Optional.of(status.head());
            case AHEAD ->
                throw new CommandFailed(
                        ExitCode.REFUSED,
                        "the database is at %s, which is not in the migration files; use the newer files"
                                .formatted(status.revision().orElseThrow()));
        };
    }
}
