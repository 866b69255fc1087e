package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table.
 *
 * @param name as the script gives it; empty if the server is to find one
 * @param definition from its kind on: {@code CHECK (…) NOT VALID}
 */
public record TableConstraint(Optional<String> name, TokenSequence definition) {
    private static final List<String> KINDS = List.of("CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "EXCLUDE", "NOT");

    static Optional<TableConstraint> read(TokenReader reader) {
        Optional<String> name = reader.take("CONSTRAINT") ? reader.takeName() : Optional.empty();
        TokenSequence definition = reader.rest();
        return definition.tokens().isEmpty()
                        || !KINDS.contains(definition.first().keyword())
                ? Optional.empty()
                : Optional.of(new TableConstraint(name, definition));
    }

    /** Whether it is of this kind, named by its first keyword. */
    public boolean is(String kind) {
        return definition.starts(kind);
    }

    /** Whether the server takes it without looking at the rows there are. */
    public boolean isNotValid() {
        return definition.has("NOT", "VALID") || definition.has("NOT", "ENFORCED");
    }

    /** The index that it takes over. */
    public Optional<String> index() {
        return definition.after("USING", "INDEX").reader().takeName();
    }

    /** The columns or the expression in its first parentheses. */
    public TokenSequence inside() {
        TokenReader reader = definition.reader();
        while (reader.peek().isPresent()) {
            Optional<TokenSequence> inside = reader.takeParenthesised();
            if (inside.isPresent()) {
                return inside.get();
            }
            reader.next();
        }
        return new TokenSequence(List.of());
    }

    /** The column that holds no NULL, if that is all it says: {@code CHECK (c IS NOT NULL)} or {@code NOT NULL c}. */
    public Optional<String> columnWithoutNull() {
        TokenSequence inside = inside();
        while (inside.tokens().size() > 4 && inside.starts("(")) {
            // The server itself writes CHECK ((c IS NOT NULL)).
            inside = inside.reader().takeParenthesised().orElse(inside);
        }
        List<Token> tokens = inside.tokens();
        if (is("CHECK") && tokens.size() == 4 && inside.has("IS", "NOT", "NULL")) {
            return Optional.of(tokens.get(0).name());
        }
        TokenReader reader = definition.reader();
        return reader.take("NOT", "NULL") ? reader.takeName() : Optional.empty();
    }
}
