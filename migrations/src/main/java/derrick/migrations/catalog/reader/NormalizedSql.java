package derrick.migrations.catalog.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings SQL that PostgreSQL prints into the form that it prints after parsing its own output.
 *
 * <p>At first it prints the cast of a list after the list, as in {@code ARRAY['a'::character varying]::text[]}. It
 * parses that as a cast of each element and prints it so from then on. Without this a restored dump would differ from
 * its origin.
 */
final class NormalizedSql {
    private static final String ELEMENT = "(?:'(?:[^']|'')*'|[\\w.\"]+)(?:::[\\w ]+(?:\\(\\d+\\))?)?";
    private static final Pattern ONE_ELEMENT = Pattern.compile(ELEMENT);
    private static final Pattern LIST =
            Pattern.compile("ARRAY\\[(%1$s(?:, %1$s)*)\\](::[\\w ]+)\\[\\]".formatted(ELEMENT));

    /** Parentheses around the operand of a cast, which pretty-printing omits. */
    private static final Pattern PARENTHESES =
            Pattern.compile("(?<![\\w\"])\\((%1$s|ARRAY\\[%1$s(?:, %1$s)*\\])\\)(?=::)".formatted(ELEMENT));

    private NormalizedSql() {}

    /** Returns the form that PostgreSQL prints after parsing its own output. */
    static String sql(String printed) {
        return LIST.matcher(PARENTHESES.matcher(printed).replaceAll("$1"))
                .replaceAll(list -> Matcher.quoteReplacement(
                        "ARRAY[" + ONE_ELEMENT.matcher(list.group(1)).replaceAll("$0" + list.group(2)) + "]"));
    }
}
