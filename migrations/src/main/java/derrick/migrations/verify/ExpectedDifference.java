package derrick.migrations.verify;

import derrick.migrations.revision.Script;
import derrick.migrations.sql.Comment;
import derrick.migrations.sql.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says what a revision cannot give back: {@code -- verify:differs TABLE[.COLUMN] because …}.
 *
 * @param table empty if the comment is not of this form
 * @param column empty if all rows of the table may differ
 * @param line the line of the script that it stands on
 */
record ExpectedDifference(Optional<String> table, Optional<String> column, Script script, int line) {
    private static final Pattern KEYWORD = Pattern.compile("\\s*verify:differs\\b.*", Pattern.DOTALL);
    private static final Pattern FORM =
            Pattern.compile("\\s*verify:differs\\s+(\\w+)(?:\\.(\\w+))?\\s+because\\s+\\S.*", Pattern.DOTALL);

    /** All that a script has. */
    static List<ExpectedDifference> in(Script script) {
        return SqlScript.parse(script.text()).comments().stream()
                .filter(comment -> KEYWORD.matcher(comment.text()).matches())
                .map(comment -> read(script, comment))
                .toList();
    }

    private static ExpectedDifference read(Script script, Comment comment) {
        Matcher form = FORM.matcher(comment.text());
        return form.matches()
                ? new ExpectedDifference(
                        Optional.of(form.group(1)), Optional.ofNullable(form.group(2)), script, comment.line())
                : new ExpectedDifference(Optional.empty(), Optional.empty(), script, comment.line());
    }

    /** Where a person finds it. */
    String place() {
        return "%s, line %d".formatted(script.file(), line);
    }
}
