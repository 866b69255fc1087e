package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/**
 * What CREATE TABLE says.
 *
 * @param elements columns and constraints; empty if the table is made of a query or is a partition without any
 * @param rest what follows them
 */
public record CreateTable(String table, List<TokenSequence> elements, TokenSequence rest) {
    private static final String[] CONSTRAINT_WORDS = {
        "CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "EXCLUDE", "LIKE", "NOT"
    };

    /** Reads a statement. */
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
                    reader.takeParenthesised().map(TokenSequence::parts).orElse(List.of()).stream()
                            .filter(part -> !part.tokens().isEmpty())
                            .toList();
            return new CreateTable(table, elements, reader.rest());
        });
    }

    /** Its columns. */
    public List<ColumnDefinition> columns() {
        return elements.stream()
                .filter(element -> !element.reader().takeAny(CONSTRAINT_WORDS))
                .flatMap(element -> ColumnDefinition.read(element.reader()).stream())
                .toList();
    }

    /** The constraints that stand beside the columns. */
    public List<TableConstraint> constraints() {
        return elements.stream()
                .filter(element -> element.reader().takeAny(CONSTRAINT_WORDS))
                .flatMap(element -> TableConstraint.read(element.reader()).stream())
                .toList();
    }

    /** The columns and expressions by which its rows are spread over partitions, if they are. */
    public Optional<TokenSequence> partitionKey() {
        TokenReader reader = rest.after("PARTITION", "BY").reader();
        return reader.takeAny("RANGE", "LIST", "HASH") ? reader.takeParenthesised() : Optional.empty();
    }

    /** The table that it is a part of. */
    public Optional<String> parent() {
        return rest.starts("PARTITION", "OF")
                ? rest.after("PARTITION", "OF").reader().takeQualifiedName()
                : Optional.empty();
    }
}
