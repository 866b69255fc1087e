package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/**
 * A CREATE INDEX statement.
 *
 * @param name empty if the server generates the name
 * @param only true for ON ONLY, which builds no index on partitions
 * @param columns the plain columns, without expressions
 */
public record CreateIndex(
        Optional<String> name,
        String table,
        boolean unique,
        boolean concurrently,
        boolean ifNotExists,
        boolean only,
        List<String> columns) {
    /** Parses a statement; empty if it is of another kind. */
    public static Optional<CreateIndex> of(Statement statement) {
        TokenReader reader = statement.reader();
        boolean unique = reader.take("CREATE", "UNIQUE", "INDEX");
        if (!unique && !reader.take("CREATE", "INDEX")) {
            return Optional.empty();
        }
        boolean concurrently = reader.take("CONCURRENTLY");
        boolean ifNotExists = reader.take("IF", "NOT", "EXISTS");
        Optional<String> name = reader.take("ON") ? Optional.empty() : reader.takeQualifiedName();
        if (name.isPresent()) {
            reader.take("ON");
        }
        boolean only = reader.take("ONLY");
        return reader.takeQualifiedName()
                .map(table -> new CreateIndex(name, table, unique, concurrently, ifNotExists, only, columns(reader)));
    }

    private static List<String> columns(TokenReader reader) {
        if (reader.take("USING")) {
            reader.takeName();
        }
        return reader.takeParenthesized().map(TokenSequence::parts).orElse(List.of()).stream()
                .filter(part -> part.tokens().stream().noneMatch(token -> token.is("(")))
                .flatMap(part -> part.reader().takeName().stream())
                .toList();
    }
}
