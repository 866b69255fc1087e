package derrick.ops.schema;

import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.scratch.ScratchServer;
import derrick.migrations.verify.Verification;
import derrick.migrations.verify.VerificationListener;
import derrick.ops.CommonOptions;
import derrick.ops.DevDatabaseOption;
import derrick.ops.ExitCode;
import derrick.ops.FolderOptions;
import derrick.ops.Progress;
import derrick.ops.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code derrick verify}. */
@Command(
        name = "verify",
        header = "Test the upgrade and downgrade of each revision with rows.",
        description = {
            "Creates a scratch database on the server, fills its tables with rows, upgrades,",
            "downgrades and upgrades again by each revision, and lists the differences in",
            "schema and rows. Exits with 1 if there are any. The database of the server",
            "itself is not changed; the scratch database is dropped at the end.",
            "",
            "Declare in its V or U file what a revision cannot restore:",
            "  -- verify:differs TABLE[.COLUMN] because …",
            "",
            "Examples: derrick verify, derrick verify --migrations DIR --json",
            ""
        })
public final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private DevDatabaseOption dev = new DevDatabaseOption();

    public VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Revisions revisions = folders.revisions(terminal);
        VerifyReport report = dev.isGiven()
                ? dev.alone(options, terminal, scratch -> verified(revisions, scratch))
                : besideDatabase(revisions);
        if (options.json()) {
            terminal.json(report::write);
        } else {
            report.lines().forEach(terminal.out()::println);
        }
        return (report.isClean() ? ExitCode.DONE : ExitCode.FINDING).number();
    }

    private VerifyReport besideDatabase(Revisions revisions) {
        try (Database database = options.openDatabase(terminal)) {
            return dev.beside(database, options, terminal, scratch -> verified(revisions, scratch));
        }
    }

    private VerifyReport verified(Revisions revisions, ScratchServer scratch) {
        Progress progress = new Progress(terminal, System::nanoTime);
        VerifyReport report = new VerifyReport(
                revisions.all().size(),
                new Verification(revisions, scratch.empty(), new ProgressListener(progress)).run());
        progress.clear();
        return report;
    }

    private final class ProgressListener implements VerificationListener {
        private final Progress progress;

        ProgressListener(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void verifying(Revision revision) {
            progress.step("verifying " + revision.name());
        }

        @Override
        public void edgeCasesRejected(Revision revision, String reason) {
            progress.clear();
            terminal.say("%s rejected some test rows, others were used: %s".formatted(revision.id(), reason));
        }
    }
}
