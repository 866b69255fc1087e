package derrick.ops.revision;

import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.SchemaMigration;
import derrick.ops.CommonOptions;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code derrick upgrade}. */
@Command(
        name = "upgrade",
        header = "Upgrade the database to a revision.",
        description = {
            "Applies the pending revisions up to the one named, each in its own transaction,",
            "or all in one with --single-transaction. If rows would be lost, they are counted",
            "and a backup is taken first.",
            "",
            "Examples: derrick upgrade, derrick upgrade +1, derrick upgrade 001_initial,",
            "derrick upgrade --plan, derrick upgrade base:head --sql",
            ""
        })
public final class UpgradeCommand implements Runnable {
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
            description = "head, +N, a number, or the beginning of a name (default: head).")
    private String target = "head";

    public UpgradeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        MigrationReporter.requireNoOption(target, "upgrade");
        Revisions revisions = folders.revisions(terminal);
        if (dryRun.isRequested()) {
            dryRun.print(Direction.UP, target, revisions, options, terminal);
            return;
        }
        MigrationReporter.requireOneRevision(target);
        try (Database database = options.openDatabase(terminal)) {
            MigrationReporter reporter = new MigrationReporter(
                    terminal,
                    options.json(),
                    "applying",
                    "applied",
                    plan -> guard.beforeUpgrade(plan, database, revisions, options, terminal));
            SchemaMigration migration = new SchemaMigration(database.dataSource(), revisions, wait.limit());
            List<Revision> applied = dryRun.inOneTransaction()
                    ? migration.upgradeInOneTransaction(target, reporter)
                    : migration.upgrade(target, reporter);
            reporter.printResult(applied, guard.backup());
        }
    }
}
