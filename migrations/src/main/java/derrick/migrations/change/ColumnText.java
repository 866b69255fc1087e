package derrick.migrations.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Filling;
import java.util.List;
import java.util.Optional;

/** A column as CREATE TABLE and ADD COLUMN write it. */
record ColumnText(String table, Column column) {
    /** All that is said of it, its name first. */
    String definition() {
        return with(filling(), !column.nullable());
    }

    /** The same without what rows that exist would have to fulfil: no default, and NULL is let in. */
    String bareDefinition() {
        return with("", false);
    }

    /** The same, but NULL is let in. */
    String nullableDefinition() {
        return with(filling(), false);
    }

    private String with(String filling, boolean notNull) {
        boolean serial = filling.isEmpty() && isSerial() && notNull;
        return Names.of(column.name())
                + " "
                + (serial ? Numbers.serial(column.type()) : TypeText.of(column.type()))
                + column.collation().map(name -> " COLLATE " + name).orElse("")
                + filling
                + (notNull && !serial ? " NOT NULL" : "");
    }

    private boolean isSerial() {
        return Numbers.of(column)
                .filter(numbers -> !numbers.isIdentity() && numbers.isSerial(table, column))
                .isPresent();
    }

    private String filling() {
        if (isSerial()) {
            return "";
        }
        if (column.filling() instanceof Filling.Default value) {
            return " DEFAULT " + expression(value.expression());
        }
        if (column.filling() instanceof Filling.Identity) {
            return " " + identity();
        }
        return column.filling().text().map(text -> " " + text).orElse("");
    }

    /** How an identity column is said to be one. */
    String identity() {
        String options = Numbers.of(column)
                .filter(numbers -> !numbers.areUsual())
                .map(numbers -> " (" + numbers.options() + ")")
                .orElse("");
        return column.filling().text().orElseThrow() + options;
    }

    /** The expression of a default, without the cast that the server writes after a plain text. */
    static String expression(String expression) {
        return expression.replaceFirst("^('(?:[^']|'')*')::(?:character varying|text)$", "$1");
    }

    /** What has to be there before the column: a sequence with a name or numbers of its own. */
    List<String> before() {
        return ownSequence()
                .map(numbers -> "CREATE SEQUENCE " + numbers.name().orElseThrow() + " AS " + numbers.definition())
                .stream()
                .toList();
    }

    /** What has to be said once it is there. */
    List<String> after() {
        return ownSequence()
                .map(numbers -> "ALTER SEQUENCE " + numbers.name().orElseThrow() + " OWNED BY " + table + "."
                        + Names.of(column.name()))
                .stream()
                .toList();
    }

    private Optional<Numbers> ownSequence() {
        return Numbers.of(column).filter(numbers -> !numbers.isIdentity() && !numbers.isSerial(table, column));
    }

    /** The comment on it. */
    String comment() {
        return Remark.on("COLUMN " + table + "." + Names.of(column.name()), column.comment());
    }
}
