package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

        boolean hasDefaultOptions() {
            return definition.equals(defaultDefinition(definition.substring(0, definition.indexOf(' '))));
        }

        /** Returns true if the type serial implies the name and all options of the sequence. */
        boolean isSerial(String table, Column column) {
            return name.equals(Optional.of(
                            Identifiers.inSchemaOf(table, Identifiers.unquoted(table) + "_" + column.name() + "_seq")))
                    && definition.equals(defaultDefinition(column.type()))
                    && !column.nullable();
        }

        private static String serialType(String type) {
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
}
