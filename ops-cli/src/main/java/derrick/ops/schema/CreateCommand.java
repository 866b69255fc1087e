package derrick.ops.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.diff.Autogenerate;
import derrick.migrations.diff.Description;
import derrick.migrations.diff.GeneratedRevisions;
import derrick.migrations.diff.GeneratedRevisions.RevisionFiles;
import derrick.migrations.diff.MigrationFolder;
import derrick.migrations.diff.change.Rename;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.DevDatabaseOption;
import derrick.ops.ExitCode;
import derrick.ops.FolderOptions;
import derrick.ops.LineWrapper;
import derrick.ops.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            "differences that it cannot write.",
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
            description = "What the revision changes, in any language: \"add user preferences table\".")
    private String message = "";

    @Option(names = "--empty", description = "Do not compare; write two files without statements.")
    private boolean empty;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "Rename a column (TABLE.OLD=NEW) or a table (OLD=NEW).")
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
        MigrationFolder existing = MigrationFolder.in(folder);
        FolderOptions.warnOfIgnoredFiles(folder, terminal);
        GeneratedRevisions generated =
                empty ? Autogenerate.blank(existing, description) : compared(existing, description, sources);
        generated.write();
        if (options.json()) {
            terminal.json(json -> write(generated, json));
        } else {
            lines(generated).forEach(terminal.out()::println);
        }
        return (generated.isComplete() ? ExitCode.DONE : ExitCode.FINDING).number();
    }

    private Path folder(Optional<SourceTree> sources) {
        Path folder = folders.migrations()
                .or(() -> sources.map(SourceTree::migrations))
                .orElseThrow(() -> CommandFailed.usage(
                        "this folder is not in a source tree; name the folder to write to: --migrations DIR"));
        if (!Files.isDirectory(folder)) {
            throw CommandFailed.usage(
                    "there is no folder %s; create it, or name another with --migrations".formatted(folder));
        }
        return folder;
    }

    private GeneratedRevisions compared(
            MigrationFolder existing, Description description, Optional<SourceTree> sources) {
        return dev.alone(options, terminal, scratch -> {
            Autogenerate autogenerate = new Autogenerate(existing, declared(sources), scratch);
            renames.forEach(autogenerate::rename);
            askForRenames(autogenerate);
            return autogenerate.generate(description, destructive);
        });
    }

    /** Returns the declared schema beside the files to write, else the packaged one. */
    private DeclaredSchema declared(Optional<SourceTree> sources) {
        return sources.filter(tree -> folders.arePackaged())
                .map(tree -> DeclaredSchema.in(tree.schema()))
                .orElseGet(folders::declared);
    }

    private void askForRenames(Autogenerate autogenerate) {
        if (!terminal.inIsTerminal()) {
            return;
        }
        for (Rename rename : autogenerate.possibleRenames()) {
            if (autogenerate.possibleRenames().contains(rename)) {
                String answer = terminal.ask("Is %s another name for %s? Type yes or no:"
                                .formatted(rename.newPath(), rename.oldPath()))
                        .orElse("");
                if (answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                    autogenerate.rename(rename.text());
                }
            }
        }
    }

    /** Returns the report for a person, each line at most 80 characters, unless a name alone is longer. */
    private static List<String> lines(GeneratedRevisions generated) {
        List<String> lines = new ArrayList<>();
        if (generated.revisions().isEmpty() && generated.unsupported().isEmpty()) {
            lines.add("the files create the declared schema; nothing to write");
            CheckReport.notCompared(CheckReport.neverComparedAnd("grants, unless declared"))
                    .forEach(lines::add);
        }
        if (!generated.revisions().isEmpty()) {
            lines.add("in " + generated.folder());
            for (RevisionFiles files : generated.revisions()) {
                lines.add("wrote " + files.upgrade().file());
                lines.add("wrote " + files.downgrade().file());
            }
        }
        addSection("look at this before you run the files:", generated.remarks(), lines);
        addSection(
                "commented out, because it loses data (include it with --allow-destructive):",
                generated.commentedOut(),
                lines);
        addSection("not written, because create does not support it:", unsupported(generated), lines);
        return lines;
    }

    private static void addSection(String heading, List<String> items, List<String> lines) {
        if (!items.isEmpty()) {
            lines.add(heading);
            items.forEach(item -> lines.addAll(LineWrapper.lines("  ", item)));
        }
    }

    private static List<String> unsupported(GeneratedRevisions generated) {
        return generated.unsupported().stream()
                .map(difference -> difference.sentence("the files"))
                .toList();
    }

    /** Writes the report for a program. */
    private static void write(GeneratedRevisions generated, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("written");
        for (RevisionFiles files : generated.revisions()) {
            json.writeStartObject();
            json.writeStringField("revision", files.id());
            json.writeStringField("name", files.name());
            json.writeStringField("upgrade", files.upgrade().path());
            json.writeStringField("downgrade", files.downgrade().path());
            json.writeBooleanField("transactional", files.upgrade().isTransactional());
            json.writeEndObject();
        }
        json.writeEndArray();
        Terminal.writeStrings("remarks", generated.remarks(), json);
        Terminal.writeStrings("commented_out", generated.commentedOut(), json);
        Terminal.writeStrings("not_written", unsupported(generated), json);
        json.writeEndObject();
    }
}
