package derrick.ops.revision;

import derrick.migrations.catalog.CatalogDifference;
import derrick.ops.CommandFailed;
import derrick.ops.ExitCode;
import derrick.ops.Terminal;
import java.util.List;

/** The differences between a database and the schema that a command expects. */
record DifferenceList(List<CatalogDifference> all) {
    private static final int SHOWN = 10;

    /** Names the first of them, and fails for that reason. */
    CommandFailed refusal(Terminal terminal, String reason) {
        all.stream().limit(SHOWN).forEach(difference -> terminal.say(difference.sentence("the database")));
        if (all.size() > SHOWN) {
            terminal.say("and %d more".formatted(all.size() - SHOWN));
        }
        return new CommandFailed(ExitCode.REFUSED, reason);
    }
}
