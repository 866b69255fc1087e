package derrick.migrations.lint;

import derrick.migrations.sql.Comment;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that suppresses the findings of a rule: {@code -- lint:allow RULE because REASON}.
 *
 * @param line the line of the comment
 * @param rule the rule id in the comment, known or not
 * @param reason the reason; empty if there is none
 * @param scope the statements to which it applies
 */
record Suppression(int line, String rule, String reason, LineRange scope) {
    private static final Pattern FORM =
            Pattern.compile("\\s*lint:allow\\b\\s*(\\S*)\\s*(?:because\\b\\s*(\\S.*)?)?.*", Pattern.DOTALL);

    /** Returns all suppressions in a script. */
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
                        LineRange.of(comment, script)))
                : Optional.empty();
    }

    /** Returns true if a rule with this id exists. */
    boolean isOfKnownRule() {
        return Rules.ALL.stream().anyMatch(known -> known.id().equals(rule));
    }

    boolean hasReason() {
        return !reason.isEmpty();
    }

    /** Returns true if it suppresses a finding of the rule on the line. */
    boolean covers(Rule found, int foundLine) {
        return hasReason() && rule.equals(found.id()) && scope.covers(found, foundLine);
    }

    /**
     * The lines to which a suppression applies: the next statement; the whole file for a comment at the top; otherwise
     * none.
     *
     * @param firstLine the first line
     * @param lastLine the last line; less than the first if it applies to none
     * @param top true if no statement precedes it, so that it also applies to rules about the file
     */
    record LineRange(int firstLine, int lastLine, boolean top) {
        static LineRange of(Comment comment, SqlScript script) {
            List<Statement> statements = script.statements();
            boolean top =
                    statements.isEmpty() || comment.offset() < statements.get(0).offset();
            Optional<Statement> next = statements.stream()
                    .filter(statement -> isDirectlyBefore(comment, statement))
                    .findFirst();
            return next.map(statement -> new LineRange(statement.line(), lastLine(statement), top))
                    .orElseGet(() -> new LineRange(1, top ? Integer.MAX_VALUE : 0, top));
        }

        boolean covers(Rule rule, int line) {
            return (line >= firstLine && line <= lastLine) || (top && rule.ofFile());
        }

        /** Returns true if only comments, and no blank line, are between the comment and the statement. */
        private static boolean isDirectlyBefore(Comment comment, Statement statement) {
            List<Comment> comments = statement.leadingComments();
            if (!comment.alone() || !comments.contains(comment)) {
                return false;
            }
            int end = comment.lastLine();
            for (Comment following : comments.subList(comments.indexOf(comment) + 1, comments.size())) {
                if (following.line() > end + 1) {
                    return false;
                }
                end = following.lastLine();
            }
            return statement.line() <= end + 1;
        }

        private static int lastLine(Statement statement) {
            Token last = statement.tokens().get(statement.tokens().size() - 1);
            return last.line() + (int) last.text().lines().count() - 1;
        }
    }
}
