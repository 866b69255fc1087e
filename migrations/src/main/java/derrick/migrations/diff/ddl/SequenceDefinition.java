package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sequence of a serial or identity column.
 *
 * @param name the name in SQL syntax; empty for an identity column
 * @param definition the type and options, such as {@code bigint START 1 INCREMENT 1 …}
 */
public record SequenceDefinition(Optional<String> name, String definition) {
    private static final Pattern NEXTVAL = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");

    /** Returns the sequence of a column; empty if the column has none. */
    public static Optional<SequenceDefinition> of(Column column) {
        if (column.defaultValue() instanceof ColumnDefault.Identity) {
            return column.sequence().map(definition -> new SequenceDefinition(Optional.empty(), definition));
        }
        Matcher nextval = NEXTVAL.matcher(column.defaultValue().text().orElse(""));
        return nextval.matches()
                ? column.sequence()
                        .map(definition -> new SequenceDefinition(
                                Optional.of(nextval.group(1).replace("''", "'")), definition))
                : Optional.empty();
    }

    public boolean isIdentity() {
        return name.isEmpty();
    }

    /** Returns the definition without the type. */
    public String options() {
        return definition.substring(definition.indexOf(' ') + 1);
    }

    /** Returns the value of an option such as {@code START}. */
    public long option(String word) {
        Matcher number = Pattern.compile(word + " (-?\\d+)").matcher(definition);
        if (!number.find()) {
            throw new IllegalArgumentException(definition + " has no " + word);
        }
        return Long.parseLong(number.group(1));
    }

    public boolean hasDefaultOptions() {
        return definition.equals(defaultDefinition(definition.substring(0, definition.indexOf(' '))));
    }

    /** Whether the word serial says all about it. */
    public boolean isSerial(String table, Column column) {
        return name.equals(Optional.of(
                        Identifiers.inSchemaOf(table, Identifiers.unquoted(table) + "_" + column.name() + "_seq")))
                && definition.equals(defaultDefinition(column.type()))
                && !column.nullable();
    }

    static String serialType(String type) {
        return switch (type) {
            case "bigint" -> "bigserial";
            case "smallint" -> "smallserial";
            default -> "serial";
        };
    }

    private static String defaultDefinition(String type) {
        long max = switch (type) {
            case "bigint" -> Long.MAX_VALUE;
            case "smallint" -> Short.MAX_VALUE;
            default -> Integer.MAX_VALUE;
        };
        return "%s START 1 INCREMENT 1 MINVALUE 1 MAXVALUE %d CACHE 1".formatted(type, max);
    }
}
