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
import picocli.CommandLine.Command;

/**
 * A command by name, and the heading that it is listed under in the help. The command object is created on demand,
 * since reading the annotations of all commands takes longer than running one.
 *
 * @param task the heading in the help
 * @param factory creates the command
 */
record CommandEntry(String task, String name, Function<Terminal, Object> factory) {
    static final List<CommandEntry> ALL = List.of(
            new CommandEntry("Run", "up", terminal -> new UpEntry()),
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

    /** Commands whose argument can be a relative revision, such as {@code -1}. */
    private static final Set<String> RELATIVE_REVISIONS = Set.of("upgrade", "downgrade", "stamp");

    /** Returns the command of this name. */
    static Optional<CommandEntry> find(String name) {
        return ALL.stream().filter(entry -> entry.name.equals(name)).findFirst();
    }

    /** Returns picocli's parser for the arguments after the command's name. */
    CommandLine commandLine(Terminal terminal) {
        return new CommandLine(factory.apply(terminal))
                .setCommandName("derrick " + name)
                // Otherwise picocli reports -1 as an unknown option.
                .setUnmatchedOptionsArePositionalParams(RELATIVE_REVISIONS.contains(name));
    }

    /** The entry of {@code up}, whose main class the launcher runs itself. */
    @Command(name = "up", header = "Run the server: the HTTP API and its database.")
    private static final class UpEntry implements Runnable {
        @Override
        public void run() {
            throw CommandFailed.usage("'up' needs the launcher; run ./derrick up in the root folder of the checkout");
        }
    }
}
