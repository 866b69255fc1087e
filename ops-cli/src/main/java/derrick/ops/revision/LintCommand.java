package derrick.ops.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.lint.Finding;
import derrick.migrations.lint.Lint;
import derrick.migrations.revision.Script;
import derrick.ops.ExitCode;
import derrick.ops.FolderOptions;
import derrick.ops.OutputOptions;
import derrick.ops.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code derrick lint}: needs no database. */
@Command(
        name = "lint",
        header = "Find unsafe statements in migration files.",
        description = {
            "Checks all revisions, or the named files, and prints for each finding the line,",
            "the rule, the reason, and the fix.",
            "A comment '-- lint:allow RULE because REASON' before a statement allows it.",
            "Exits with 1 if there are findings.",
            "",
            "Example: derrick lint migrations/V003__add_remarks.sql",
            ""
        })
public final class LintCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "A file to check; the other files of its folder define the schema before it.")
    private List<Path> files = List.of();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Finding> findings = files.isEmpty()
                ? Lint.check(folders.revisions(terminal))
                : files.stream().flatMap(LintCommand::findingsIn).toList();
        if (output.json()) {
            terminal.json(generator -> {
                generator.writeStartArray();
                for (Finding finding : findings) {
                    write(finding, generator);
                }
                generator.writeEndArray();
            });
        } else {
            findings.forEach(this::print);
        }
        return (findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDING).number();
    }

    private static Stream<Finding> findingsIn(Path file) {
        Script checked = script(file);
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> neighbours = Files.list(folder)) {
            List<Script> scripts = neighbours
                    .filter(path -> path.toString().endsWith(".sql") && !path.equals(file.toAbsolutePath()))
                    .map(LintCommand::script)
                    .toList();
            return Lint.check(
                            Stream.concat(Stream.of(checked), scripts.stream()).toList())
                    .stream()
                    .filter(finding -> finding.file().equals(checked.path()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Script script(Path file) {
        try {
            return new Script(file.getFileName().toString(), file.toString(), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void print(Finding finding) {
        terminal.out().printf("%s:%d: %s%n", finding.file(), finding.line(), finding.rule());
        terminal.out().println("  " + finding.why());
        terminal.out().println("  " + finding.fix());
    }

    private static void write(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", finding.file());
        json.writeNumberField("line", finding.line());
        json.writeStringField("rule", finding.rule());
        json.writeStringField("why", finding.why());
        json.writeStringField("cure", finding.fix());
        json.writeEndObject();
    }
}
