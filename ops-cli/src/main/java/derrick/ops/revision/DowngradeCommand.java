package derrick.ops.revision;

import derrick.migrations.database.Database;
import derrick.migrations.flyway.SchemaMigration;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.ExitCode;
import derrick.ops.MigrationsOption;
import derrick.ops.Terminal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code derrick downgrade}: data go with what a revision made, so it is sure of itself before it begins. */
@Command(
        name = "downgrade",
        header = "Take the database back down to a revision.",
        description = {
            "Takes back the revisions above the one named, the last one first, and with",
            "them the data that only they have room for. Asks before it does.",
            "",
            "Examples: derrick downgrade, derrick downgrade 001_initial, derrick downgrade base",
            ""
        })
public final class DowngradeCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private MigrationsOption migrations = new MigrationsOption();

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private Preview preview = new Preview();

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description = "-N, base, a number, or the beginning of a name (default: -1).")
    private String target = "-1";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    public DowngradeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Moves.requireRevision(target);
        Revisions revisions = migrations.revisions();
        if (preview.isAsked()) {
            preview.print(Direction.DOWN, target, revisions, options, terminal);
            return;
        }
        try (Database database = options.openDatabase(terminal)) {
            Optional<Revision> current = new RevisionHistory(database.dataSource(), revisions)
                    .standing()
                    .revision();
            Optional<Revision> goal = revisions.resolve(target, current);
            if (!yes && !goal.equals(current)) {
                makeSure(database, goal);
            }
            Moves moves = new Moves(terminal, options.json(), "taking back", "undone");
            // By name, since what was asked for is what is done, even if somebody else migrates at the same moment.
            moves.report(new SchemaMigration(database.dataSource(), revisions, wait.patience())
                    .downgrade(goal.map(Revision::id).orElse("base"), moves));
        }
    }

    private void makeSure(Database database, Optional<Revision> goal) {
        String name = database.address().database();
        if (!terminal.asks()) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "a downgrade loses data, and there is no terminal to ask on; say --yes if it is meant");
        }
        String expected = goal.isPresent() ? "yes" : name;
        String question = goal.map(revision -> "Take '%s' back to %s? Type yes:".formatted(name, revision))
                .orElse("This drops every table. Type the name of the database, '%s':".formatted(name));
        if (!terminal.ask(question).map(String::strip).equals(Optional.of(expected))) {
            throw new CommandFailed(ExitCode.REFUSED, "nothing was done");
        }
    }
}
