package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/** What ALTER TABLE says: the table, and what is done to it. */
public record AlterTable(String table, List<AlterAction> actions) {
    /** Reads a statement. */
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

    /** The actions that begin with these words. */
    public List<AlterAction> actions(String... words) {
        return actions.stream().filter(action -> action.phrase().starts(words)).toList();
    }

    /** The new name that the table itself gets. */
    public Optional<String> newName() {
        return actions("RENAME", "TO").stream()
                .findFirst()
                .flatMap(
                        action -> action.phrase().after("RENAME", "TO").reader().takeName());
    }

    /** The partition that is taken off or put on. */
    public Optional<String> partition(String verb) {
        return actions(verb, "PARTITION").stream()
                .findFirst()
                .map(action -> action.phrase().after(verb, "PARTITION"))
                .map(TokenSequence::reader)
                .flatMap(TokenReader::takeQualifiedName);
    }
}
