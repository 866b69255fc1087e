package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import java.util.List;
import java.util.Optional;

/** The DDL of a column in CREATE TABLE and ADD COLUMN. */
public record ColumnDdl(String table, Column column) {
    /** Returns the whole column definition. */
    public String definition() {
        return definition(defaultClause(), !column.nullable());
    }

    /** Returns the definition without DEFAULT and NOT NULL. */
    public String bareDefinition() {
        return definition("", false);
    }

    /** Returns the definition without NOT NULL. */
    public String nullableDefinition() {
        return definition(defaultClause(), false);
    }

    private String definition(String defaultClause, boolean notNull) {
        boolean serial = defaultClause.isEmpty() && isSerial() && notNull;
        return Identifiers.of(column.name())
                + " "
                + (serial ? SequenceDefinition.serialType(column.type()) : TypeDdl.of(column.type()))
                + column.collation().map(name -> " COLLATE " + name).orElse("")
                + defaultClause
                + (notNull && !serial ? " NOT NULL" : "");
    }

    private boolean isSerial() {
        return SequenceDefinition.of(column)
                .filter(sequence -> !sequence.isIdentity() && sequence.isSerial(table, column))
                .isPresent();
    }

    private String defaultClause() {
        if (isSerial()) {
            return "";
        }
        if (column.defaultValue() instanceof ColumnDefault.Default value) {
            return " DEFAULT " + expression(value.expression());
        }
        if (column.defaultValue() instanceof ColumnDefault.Identity) {
            return " " + identity();
        }
        return column.defaultValue().text().map(text -> " " + text).orElse("");
    }

    /** Returns the GENERATED AS IDENTITY clause. */
    public String identity() {
        String options = SequenceDefinition.of(column)
                .filter(sequence -> !sequence.hasDefaultOptions())
                .map(sequence -> " (" + sequence.options() + ")")
                .orElse("");
        return column.defaultValue().text().orElseThrow() + options;
    }

    /** Returns a default expression without the cast to a text type that the server prints after a string. */
    public static String expression(String expression) {
        return expression.replaceFirst("^('(?:[^']|'')*')::(?:character varying|text)$", "$1");
    }

    /** Returns the statement that creates the sequence of the column, unless serial or IDENTITY implies it. */
    public List<String> createSequence() {
        return explicitSequence()
                .map(sequence -> "CREATE SEQUENCE " + sequence.name().orElseThrow() + " AS " + sequence.definition())
                .stream()
                .toList();
    }

    /** Returns the statement that makes the column own its sequence, unless serial or IDENTITY implies it. */
    public List<String> ownSequence() {
        return explicitSequence()
                .map(sequence -> "ALTER SEQUENCE " + sequence.name().orElseThrow() + " OWNED BY " + table + "."
                        + Identifiers.of(column.name()))
                .stream()
                .toList();
    }

    private Optional<SequenceDefinition> explicitSequence() {
        return SequenceDefinition.of(column)
                .filter(sequence -> !sequence.isIdentity() && !sequence.isSerial(table, column));
    }

    /** Returns the COMMENT ON statement. */
    public String comment() {
        return CommentOn.on("COLUMN " + table + "." + Identifiers.of(column.name()), column.comment());
    }
}
