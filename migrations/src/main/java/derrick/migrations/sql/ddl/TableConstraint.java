package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/**
 * A table constraint.
 *
 * @param name empty if the server generates the name
 * @param definition the tokens from its kind on: {@code CHECK (…) NOT VALID}
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

    /** Returns true if its first keyword is this one. */
    public boolean is(String kind) {
        return definition.starts(kind);
    }

    /** Returns true for NOT VALID and NOT ENFORCED, which do not check existing rows. */
    public boolean isNotValid() {
        return definition.has("NOT", "VALID") || definition.has("NOT", "ENFORCED");
    }

    /** Returns the index of USING INDEX. */
    public Optional<String> index() {
        return definition.after("USING", "INDEX").reader().takeName();
    }

    /** Returns the content of its first parentheses: columns or an expression. */
    public TokenSequence inside() {
        TokenReader reader = definition.reader();
        while (reader.peek().isPresent()) {
            Optional<TokenSequence> inside = reader.takeParenthesized();
            if (inside.isPresent()) {
                return inside.get();
            }
            reader.next();
        }
        return new TokenSequence(List.of());
    }

    /** Returns the column of {@code CHECK (c IS NOT NULL)} or {@code NOT NULL c}. */
    public Optional<String> columnWithoutNull() {
        TokenSequence inside = inside();
        while (inside.tokens().size() > 4 && inside.starts("(")) {
            // pg_get_constraintdef returns CHECK ((c IS NOT NULL)).
            inside = inside.reader().takeParenthesized().orElse(inside);
        }
        List<Token> tokens = inside.tokens();
        if (is("CHECK") && tokens.size() == 4 && inside.has("IS", "NOT", "NULL")) {
            return Optional.of(tokens.get(0).name());
        }
        TokenReader reader = definition.reader();
        return reader.take("NOT", "NULL") ? reader.takeName() : Optional.empty();
    }
}
