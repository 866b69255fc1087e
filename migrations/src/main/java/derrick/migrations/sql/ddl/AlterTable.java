package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/** An ALTER TABLE statement. */
public record AlterTable(String table, List<AlterAction> actions) {
    /** Parses a statement; empty if it is of another kind. */
    public static Optional<AlterTable> of(Statement statement) {
        TokenReader reader = statement.reader();
        if (!reader.take("ALTER", "TABLE") && !reader.take("ALTER", "FOREIGN", "TABLE")) {
            return Optional.empty();
        }
        reader.take("IF", "EXISTS");
        reader.take("ONLY");
        return reader.takeQualifiedName().map(table -> {
            reader.take("*");
            return new AlterTable(
                    table,
                    reader.rest().parts().stream()
                            .filter(part -> !part.tokens().isEmpty())
                            .map(AlterAction::new)
                            .toList());
        });
    }

    /** Returns the actions that start with these words. */
    public List<AlterAction> actions(String... words) {
        return actions.stream().filter(action -> action.words().starts(words)).toList();
    }

    /** Returns the new name of a renamed table. */
    public Optional<String> newName() {
        return actions("RENAME", "TO").stream()
                .findFirst()
                .flatMap(action -> action.words().after("RENAME", "TO").reader().takeName());
    }

    /** Returns the partition that is attached or detached. */
    public Optional<String> partition(String verb) {
        return actions(verb, "PARTITION").stream()
                .findFirst()
                .map(action -> action.words().after(verb, "PARTITION"))
                .map(TokenSequence::reader)
                .flatMap(TokenReader::takeQualifiedName);
    }
}
