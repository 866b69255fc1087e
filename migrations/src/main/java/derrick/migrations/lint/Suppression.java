package derrick.migrations.lint;

import derrick.migrations.sql.Comment;
import derrick.migrations.sql.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that lets a finding be: {@code -- lint:allow RULE because …}.
 *
 * @param line the line it stands on
 * @param rule the id of the rule that it names, known or not
 * @param reason empty if it gives none
 */
record Suppression(int line, String rule, String reason, SuppressionScope reach) {
    private static final Pattern FORM =
            Pattern.compile("\\s*lint:allow\\b\\s*(\\S*)\\s*(?:because\\b\\s*(\\S.*)?)?.*", Pattern.DOTALL);

    /** All that a script has. */
    static List<Suppression> in(SqlScript script) {
        return script.comments().stream()
                .flatMap(comment -> read(comment, script).stream())
                .toList();
    }

    private static Optional<Suppression> read(Comment comment, SqlScript script) {
        Matcher form = FORM.matcher(comment.text());
        return form.matches()
                ? Optional.of(new Suppression(
                        comment.line(),
                        form.group(1),
                        Optional.ofNullable(form.group(2)).orElse(""),
                        SuppressionScope.of(comment, script)))
                : Optional.empty();
    }

    /** Whether there is a rule of that name. */
    boolean isOfKnownRule() {
        return Rules.all().stream().anyMatch(known -> known.id().equals(rule));
    }

    boolean hasReason() {
        return !reason.isEmpty();
    }

    /** Whether it lets be what a rule found on a line. */
    boolean covers(Rule found, int foundLine) {
        return hasReason() && rule.equals(found.id()) && reach.covers(found, foundLine);
    }
}
