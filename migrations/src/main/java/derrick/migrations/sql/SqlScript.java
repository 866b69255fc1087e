package derrick.migrations.sql;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A script split into statements.
 *
 * @param statements the statements in order
 * @param comments all comments, including those inside and after statements
 */
public record SqlScript(List<Statement> statements, List<Comment> comments) {
    /** The comment that requests execution outside a transaction. */
    public static final String OUTSIDE_TRANSACTION = "derrick:outside-transaction";

    private static final Pattern DIRECTIVE = Pattern.compile("derrick:\\S*");

    public SqlScript {
        statements = List.copyOf(statements);
        comments = List.copyOf(comments);
    }

    /**
     * Parses a script. It may have a byte order mark and any line endings.
     *
     * @throws MalformedScript if a quote or a comment never ends, or a directive is unknown or misplaced
     */
    public static SqlScript parse(String text) {
        Lexer lexer = new Lexer(text);
        SqlScript script = new SqlScript(new Splitter(text, lexer).statements(), lexer.comments());
        script.comments.forEach(script::checkDirective);
        return script;
    }

    /** Returns the line of the outside-transaction directive, if there is one. */
    public OptionalInt outsideTransactionLine() {
        return comments.stream()
                .filter(comment -> comment.text().strip().equals(OUTSIDE_TRANSACTION))
                .mapToInt(Comment::line)
                .findFirst();
    }

    private void checkDirective(Comment comment) {
        String text = comment.text().strip();
        boolean atHead =
                statements.isEmpty() || comment.offset() < statements.get(0).offset();
        if (DIRECTIVE.matcher(text).lookingAt() && !(atHead && text.equals(OUTSIDE_TRANSACTION))) {
            throw MalformedScript.directive(comment.line());
        }
    }
}
