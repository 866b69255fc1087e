package derrick.ops.revision;

import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.SchemaMigration;
import derrick.ops.CommonOptions;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
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
    private BackupOption backup = new BackupOption();

    @Mixin
    private DryRunOptions preview = new DryRunOptions();

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
        MigrationReporter.requireRevision(target, "upgrade");
        Revisions revisions = folders.revisions(terminal);
        if (preview.isAsked()) {
            preview.print(Direction.UP, target, revisions, options, terminal);
            return;
        }
        MigrationReporter.requireOneEnd(target);
        try (Database database = options.openDatabase(terminal)) {
            DataLossGuard caution = new DataLossGuard(database, revisions, backup, options, terminal);
            MigrationReporter moves =
                    new MigrationReporter(terminal, options.json(), "applying", "applied", caution::beforeUpgrade);
            SchemaMigration migration = new SchemaMigration(database.dataSource(), revisions, wait.patience());
            moves.report(
                    preview.inOneTransaction()
                            ? migration.upgradeInOneTransaction(target, moves)
                            : migration.upgrade(target, moves),
                    caution.backup());
        }
    }
}
