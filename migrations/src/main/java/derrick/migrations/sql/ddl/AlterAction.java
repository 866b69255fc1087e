package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/** One of the things that an ALTER TABLE does; they are parted by commas. */
public record AlterAction(TokenSequence phrase) {
    private static final List<String> CONSTRAINT_WORDS =
            List.of("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "EXCLUDE", "NOT");

    /** A column and the type that it is to have. */
    public record NewType(String column, TypeName type, boolean converted) {}

    /** A column and the name that it is to have. */
    public record NewName(String column, String newName) {}

    /** Where it begins. */
    public Token at() {
        return phrase.first();
    }

    /** The column that it adds. */
    public Optional<ColumnDefinition> addedColumn() {
        TokenReader reader = phrase.reader();
        if (!reader.take("ADD") || startsConstraint(reader)) {
            return Optional.empty();
        }
        reader.take("COLUMN");
        reader.take("IF", "NOT", "EXISTS");
        return ColumnDefinition.read(reader);
    }

    /** The constraint that it adds. */
    public Optional<TableConstraint> addedConstraint() {
        TokenReader reader = phrase.reader();
        return reader.take("ADD") && startsConstraint(reader) ? TableConstraint.read(reader) : Optional.empty();
    }

    /** The constraint whose rows it has the server look at. */
    public Optional<String> validatedConstraint() {
        return phrase.after("VALIDATE", "CONSTRAINT").reader().takeName();
    }

    /** The constraint that it drops. */
    public Optional<String> droppedConstraint() {
        TokenReader reader = phrase.reader();
        if (!reader.take("DROP", "CONSTRAINT")) {
            return Optional.empty();
        }
        reader.take("IF", "EXISTS");
        return reader.takeName();
    }

    /** The column that it drops. */
    public Optional<String> droppedColumn() {
        TokenReader reader = phrase.reader();
        if (!reader.take("DROP") || reader.take("CONSTRAINT")) {
            return Optional.empty();
        }
        reader.take("COLUMN");
        reader.take("IF", "EXISTS");
        return reader.takeName();
    }

    /** The column that it gives another type. */
    public Optional<NewType> newType() {
        TokenReader reader = phrase.reader();
        Optional<String> column = alteredColumn(reader);
        reader.take("SET", "DATA");
        return reader.take("TYPE")
                ? column.flatMap(name -> TypeName.read(reader).map(type -> newType(name, type, reader.rest())))
                : Optional.empty();
    }

    private static NewType newType(String column, TypeName type, TokenSequence rest) {
        return new NewType(column, type, !(rest.tokens().isEmpty() || isCast(rest, column, type)));
    }

    /** USING c::varchar(50) is what the server does anyway. */
    private static boolean isCast(TokenSequence rest, String column, TypeName type) {
        TokenReader reader = rest.reader();
        return reader.take("USING")
                && reader.takeName().filter(column::equals).isPresent()
                && reader.take(":", ":")
                && TypeName.read(reader).filter(type::equals).isPresent()
                && reader.peek().isEmpty();
    }

    /** The column that is to hold no NULL any more. */
    public Optional<String> columnSetNotNull() {
        TokenReader reader = phrase.reader();
        return alteredColumn(reader).filter(column -> reader.take("SET", "NOT", "NULL"));
    }

    /** The column that may hold NULL from now on. */
    public Optional<String> columnDropNotNull() {
        TokenReader reader = phrase.reader();
        return alteredColumn(reader).filter(column -> reader.take("DROP", "NOT", "NULL"));
    }

    /** The column whose values are computed in another way from now on. */
    public Optional<String> columnSetExpression() {
        TokenReader reader = phrase.reader();
        return alteredColumn(reader).filter(column -> reader.take("SET", "EXPRESSION"));
    }

    /** The column that it renames. */
    public Optional<NewName> newName() {
        TokenReader reader = phrase.reader();
        if (!reader.take("RENAME") || reader.takeAny("TO", "CONSTRAINT")) {
            return Optional.empty();
        }
        reader.take("COLUMN");
        Optional<String> column = reader.takeName();
        reader.take("TO");
        return column.flatMap(old -> reader.takeName().map(name -> new NewName(old, name)));
    }

    private static Optional<String> alteredColumn(TokenReader reader) {
        if (!reader.take("ALTER") || reader.take("CONSTRAINT")) {
            return Optional.empty();
        }
        reader.take("COLUMN");
        return reader.takeName();
    }

    private static boolean startsConstraint(TokenReader reader) {
        return reader.peek()
                .map(Token::keyword)
                .filter(CONSTRAINT_WORDS::contains)
                .isPresent();
    }
}
