package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constraints as ALTER TABLE writes them. */
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

    /** The statements that create a constraint with its comment. */
    public static List<String> create(String table, Constraint constraint) {
        List<String> statements = new ArrayList<>(List.of(add(table, constraint)));
        constraint
                .comment()
                .ifPresent(comment -> statements.add(CommentOn.on(named(table, constraint), constraint.comment())));
        return statements;
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

    /** As COMMENT ON names it. */
    public static String named(String table, Constraint constraint) {
        return "CONSTRAINT " + Identifiers.of(constraint.name()) + " ON " + table;
    }

    /**
     * The way to a primary key or a unique constraint over an index that was built before.
     *
     * @param columns what follows the name of the table in CREATE UNIQUE INDEX
     * @param definition the constraint over that index
     */
    public record OverIndex(String columns, String definition) {}

    /** Empty if there is no such way, as with WITHOUT OVERLAPS. */
    public static Optional<OverIndex> overIndex(Constraint constraint, String index) {
        Matcher key = KEY.matcher(constraint.definition());
        if (!key.matches() || key.group(3).contains("WITHOUT OVERLAPS")) {
            return Optional.empty();
        }
        return Optional.of(new OverIndex(
                key.group(3) + said(key.group(4)) + said(key.group(2)) + said(key.group(5)),
                key.group(1) + " USING INDEX " + Identifiers.of(index) + said(key.group(6))));
    }

    private static String said(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
