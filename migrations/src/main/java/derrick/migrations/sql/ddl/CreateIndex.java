package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/**
 * What CREATE INDEX says.
 *
 * @param name empty if the server is to find one
 * @param only whether partitions are left out, so that nothing is built yet if there are any
 * @param columns the columns that stand in it by themselves, without an expression
 */
public record CreateIndex(
        Optional<String> name,
        String table,
        boolean unique,
        boolean concurrently,
        boolean ifNotExists,
        boolean only,
        List<String> columns) {
    /** Reads a statement. */
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
        return reader.takeParenthesised().map(TokenSequence::parts).orElse(List.of()).stream()
                .filter(part -> part.tokens().stream().noneMatch(token -> token.is("(")))
                .flatMap(part -> part.reader().takeName().stream())
                .toList();
    }
}
