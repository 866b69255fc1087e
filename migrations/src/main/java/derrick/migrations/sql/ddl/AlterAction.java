package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;

/** An action of ALTER TABLE. */
public record AlterAction(TokenSequence words) {
    private static final List<String> CONSTRAINT_WORDS =
            List.of("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "EXCLUDE", "NOT");

    /** A column and its new type. */
    public record NewType(String column, TypeName type, boolean converted) {}

    /** A column and its new name. */
    public record NewName(String column, String newName) {}

    /** Returns its first token. */
    public Token at() {
        return words.first();
    }

    /** Returns the added column. */
    public Optional<ColumnDefinition> addedColumn() {
        TokenReader reader = words.reader();
        if (!reader.take("ADD") || startsConstraint(reader)) {
            return Optional.empty();
        }
        reader.take("COLUMN");
        reader.take("IF", "NOT", "EXISTS");
        return ColumnDefinition.read(reader);
    }

    /** Returns the added constraint. */
    public Optional<TableConstraint> addedConstraint() {
        TokenReader reader = words.reader();
        return reader.take("ADD") && startsConstraint(reader) ? TableConstraint.read(reader) : Optional.empty();
    }

    /** Returns the name of the constraint that it validates. */
    public Optional<String> validatedConstraint() {
        return words.after("VALIDATE", "CONSTRAINT").reader().takeName();
    }

    /** Returns the name of the dropped constraint. */
    public Optional<String> droppedConstraint() {
        TokenReader reader = words.reader();
        if (!reader.take("DROP", "CONSTRAINT")) {
            return Optional.empty();
        }
        reader.take("IF", "EXISTS");
        return reader.takeName();
    }

    /** Returns the name of the dropped column. */
    public Optional<String> droppedColumn() {
        TokenReader reader = words.reader();
        if (!reader.take("DROP") || reader.take("CONSTRAINT")) {
            return Optional.empty();
        }
        reader.take("COLUMN");
        reader.take("IF", "EXISTS");
        return reader.takeName();
    }

    /** Returns the column whose type it changes. */
    public Optional<NewType> newType() {
        TokenReader reader = words.reader();
        Optional<String> column = alteredColumn(reader);
        reader.take("SET", "DATA");
        return reader.take("TYPE")
                ? column.flatMap(name -> TypeName.read(reader).map(type -> newType(name, type, reader.rest())))
                : Optional.empty();
    }

    private static NewType newType(String column, TypeName type, TokenSequence rest) {
        return new NewType(column, type, !(rest.tokens().isEmpty() || isCast(rest, column, type)));
    }

    /** Returns true if USING only casts to the new type, which is the default. */
    private static boolean isCast(TokenSequence rest, String column, TypeName type) {
        TokenReader reader = rest.reader();
        return reader.take("USING")
                && reader.takeName().filter(column::equals).isPresent()
                && reader.take(":", ":")
                && TypeName.read(reader).filter(type::equals).isPresent()
                && reader.peek().isEmpty();
    }

    /** Returns the column of SET NOT NULL. */
    public Optional<String> columnSetNotNull() {
        TokenReader reader = words.reader();
        return alteredColumn(reader).filter(column -> reader.take("SET", "NOT", "NULL"));
    }

    /** Returns the column of DROP NOT NULL. */
    public Optional<String> columnDropNotNull() {
        TokenReader reader = words.reader();
        return alteredColumn(reader).filter(column -> reader.take("DROP", "NOT", "NULL"));
    }

    /** Returns the column of SET EXPRESSION. */
    public Optional<String> columnSetExpression() {
        TokenReader reader = words.reader();
        return alteredColumn(reader).filter(column -> reader.take("SET", "EXPRESSION"));
    }

    /** Returns the renamed column. */
    public Optional<NewName> newName() {
        TokenReader reader = words.reader();
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
