package derrick.ops;

import derrick.migrations.revision.Revisions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which revisions a command of the schema works with. */
public final class MigrationsOption {
    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "Folder of V and U scripts to use instead of those that Derrick brings along.")
    private Optional<Path> folder = Optional.empty();

    /**
     * Reads the revisions that are meant.
     *
     * @throws derrick.migrations.revision.MalformedRevisions if the folder is not in order
     */
    public Revisions revisions() {
        return folder.map(Revisions::in).orElseGet(Revisions::packaged);
    }

    /** The folder that was named. */
    public Optional<Path> folder() {
        return folder;
    }
}
