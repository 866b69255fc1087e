package derrick.ops.revision;

import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.SchemaMigration;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code derrick downgrade}. */
@Command(
        name = "downgrade",
        header = "Downgrade the database to a revision.",
        description = {
            "Reverts the revisions above the one named, newest first, with the data in the",
            "tables and columns that they added. Counts the rows that are lost, takes a",
            "backup of the database, and asks for confirmation on a terminal. Without a",
            "terminal, base needs --yes, and so does --no-backup if rows are lost.",
            "",
            "Examples: derrick downgrade, derrick downgrade 001_initial, derrick downgrade base",
            ""
        })
public final class DowngradeCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private DataLossGuard guard = new DataLossGuard();

    @Mixin
    private DryRunOptions dryRun = new DryRunOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description = "-N, base, a number, or the beginning of a name (default: -1).")
    private String target = "-1";

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean confirmed;

    public DowngradeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        MigrationReporter.requireNoOption(target, "downgrade");
        Revisions revisions = folders.revisions(terminal);
        if (dryRun.isRequested()) {
            dryRun.print(Direction.DOWN, target, revisions, options, terminal);
            return;
        }
        MigrationReporter.requireOneRevision(target);
        if (dryRun.inOneTransaction()) {
            throw CommandFailed.usage("a downgrade accepts --single-transaction only with --sql");
        }
        try (Database database = options.openDatabase(terminal)) {
            MigrationReporter reporter = new MigrationReporter(
                    terminal,
                    options.json(),
                    "undoing",
                    "undone",
                    plan -> guard.beforeDowngrade(plan, confirmed, database, revisions, options, terminal));
            SchemaMigration migration = new SchemaMigration(database.dataSource(), revisions, wait.limit());
            reporter.printResult(migration.downgrade(target, reporter), guard.backup());
        }
    }
}
