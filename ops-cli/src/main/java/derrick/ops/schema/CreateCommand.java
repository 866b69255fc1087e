package derrick.ops.schema;

import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.diff.Autogenerate;
import derrick.migrations.diff.Description;
import derrick.migrations.diff.GeneratedRevisions;
import derrick.migrations.diff.MigrationFolder;
import derrick.migrations.diff.change.Rename;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.DevDatabaseOption;
import derrick.ops.ExitCode;
import derrick.ops.FolderOptions;
import derrick.ops.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code derrick create}. */
@Command(
        name = "create",
        header = "Write the next revision from the declared schema.",
        description = {
            "Compares the declared schema with the one that the migration files create, and",
            "writes the V and U files of the difference. They are tested in a scratch",
            "database, up and down, before they are written; review them all the same. Steps",
            "that lose data are commented out. Exits with 1 if there are such steps, or",
            "differences it cannot write.",
            "",
            "Examples: derrick create \"add new_field to sensor_data\",",
            "derrick create \"rename speed to rop\" --rename sensor_data.speed=rop,",
            "derrick create --empty \"fill new_field\"",
            ""
        })
public final class CreateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Parameters(
            paramLabel = "MESSAGE",
            description = "What the revision does to what, in any language: \"add user preferences table\".")
    private String message = "";

    @Option(names = "--empty", description = "Do not compare; write two files to complete by hand.")
    private boolean empty;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "TABLE.OLD=NEW for a column, OLD=NEW for a table that is renamed.")
    private List<String> renames = List.of();

    @Option(names = "--allow-destructive", description = "Do not comment out steps that lose data.")
    private boolean destructive;

    @Mixin
    private DevDatabaseOption dev = new DevDatabaseOption();

    public CreateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Description description = Description.of(message);
        description.advice().ifPresent(terminal::say);
        Optional<SourceTree> sources = SourceTree.around(Path.of(""));
        Path folder = folder(sources);
        MigrationFolder ground = MigrationFolder.in(folder);
        FolderOptions.warnOfIgnoredFiles(folder, terminal);
        GeneratedRevisions draft =
                empty ? Autogenerate.blank(ground, description) : compared(ground, description, sources);
        draft.write();
        CreateReport report = new CreateReport(draft);
        if (options.json()) {
            terminal.json(report::write);
        } else {
            report.lines().forEach(terminal.out()::println);
        }
        return (draft.isComplete() ? ExitCode.DONE : ExitCode.FINDING).number();
    }

    private Path folder(Optional<SourceTree> sources) {
        Path folder = folders.migrations()
                .or(() -> sources.map(SourceTree::migrations))
                .orElseThrow(() -> CommandFailed.usage("there is no source tree around this folder to write into; "
                        + "name a folder with --migrations DIR"));
        if (!Files.isDirectory(folder)) {
            throw CommandFailed.usage("there is no folder " + folder + "; make it, or name another with --migrations");
        }
        return folder;
    }

    private GeneratedRevisions compared(MigrationFolder ground, Description description, Optional<SourceTree> sources) {
        return dev.alone(options, terminal, scratch -> {
            Autogenerate next = new Autogenerate(ground, declared(sources), scratch);
            renames.forEach(next::rename);
            askForRenames(next);
            return next.draft(description, destructive);
        });
    }

    /** What lies beside the files that are written, else what was packaged with the platform. */
    private DeclaredSchema declared(Optional<SourceTree> sources) {
        return sources.filter(tree -> folders.arePackaged())
                .map(tree -> DeclaredSchema.in(tree.schema()))
                .orElseGet(folders::declared);
    }

    private void askForRenames(Autogenerate next) {
        if (!terminal.asks()) {
            return;
        }
        List<Rename> open = next.possibleRenames();
        for (Rename rename : open) {
            if (next.possibleRenames().contains(rename)) {
                String answer = terminal.ask("Is %s another name for %s? Type yes or no:"
                                .formatted(rename.newPath(), rename.oldPath()))
                        .orElse("");
                if (answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                    next.rename(rename.text());
                }
            }
        }
    }
}
