package derrick.migrations.sql;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A script, cut into its statements.
 *
 * @param statements in order; what lies between them is white space, comments and semicolons
 * @param comments all of them, also those inside statements and after the last
 */
public record SqlScript(List<Statement> statements, List<Comment> comments) {
    /** The comment with which a script asks to run outside a transaction. */
    public static final String OUTSIDE_TRANSACTION = "derrick:outside-transaction";

    private static final Pattern DIRECTIVE = Pattern.compile("derrick:\\S*");

    public SqlScript {
        statements = List.copyOf(statements);
        comments = List.copyOf(comments);
    }

    /**
     * Reads a script. A byte order mark and any line ending will do.
     *
     * @throws MalformedScript if a quote or a comment never ends, or a directive is unknown or misplaced
     */
    public static SqlScript parse(String text) {
        Lexer lexer = new Lexer(text);
        SqlScript script = new SqlScript(new Splitter(text, lexer).statements(), lexer.comments());
        script.comments.forEach(script::checkDirective);
        return script;
    }

    /** The line on which the script asks to run outside a transaction, if it does. */
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
