package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of the declared schema.
 *
 * @param change statements to add to the declared schema; or two parts with a bar between them, for the test to read
 * @param expected a part of the upgrade's text
 */
record ChangeCase(String change, String expected) {
    private static final String BAR = " | ";

    /**
     * Reads a table of cases, one a line. Cases between two empty lines are independent of each other and share a
     * database.
     */
    static Stream<List<ChangeCase>> groups(String table) {
        return Pattern.compile("\n\n")
                .splitAsStream(table)
                .map(group -> group.lines().map(ChangeCase::read).toList());
    }

    private static ChangeCase read(String line) {
        int bar = line.lastIndexOf(BAR);
        return new ChangeCase(
                line.substring(0, bar).strip(),
                line.substring(bar + BAR.length()).strip());
    }

    /** Returns the part before the bar. */
    String first() {
        return change.substring(0, change.indexOf(BAR)).strip();
    }

    /** Returns the part after the bar. */
    String second() {
        return change.substring(change.indexOf(BAR) + BAR.length()).strip();
    }

    /** Returns a schema in which the second part of the change replaces the first occurrence of the first part. */
    String replacedIn(String declared) {
        assertThat(declared).contains(first());
        return declared.replaceFirst(Pattern.quote(first()), Matcher.quoteReplacement(second()));
    }

    /** Returns a schema followed by the statements of all changes. */
    static String addedTo(String declared, List<ChangeCase> changes) {
        return changes.stream().map(change -> change.change() + ";\n").collect(Collectors.joining("", declared, ""));
    }
}
