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
record CommandEntry(String task, String name, Function<Terminal, Object> maker) {
    static final List<CommandEntry> ALL = List.of(
            new CommandEntry("Run", "up", terminal -> new UpCommandEntry()),
            new CommandEntry("Data", "import", ImportCommand::new),
            new CommandEntry("Data", "export", ExportCommand::new),
            new CommandEntry("Data", "units", UnitsCommand::new),
            new CommandEntry("Schema", "current", CurrentCommand::new),
            new CommandEntry("Schema", "history", HistoryCommand::new),
            new CommandEntry("Schema", "create", CreateCommand::new),
            new CommandEntry("Schema", "upgrade", UpgradeCommand::new),
            new CommandEntry("Schema", "downgrade", DowngradeCommand::new),
            new CommandEntry("Schema", "stamp", StampCommand::new),
            new CommandEntry("Schema", "adopt", AdoptCommand::new),
            new CommandEntry("Schema", "lint", LintCommand::new),
            new CommandEntry("Schema", "check", CheckCommand::new),
            new CommandEntry("Schema", "verify", VerifyCommand::new),
            new CommandEntry("Backup", "backup", BackupCommand::new),
            new CommandEntry("Backup", "restore", RestoreCommand::new),
            new CommandEntry("More", "help", HelpCommand::new),
            new CommandEntry("More", "version", VersionCommand::new));

    /** The commands that take {@code -1} for a revision. */
    private static final Set<String> TAKE_STEPS = Set.of("upgrade", "downgrade", "stamp");

    /** The command of this name. */
    static Optional<CommandEntry> named(String word) {
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
