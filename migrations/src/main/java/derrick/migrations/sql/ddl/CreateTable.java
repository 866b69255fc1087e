package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/**
 * A CREATE TABLE statement.
 *
 * @param elements columns and constraints; empty for CREATE TABLE AS and for partitions without them
 * @param rest the tokens after the elements
 */
public record CreateTable(String table, List<TokenSequence> elements, TokenSequence rest) {
    private static final String[] CONSTRAINT_WORDS = {
        "CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "EXCLUDE", "LIKE", "NOT"
    };

    /** Parses a statement; empty if it is of another kind. */
    public static Optional<CreateTable> of(Statement statement) {
        TokenReader reader = statement.reader();
        if (!reader.take("CREATE")) {
            return Optional.empty();
        }
        reader.takeAny("GLOBAL", "LOCAL");
        reader.takeAny("TEMPORARY", "TEMP", "UNLOGGED", "FOREIGN");
        if (!reader.take("TABLE")) {
            return Optional.empty();
        }
        reader.take("IF", "NOT", "EXISTS");
        return reader.takeQualifiedName().map(table -> {
            List<TokenSequence> elements =
                    reader.takeParenthesized().map(TokenSequence::parts).orElse(List.of()).stream()
                            .filter(part -> !part.tokens().isEmpty())
                            .toList();
            return new CreateTable(table, elements, reader.rest());
        });
    }

    /** Returns its columns. */
    public List<ColumnDefinition> columns() {
        return elements.stream()
                .filter(element -> !element.reader().takeAny(CONSTRAINT_WORDS))
                .flatMap(element -> ColumnDefinition.read(element.reader()).stream())
                .toList();
    }

    /** Returns its table constraints. */
    public List<TableConstraint> constraints() {
        return elements.stream()
                .filter(element -> element.reader().takeAny(CONSTRAINT_WORDS))
                .flatMap(element -> TableConstraint.read(element.reader()).stream())
                .toList();
    }

    /** Returns the partition key of a partitioned table. */
    public Optional<TokenSequence> partitionKey() {
        TokenReader reader = rest.after("PARTITION", "BY").reader();
        return reader.takeAny("RANGE", "LIST", "HASH") ? reader.takeParenthesized() : Optional.empty();
    }

    /** Returns the parent of a partition. */
    public Optional<String> parent() {
        return rest.starts("PARTITION", "OF")
                ? rest.after("PARTITION", "OF").reader().takeQualifiedName()
                : Optional.empty();
    }
}
