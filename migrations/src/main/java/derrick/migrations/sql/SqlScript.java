package derrick.migrations.sql;

import java.util.List;

/**
 * A script, cut into its statements.
 *
 * @param statements in order; what lies between them is white space, comments and semicolons
 * @param comments all of them, also those inside statements and after the last
 */
public record SqlScript(List<Statement> statements, List<Comment> comments) {
    public SqlScript {
        statements = List.copyOf(statements);
        comments = List.copyOf(comments);
    }

    /**
     * Reads a script. A byte order mark and any line ending will do.
     *
     * @throws MalformedScript if a quote or a comment never ends
     */
    public static SqlScript parse(String text) {
        Lexer lexer = new Lexer(text);
        return new SqlScript(new Splitter(text, lexer).statements(), lexer.comments());
    }
}
