package derrick.ops.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.catalog.IgnoredObjects;
import derrick.migrations.catalog.UnmanagedObject;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.Stamp;
import derrick.migrations.run.plan.MigrationPlan;
import derrick.migrations.run.plan.PlanSql;
import derrick.migrations.scratch.SchemaComparison;
import derrick.ops.CommonOptions;
import derrick.ops.DevDatabaseOption;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code derrick stamp}. */
@Command(
        name = "stamp",
        header = "Set the recorded revision without running scripts.",
        description = {
            "Records the revisions up to the one named as applied and runs none of them. Use",
            "it for a schema that was created or repaired by hand. Unless --force is given,",
            "first checks that the schema is the one the revision creates, by running the",
            "scripts in a scratch database. Stamping base requires that no object of the",
            "revisions is left. Tables that no revision creates stay, and 'check' ignores",
            "them from then on.",
            "A file that was edited since it was applied is recorded with its new content.",
            "",
            "Examples: derrick stamp head, derrick stamp 001_initial, derrick stamp base",
            ""
        })
public final class StampCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private WaitOption wait = new WaitOption();

    @Parameters(paramLabel = "REVISION", description = "head, base, +N, -N, a number, or the beginning of a name.")
    private String target = "";

    @Mixin
    private DevDatabaseOption dev = new DevDatabaseOption();

    @Option(names = "--force", description = "Do not compare the schema first.")
    private boolean force;

    @Option(
            names = "--sql",
            description = "Only print the SQL that would run, for psql -v ON_ERROR_STOP=1. If REVISION is FROM:TO, "
                    + "no database is needed.")
    private boolean sql;

    public StampCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        MigrationReporter.requireNoOption(target, "stamp");
        Revisions revisions = folders.revisions(terminal);
        if (sql) {
            terminal.out().print(new PlanSql(revisions).stamp(range(revisions)));
            return;
        }
        MigrationReporter.requireOneRevision(target);
        try (Database database = options.openDatabase(terminal)) {
            MigrationReporter reporter = new MigrationReporter(terminal, options.json(), "stamping", "stamped");
            Stamp.Precondition precondition = force ? Stamp.Precondition.NONE : comparison(database, revisions);
            Stamp stamp = new SchemaMigration(database.dataSource(), revisions, wait.limit())
                    .stamp(target, precondition, reporter);
            if (options.json()) {
                terminal.json(json -> {
                    json.writeStartObject();
                    write("added", stamp.added(), json);
                    write("removed", stamp.removed(), json);
                    write("edited", stamp.edited(), json);
                    json.writeEndObject();
                });
            } else {
                print(stamp);
            }
        }
    }

    /** Requires the schema that the revision creates, and records the other objects for {@code check} to ignore. */
    private Stamp.Precondition comparison(Database database, Revisions revisions) {
        return new Stamp.Precondition() {
            private List<UnmanagedObject> others = List.of();

            @Override
            public void check(Optional<Revision> from, Optional<Revision> to) {
                SchemaComparison.ComparisonResult result = dev.beside(
                        database,
                        options,
                        terminal,
                        scratch -> new SchemaComparison(database.dataSource(), revisions, scratch).compare(from, to));
                if (!result.differences().isEmpty()) {
                    throw new DifferenceList(result.differences()).refusal(terminal, reason(to));
                }
                others = result.unmanaged();
                if (!others.isEmpty()) {
                    terminal.say("not created by a revision, unchanged: "
                            + others.stream().map(UnmanagedObject::name).collect(Collectors.joining(", ")));
                }
            }

            @Override
            public void writeAlso(Connection connection) throws SQLException {
                new IgnoredObjects(connection).write(others);
            }
        };
    }

    private static String reason(Optional<Revision> goal) {
        return goal.map(revision -> "the schema differs from that of revision %s".formatted(revision.id()))
                        .orElse("objects of the revisions are left")
                + "; --force skips this check";
    }

    private MigrationPlan.Range range(Revisions revisions) {
        return MigrationPlan.Range.of(target, revisions, () -> {
            try (Database database = options.openDatabase(terminal)) {
                return new RevisionHistory(database.dataSource(), revisions)
                        .status()
                        .revision();
            }
        });
    }

    private void print(Stamp stamp) {
        stamp.added().forEach(revision -> terminal.out().println("added " + revision.name()));
        stamp.removed().forEach(revision -> terminal.out().println("removed " + revision.name()));
        stamp.edited().forEach(revision -> terminal.out().println("as edited " + revision.name()));
        if (stamp.equals(new Stamp(List.of(), List.of(), List.of()))) {
            terminal.out().println("nothing to do");
        }
    }

    private static void write(String name, List<Revision> revisions, JsonGenerator json) throws IOException {
        Terminal.writeStrings(name, revisions.stream().map(Revision::id).toList(), json);
    }
}
