package derrick.migrations.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as PostgreSQL writes it once it has read what it wrote. The first time, the cast of a list stands behind the
 * list, as in {@code ARRAY['a'::character varying]::text[]}; it reads that as a cast of each element. So what was
 * restored from a dump would differ from what was dumped, and what a script repeats from what is declared.
 */
final class Settled {
    private static final String ELEMENT = "(?:'(?:[^']|'')*'|[\\w.\"]+)(?:::[\\w ]+(?:\\(\\d+\\))?)?";
    private static final Pattern ONE = Pattern.compile(ELEMENT);
    private static final Pattern LIST =
            Pattern.compile("ARRAY\\[(%1$s(?:, %1$s)*)\\](::[\\w ]+)\\[\\]".formatted(ELEMENT));

    private Settled() {}

    static String sql(String written) {
        return LIST.matcher(written)
                .replaceAll(list -> Matcher.quoteReplacement(
                        "ARRAY[" + ONE.matcher(list.group(1)).replaceAll("$0" + list.group(2)) + "]"));
    }
}
