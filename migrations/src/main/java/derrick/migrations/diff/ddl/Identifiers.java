package derrick.migrations.diff.ddl;

import derrick.migrations.sql.SqlQuoting;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers as SQL writes them. */
public final class Identifiers {
    private static final int LONGEST_BYTES = 63;
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    /** A name as SQL writes it, behind its schema or not. */
    private static final Pattern QUALIFIED =
            Pattern.compile("((?:\"(?:[^\"]|\"\")*\"|[^\".]+)\\.)?(\"(?:[^\"]|\"\")*\"|[^\".]+)", Pattern.DOTALL);

    /** Words that name a table or a column only in quotes. */
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

    /** A name, in quotes if it needs them. */
    public static String of(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name) ? name : SqlQuoting.name(name);
    }

    /** The plain name of an object that SQL writes like this, without its schema and its quotes. */
    public static String plain(String object) {
        String local = local(object);
        return local.startsWith("\"") ? local.substring(1, local.length() - 1).replace("\"\"", "\"") : local;
    }

    /** The name of an object without its schema, as SQL writes it. */
    public static String local(String object) {
        Matcher name = QUALIFIED.matcher(object);
        return name.matches() ? name.group(2) : object;
    }

    /** A plain name as SQL writes it for an object in the schema of another. */
    public static String beside(String object, String name) {
        Matcher other = QUALIFIED.matcher(object);
        String schema = other.matches() && other.group(1) != null ? other.group(1) : "";
        return schema + of(name);
    }

    /** A name made of others, cut where it would be longer than names may be. Its last part stays whole. */
    public static String joined(String first, String last) {
        String end = "_" + last;
        String start = first;
        while ((start + end).getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            start = start.substring(0, start.length() - 1);
        }
        return start + end;
    }

    /** As a part of the name of a file. */
    public static String inFile(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
