package derrick.migrations.catalog.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as PostgreSQL writes it once it has read what it wrote. The first time, the cast of a list stands behind the
 * list, as in {@code ARRAY['a'::character varying]::text[]}; it reads that as a cast of each element. So what was
 * restored from a dump would differ from what was dumped, and what a script repeats from what is declared.
 */
public final class NormalizedSql {
    private static final String ELEMENT = "(?:'(?:[^']|'')*'|[\\w.\"]+)(?:::[\\w ]+(?:\\(\\d+\\))?)?";
    private static final Pattern ONE = Pattern.compile(ELEMENT);
    private static final Pattern LIST =
            Pattern.compile("ARRAY\\[(%1$s(?:, %1$s)*)\\](::[\\w ]+)\\[\\]".formatted(ELEMENT));

    /** No person writes brackets around what is cast, and PostgreSQL does not where it writes for people. */
    private static final Pattern BRACKETS =
            Pattern.compile("(?<![\\w\"])\\((%1$s|ARRAY\\[%1$s(?:, %1$s)*\\])\\)(?=::)".formatted(ELEMENT));

    private NormalizedSql() {}

    /** The form that it keeps from then on. */
    public static String sql(String written) {
        return LIST.matcher(BRACKETS.matcher(written).replaceAll("$1"))
                .replaceAll(list -> Matcher.quoteReplacement(
                        "ARRAY[" + ONE.matcher(list.group(1)).replaceAll("$0" + list.group(2)) + "]"));
    }
}
