package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of the declared schema.
 *
 * @param change what is declared besides, or instead
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

    /** The schema with something else in the place of a part, where the change is {@code part | something else}. */
    String replacedIn(String declared) {
        int bar = change.indexOf(BAR);
        String part = change.substring(0, bar).strip();
        assertThat(declared).contains(part);
        return declared.replace(part, change.substring(bar + BAR.length()).strip());
    }

    /** The schema and all changes, as statements after it. */
    static String addedTo(String declared, List<ChangeCase> changes) {
        return changes.stream().map(change -> change.change() + ";\n").collect(Collectors.joining("", declared, ""));
    }
}
