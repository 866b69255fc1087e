package derrick.migrations.lint;

import derrick.migrations.sql.Comment;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * What an allowance is about: the statement right after it; or the whole file, at its top; or nothing, where it stands
 * anywhere else.
 *
 * @param firstLine the first line that it is about
 * @param lastLine the last one; less than the first if it is about nothing
 * @param top whether no statement stands before it, so that rules about the file heed it as well
 */
record SuppressionScope(int firstLine, int lastLine, boolean top) {
    static SuppressionScope of(Comment comment, SqlScript script) {
        List<Statement> statements = script.statements();
        boolean top =
                statements.isEmpty() || comment.offset() < statements.get(0).offset();
        Optional<Statement> next = statements.stream()
                .filter(statement -> isDirectlyBefore(comment, statement))
                .findFirst();
        return next.map(statement -> new SuppressionScope(statement.line(), lastLine(statement), top))
                .orElseGet(() -> new SuppressionScope(1, top ? Integer.MAX_VALUE : 0, top));
    }

    boolean covers(Rule rule, int line) {
        return (line >= firstLine && line <= lastLine) || (top && rule.ofFile());
    }

    /** On a line of its own, with nothing but other comments up to the statement, and no blank line. */
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
