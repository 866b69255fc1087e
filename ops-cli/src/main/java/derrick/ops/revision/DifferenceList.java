package derrick.ops.revision;

import derrick.migrations.catalog.CatalogDifference;
import derrick.ops.CommandFailed;
import derrick.ops.ExitCode;
import derrick.ops.Terminal;
import java.util.List;

/** The differences between a database and the schema that a command expects. */
record DifferenceList(List<CatalogDifference> all) {
    private static final int LIMIT = 10;

    /** Prints the first ten, and returns the exception that refuses the command for the reason. */
    CommandFailed refusal(Terminal terminal, String reason) {
        all.stream().limit(LIMIT).forEach(difference -> terminal.say(difference.sentence("the database")));
        if (all.size() > LIMIT) {
            terminal.say("and %d more".formatted(all.size() - LIMIT));
        }
        return new CommandFailed(ExitCode.REFUSED, reason);
    }
}
