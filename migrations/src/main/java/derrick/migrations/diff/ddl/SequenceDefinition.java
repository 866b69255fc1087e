package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sequence that a serial or identity column numbers its rows with.
 *
 * @param name as SQL writes it; empty for an identity column, whose sequence nobody has to name
 * @param definition its type and numbers, such as {@code bigint START 1 INCREMENT 1 …}
 */
public record SequenceDefinition(Optional<String> name, String definition) {
    private static final Pattern NEXT = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");

    /** Those of a column; empty if no sequence fills it. */
    public static Optional<SequenceDefinition> of(Column column) {
        if (column.filling() instanceof ColumnDefault.Identity) {
            return column.sequence().map(definition -> new SequenceDefinition(Optional.empty(), definition));
        }
        Matcher next = NEXT.matcher(column.filling().text().orElse(""));
        return next.matches()
                ? column.sequence()
                        .map(definition ->
                                new SequenceDefinition(Optional.of(next.group(1).replace("''", "'")), definition))
                : Optional.empty();
    }

    public boolean isIdentity() {
        return name.isEmpty();
    }

    /** Without the type, as an identity column has it. */
    public String options() {
        return definition.substring(definition.indexOf(' ') + 1);
    }

    /** One of its numbers, such as that behind {@code START}. */
    public long option(String word) {
        Matcher number = Pattern.compile(word + " (-?\\d+)").matcher(definition);
        if (!number.find()) {
            throw new IllegalArgumentException(definition + " has no " + word);
        }
        return Long.parseLong(number.group(1));
    }

    public boolean areUsual() {
        return definition.equals(usual(definition.substring(0, definition.indexOf(' '))));
    }

    /** Whether the word serial says all about it. */
    public boolean isSerial(String table, Column column) {
        return name.equals(
                        Optional.of(Identifiers.beside(table, Identifiers.plain(table) + "_" + column.name() + "_seq")))
                && definition.equals(usual(column.type()))
                && !column.nullable();
    }

    public static String serial(String type) {
        return switch (type) {
            case "bigint" -> "bigserial";
            case "smallint" -> "smallserial";
            default -> "serial";
        };
    }

    private static String usual(String type) {
        long most = switch (type) {
            case "bigint" -> Long.MAX_VALUE;
            case "smallint" -> Short.MAX_VALUE;
            default -> Integer.MAX_VALUE;
        };
        return "%s START 1 INCREMENT 1 MINVALUE 1 MAXVALUE %d CACHE 1".formatted(type, most);
    }
}
