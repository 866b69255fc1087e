package derrick.migrations.lint;

import derrick.migrations.sql.Phrase;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.CreateIndex;
import java.util.stream.Stream;

/** Whether a statement can be run again after it was done. Those that have no form in which they can are let pass. */
final class Repeatability {
    private Repeatability() {}

    static boolean failsWhenRepeated(Statement statement) {
        Phrase phrase = statement.phrase();
        if (phrase.starts("CREATE")) {
            return creates(statement, phrase);
        }
        if (phrase.starts("DROP")) {
            return !phrase.has("IF", "EXISTS");
        }
        if (phrase.starts("INSERT")) {
            return !phrase.has("ON", "CONFLICT");
        }
        return AlterTable.of(statement).stream()
                .flatMap(alter -> alter.actions().stream())
                .anyMatch(action -> changes(action.phrase()));
    }

    private static boolean creates(Statement statement, Phrase phrase) {
        boolean formless =
                Stream.of("DATABASE", "TABLESPACE", "SUBSCRIPTION").anyMatch(kind -> phrase.starts("CREATE", kind));
        return !formless
                && !phrase.starts("CREATE", "OR", "REPLACE")
                && !(phrase.has("IF", "NOT", "EXISTS")
                        && CreateIndex.of(statement).stream().allMatch(CreateIndex::ifNotExists));
    }

    private static boolean changes(Phrase action) {
        return action.starts("RENAME")
                || (action.starts("ADD") && !action.has("IF", "NOT", "EXISTS"))
                || (action.starts("DROP") && !action.has("IF", "EXISTS") && !action.has("DROP", "CONSTRAINT", "IF"));
    }
}
