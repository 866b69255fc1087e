package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of the declared schema.
 *
 * @param change what is declared besides; or two parts with a bar between, as the test reads them
 * @param expected a part of the upgrade's text
 */
record ChangeCase(String change, String expected) {
    private static final String BAR = " | ";

    /**
     * Reads a table of cases, one a line. Those between two empty lines are independent of each other, so that one
     * database proves them all.
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

    /** What stands before the bar, where the change has one. */
    String first() {
        return change.substring(0, change.indexOf(BAR)).strip();
    }

    /** What stands behind it. */
    String second() {
        return change.substring(change.indexOf(BAR) + BAR.length()).strip();
    }

    /** The schema with the second part of the change in the place of the first. */
    String replacedIn(String declared) {
        assertThat(declared).contains(first());
        return declared.replace(first(), second());
    }

    /** The schema and all changes, as statements after it. */
    static String addedTo(String declared, List<ChangeCase> changes) {
        return changes.stream().map(change -> change.change() + ";\n").collect(Collectors.joining("", declared, ""));
    }
}
