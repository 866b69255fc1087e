package derrick.ops;

import derrick.ops.backup.BackupCommand;
import derrick.ops.backup.RestoreCommand;
import derrick.ops.revision.AdoptCommand;
import derrick.ops.revision.CurrentCommand;
import derrick.ops.revision.DowngradeCommand;
import derrick.ops.revision.HistoryCommand;
import derrick.ops.revision.LintCommand;
import derrick.ops.revision.StampCommand;
import derrick.ops.revision.UpgradeCommand;
import derrick.ops.schema.CheckCommand;
import derrick.ops.schema.CreateCommand;
import derrick.ops.schema.VerifyCommand;
import derrick.ops.sensor.ExportCommand;
import derrick.ops.sensor.ImportCommand;
import derrick.ops.sensor.UnitsCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * A command that the platform offers, under the task that people come with. It is made only when it is wanted, since
 * looking into the options of all of them takes longer than many a command itself.
 */
record Offer(String task, String name, Function<Terminal, Object> maker) {
    static final List<Offer> ALL = List.of(
            new Offer("Run", "up", terminal -> new UpCommand()),
            new Offer("Data", "import", ImportCommand::new),
            new Offer("Data", "export", ExportCommand::new),
            new Offer("Data", "units", UnitsCommand::new),
            new Offer("Schema", "current", CurrentCommand::new),
            new Offer("Schema", "history", HistoryCommand::new),
            new Offer("Schema", "create", CreateCommand::new),
            new Offer("Schema", "upgrade", UpgradeCommand::new),
            new Offer("Schema", "downgrade", DowngradeCommand::new),
            new Offer("Schema", "stamp", StampCommand::new),
            new Offer("Schema", "adopt", AdoptCommand::new),
            new Offer("Schema", "lint", LintCommand::new),
            new Offer("Schema", "check", CheckCommand::new),
            new Offer("Schema", "verify", VerifyCommand::new),
            new Offer("Backup", "backup", BackupCommand::new),
            new Offer("Backup", "restore", RestoreCommand::new),
            new Offer("More", "help", HelpCommand::new),
            new Offer("More", "version", VersionCommand::new));

    /** The commands that take {@code -1} for a revision. */
    private static final Set<String> TAKE_STEPS = Set.of("upgrade", "downgrade", "stamp");

    /** The command of this name. */
    static Optional<Offer> named(String word) {
        return ALL.stream().filter(offer -> offer.name.equals(word)).findFirst();
    }

    /** What reads the words behind the command's name, and runs it. */
    CommandLine commandLine(Terminal terminal) {
        return new CommandLine(maker.apply(terminal))
                .setCommandName("derrick " + name)
                // -1 is a revision, not an option.
                .setUnmatchedOptionsArePositionalParams(TAKE_STEPS.contains(name));
    }
}
