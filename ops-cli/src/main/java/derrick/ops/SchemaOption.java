package derrick.ops;

import derrick.migrations.catalog.DeclaredSchema;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which declared schema a command works with. */
public final class SchemaOption {
    @Option(
            names = "--schema",
            paramLabel = "DIR",
            description = "Folder of declared tables to use instead of those that Derrick brings along.")
    private Optional<Path> folder = Optional.empty();

    /** Reads the schema that is meant. */
    public DeclaredSchema declared() {
        return folder.map(DeclaredSchema::in).orElseGet(DeclaredSchema::packaged);
    }

    /** Whether a folder was named. */
    public boolean isGiven() {
        return folder.isPresent();
    }
}
