package derrick.ops;

import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.revision.IgnoredFiles;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.ScriptFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The folders of the revisions and of the declared schema. Every schema command takes both options, so that a script
 * can pass the same ones everywhere.
 */
public final class FolderOptions {
    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "Folder of V and U scripts (default: the packaged ones).")
    private Optional<Path> migrations = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "DIR",
            description = "Folder of the declared schema (default: the packaged one).")
    private Optional<Path> schema = Optional.empty();

    /**
     * Reads the revisions, and warns of files beside them that are ignored.
     *
     * @throws derrick.migrations.revision.MalformedRevisions if two files clash, or a name is malformed
     */
    public Revisions revisions(Terminal terminal) {
        if (migrations.isEmpty()) {
            return Revisions.packaged();
        }
        Revisions revisions = Revisions.in(migrations.get());
        warnOfIgnoredFiles(migrations.get(), terminal);
        return revisions;
    }

    /** Warns of files that look like scripts and are ignored. */
    public static void warnOfIgnoredFiles(Path folder, Terminal terminal) {
        new IgnoredFiles(new ScriptFolder.OnDisk(folder)).warnings().forEach(terminal::warn);
    }

    /** Returns the folder of scripts, if one was given. */
    public Optional<Path> migrations() {
        return migrations;
    }

    /** Reads the declared schema. */
    public DeclaredSchema declared() {
        return schema.map(DeclaredSchema::in).orElseGet(DeclaredSchema::packaged);
    }

    /** True if neither option was given. */
    public boolean arePackaged() {
        return migrations.isEmpty() && schema.isEmpty();
    }
}
