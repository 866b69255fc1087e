package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import java.util.List;
import java.util.Optional;

/** A column as CREATE TABLE and ADD COLUMN write it. */
public record ColumnDdl(String table, Column column) {
    /** All that is said of it, its name first. */
    public String definition() {
        return with(filling(), !column.nullable());
    }

    /** The same without what rows that exist would have to fulfil: no default, and NULL is let in. */
    public String bareDefinition() {
        return with("", false);
    }

    /** The same, but NULL is let in. */
    public String nullableDefinition() {
        return with(filling(), false);
    }

    private String with(String filling, boolean notNull) {
        boolean serial = filling.isEmpty() && isSerial() && notNull;
        return Identifiers.of(column.name())
                + " "
                + (serial ? SequenceDefinition.serial(column.type()) : TypeDdl.of(column.type()))
                + column.collation().map(name -> " COLLATE " + name).orElse("")
                + filling
                + (notNull && !serial ? " NOT NULL" : "");
    }

    private boolean isSerial() {
        return SequenceDefinition.of(column)
                .filter(numbers -> !numbers.isIdentity() && numbers.isSerial(table, column))
                .isPresent();
    }

    private String filling() {
        if (isSerial()) {
            return "";
        }
        if (column.filling() instanceof ColumnDefault.Default value) {
            return " DEFAULT " + expression(value.expression());
        }
        if (column.filling() instanceof ColumnDefault.Identity) {
            return " " + identity();
        }
        return column.filling().text().map(text -> " " + text).orElse("");
    }

    /** How an identity column is said to be one. */
    public String identity() {
        String options = SequenceDefinition.of(column)
                .filter(numbers -> !numbers.areUsual())
                .map(numbers -> " (" + numbers.options() + ")")
                .orElse("");
        return column.filling().text().orElseThrow() + options;
    }

    /** The expression of a default, without the cast that the server writes after a plain text. */
    public static String expression(String expression) {
        return expression.replaceFirst("^('(?:[^']|'')*')::(?:character varying|text)$", "$1");
    }

    /** What has to be there before the column: a sequence with a name or numbers of its own. */
    public List<String> before() {
        return ownSequence()
                .map(numbers -> "CREATE SEQUENCE " + numbers.name().orElseThrow() + " AS " + numbers.definition())
                .stream()
                .toList();
    }

    /** What has to be said once it is there. */
    public List<String> after() {
        return ownSequence()
                .map(numbers -> "ALTER SEQUENCE " + numbers.name().orElseThrow() + " OWNED BY " + table + "."
                        + Identifiers.of(column.name()))
                .stream()
                .toList();
    }

    private Optional<SequenceDefinition> ownSequence() {
        return SequenceDefinition.of(column)
                .filter(numbers -> !numbers.isIdentity() && !numbers.isSerial(table, column));
    }

    /** The comment on it. */
    public String comment() {
        return CommentOn.on("COLUMN " + table + "." + Identifiers.of(column.name()), column.comment());
    }
}
