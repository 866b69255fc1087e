package derrick.migrations.diff.ddl;

import derrick.migrations.sql.SqlQuoting;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quotes, splits and builds SQL identifiers. */
public final class Identifiers {
    private static final int MAX_BYTES = 63;
    private static final Pattern UNQUOTED = Pattern.compile("[a-z_][a-z0-9_]*");
    /** A name in SQL syntax, with or without a schema. */
    private static final Pattern QUALIFIED =
            Pattern.compile("((?:\"(?:[^\"]|\"\")*\"|[^\".]+)\\.)?(\"(?:[^\"]|\"\")*\"|[^\".]+)", Pattern.DOTALL);

    /** Words that have to be quoted as the name of a table or column. */
    private static final Set<String> RESERVED = Set.of(("all analyse analyze and any array as asc asymmetric both case"
                    + " cast check collate column constraint create current_catalog current_date current_role"
                    + " current_time current_timestamp current_user default deferrable desc distinct do else end"
                    + " except false fetch for foreign from grant group having in initially intersect into lateral"
                    + " leading limit localtime localtimestamp not null offset on only or order placing primary"
                    + " references returning select session_user some symmetric system_user table then to trailing"
                    + " true union unique user using variadic when where window with authorization binary collation"
                    + " concurrently cross current_schema freeze full ilike inner is isnull join left like natural"
                    + " notnull outer overlaps right similar tablesample verbose")
            .split(" ", -1));

    private Identifiers() {}

    /** Returns a name in SQL syntax, quoted if necessary. */
    public static String of(String name) {
        return UNQUOTED.matcher(name).matches() && !RESERVED.contains(name) ? name : SqlQuoting.name(name);
    }

    /** Returns the name of an object without its schema and without quotes. */
    public static String unquoted(String object) {
        String name = withoutSchema(object);
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** Returns the name of an object without its schema, still in SQL syntax. */
    public static String withoutSchema(String object) {
        Matcher name = QUALIFIED.matcher(object);
        return name.matches() ? name.group(2) : object;
    }

    /** Returns an unquoted name in SQL syntax, qualified with the schema of another object. */
    public static String inSchemaOf(String object, String name) {
        Matcher other = QUALIFIED.matcher(object);
        String schema = other.matches() && other.group(1) != null ? other.group(1) : "";
        return schema + of(name);
    }

    /** Returns {@code name_suffix}, with the name truncated to fit in 63 bytes. */
    public static String withSuffix(String name, String suffix) {
        String end = "_" + suffix;
        String start = name;
        while ((start + end).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            start = start.substring(0, start.length() - 1);
        }
        return start + end;
    }

    /** Returns a name in lower-case ASCII letters, digits and underscores. */
    public static String forFileName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
