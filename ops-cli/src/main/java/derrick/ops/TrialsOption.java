package derrick.ops;

import derrick.migrations.catalog.ScratchSchema;
import derrick.migrations.database.Database;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where scripts are tried out, if not in the database that a command works on. */
public final class TrialsOption {
    @Option(
            names = "--dev-url",
            paramLabel = "URL",
            description = "Run the files in a scratch schema of this database instead.")
    private Optional<String> devUrl = Optional.empty();

    /** Opens a place for trials that needs no other database. */
    public Database open(CommonOptions options, Terminal terminal) {
        return options.openForTrials(devUrl, terminal);
    }

    /** Does work that needs a scratch schema: in the database itself, unless another is named. */
    public <T> T inScratch(
            Database database, CommonOptions options, Terminal terminal, Function<ScratchSchema, T> work) {
        if (devUrl.isEmpty()) {
            return work.apply(new ScratchSchema(database.dataSource()));
        }
        try (Database place = open(options, terminal)) {
            return work.apply(new ScratchSchema(place.dataSource()));
        }
    }
}
