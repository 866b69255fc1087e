package derrick.ops.revision;

import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.loss.CountedDataLoss;
import derrick.migrations.run.loss.LostRowCounter;
import derrick.migrations.run.plan.MigrationPlan;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.ExitCode;
import derrick.ops.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reports the rows that a migration loses and takes a backup first; a downgrade also asks for confirmation. */
final class DataLossGuard {
    private final Database database;
    private final Revisions revisions;
    private final BackupOption option;
    private final CommonOptions options;
    private final Terminal terminal;
    private Optional<Path> backup = Optional.empty();

    DataLossGuard(
            Database database, Revisions revisions, BackupOption option, CommonOptions options, Terminal terminal) {
        this.database = database;
        this.revisions = revisions;
        this.option = option;
        this.options = options;
        this.terminal = terminal;
    }

    /** The backup that was taken. */
    Optional<Path> backup() {
        return backup;
    }

    /** Most upgrades lose nothing, and where there are no rows nothing can be lost: then nothing is said. */
    void beforeUpgrade(MigrationPlan plan) {
        if (plan.range().from().isEmpty()) {
            return;
        }
        List<CountedDataLoss> losses =
                losses(plan).stream().filter(CountedDataLoss::hasRows).toList();
        losses.forEach(this::tell);
        if (!losses.isEmpty()) {
            takeBackup();
        }
    }

    /** A downgrade is for losing what its revisions made, so that there is always a backup of it. */
    void beforeDowngrade(MigrationPlan plan, boolean agreed) {
        List<CountedDataLoss> losses = losses(plan);
        losses.forEach(this::tell);
        if (!agreed) {
            makeSure(plan.range().to(), losses);
        }
        takeBackup();
    }

    private List<CountedDataLoss> losses(MigrationPlan plan) {
        return new LostRowCounter(database.dataSource()).of(plan.losses());
    }

    private void tell(CountedDataLoss loss) {
        terminal.say("to be lost: " + loss.sentence());
    }

    private void takeBackup() {
        if (!option.isOff()) {
            backup = Optional.of(option.take(database, revisions, options, terminal));
        }
    }

    private void makeSure(Optional<Revision> goal, List<CountedDataLoss> losses) {
        String name = database.address().database();
        if (!terminal.asks()) {
            if (goal.isEmpty() || (option.isOff() && losses.stream().anyMatch(CountedDataLoss::hasRows))) {
                throw new CommandFailed(
                        ExitCode.REFUSED,
                        "this loses data, and there is no terminal to ask on; say --yes if it is meant");
            }
            return;
        }
        String expected = goal.isPresent() ? "yes" : name;
        String question = goal.map(revision -> "Take '%s' back to %s? Type yes:".formatted(name, revision))
                .orElse("This drops every table. Type the name of the database, '%s':".formatted(name));
        if (!terminal.ask(question).map(String::strip).equals(Optional.of(expected))) {
            throw new CommandFailed(ExitCode.REFUSED, "nothing was done");
        }
    }
}
