package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/** A DROP statement with the names of the dropped objects. */
public record Drop(List<String> names, boolean concurrently, boolean ifExists) {
    /** Parses a statement that drops objects of one kind, such as TABLE; empty for others. */
    public static Optional<Drop> of(Statement statement, String... kind) {
        TokenReader reader = statement.reader();
        if (!reader.take("DROP") || !reader.take(kind)) {
            return Optional.empty();
        }
        boolean concurrently = reader.take("CONCURRENTLY");
        boolean ifExists = reader.take("IF", "EXISTS");
        List<String> names = reader.rest().parts().stream()
                .map(TokenSequence::reader)
                .flatMap(part -> part.takeQualifiedName().stream())
                .toList();
        return Optional.of(new Drop(names, concurrently, ifExists));
    }
}
