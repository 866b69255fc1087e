package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes ALTER TABLE statements for constraints. */
public final class ConstraintDdl {
    private static final Pattern KEY = Pattern.compile("(PRIMARY KEY|UNIQUE)( NULLS NOT DISTINCT)? (\\(.*?\\))"
            + "( INCLUDE \\(.*?\\))?( WITH \\(.*?\\))?( DEFERRABLE.*)?");

    private ConstraintDdl() {}

    public static String add(String table, Constraint constraint, String definition) {
        return "ALTER TABLE %s ADD CONSTRAINT %s %s".formatted(table, Identifiers.of(constraint.name()), definition);
    }

    public static String add(String table, Constraint constraint) {
        return add(table, constraint, constraint.definition() + (constraint.validated() ? "" : " NOT VALID"));
    }

    /** Returns the statements that create a constraint and its comment. */
    public static List<String> create(String table, Constraint constraint) {
        return CommentOn.after(add(table, constraint), target(table, constraint), constraint.comment());
    }

    public static String drop(String table, Constraint constraint) {
        return drop(table, constraint.name());
    }

    public static String drop(String table, String constraint) {
        return "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, Identifiers.of(constraint));
    }

    public static String validate(String table, String constraint) {
        return "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(table, Identifiers.of(constraint));
    }

    /** Returns the target for COMMENT ON. */
    public static String target(String table, Constraint constraint) {
        return "CONSTRAINT " + Identifiers.of(constraint.name()) + " ON " + table;
    }

    /**
     * A primary key or unique constraint that takes over an existing index.
     *
     * @param columns the part of CREATE UNIQUE INDEX after the table name
     * @param definition the USING INDEX form of the constraint
     */
    public record KeyUsingIndex(String columns, String definition) {}

    /** Returns the USING INDEX form of a key; empty for other constraints and for WITHOUT OVERLAPS. */
    public static Optional<KeyUsingIndex> usingIndex(Constraint constraint, String index) {
        Matcher key = KEY.matcher(constraint.definition());
        if (!key.matches() || key.group(3).contains("WITHOUT OVERLAPS")) {
            return Optional.empty();
        }
        return Optional.of(new KeyUsingIndex(
                key.group(3) + orEmpty(key.group(4)) + orEmpty(key.group(2)) + orEmpty(key.group(5)),
                key.group(1) + " USING INDEX " + Identifiers.of(index) + orEmpty(key.group(6))));
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
