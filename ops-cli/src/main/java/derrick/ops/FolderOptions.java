package derrick.ops;

import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.revision.IgnoredFiles;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.ScriptFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Which revisions and which declared tables a command of the schema works with. Every one of them takes both, so that a
 * script may name its folders alike wherever it goes.
 */
public final class FolderOptions {
    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "Folder of V and U scripts to use instead of those that Derrick brings along.")
    private Optional<Path> migrations = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "DIR",
            description = "Folder of declared tables, which create and check read, to use instead.")
    private Optional<Path> schema = Optional.empty();

    /**
     * Reads the revisions that are meant, and warns of the files beside them that do not run.
     *
     * @throws derrick.migrations.revision.MalformedRevisions if the folder is not in order
     */
    public Revisions revisions(Terminal terminal) {
        if (migrations.isEmpty()) {
            return Revisions.packaged();
        }
        Revisions revisions = Revisions.in(migrations.get());
        warnOfIgnoredFiles(migrations.get(), terminal);
        return revisions;
    }

    /** Warns of the files in a folder that look as if they should run and do not. */
    public static void warnOfIgnoredFiles(Path folder, Terminal terminal) {
        new IgnoredFiles(new ScriptFolder.OnDisk(folder)).warnings().forEach(terminal::warn);
    }

    /** The folder of scripts that was named. */
    public Optional<Path> migrations() {
        return migrations;
    }

    /** Reads the declared schema that is meant. */
    public DeclaredSchema declared() {
        return schema.map(DeclaredSchema::in).orElseGet(DeclaredSchema::packaged);
    }

    /** Whether neither was named. */
    public boolean arePackaged() {
        return migrations.isEmpty() && schema.isEmpty();
    }
}
