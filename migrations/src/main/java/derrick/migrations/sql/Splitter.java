package derrick.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Groups tokens into statements. A semicolon ends a statement, except inside parentheses (CREATE RULE) and inside a
 * BEGIN ATOMIC function body.
 */
final class Splitter {
    private final String text;
    private final List<Comment> comments;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Token> current = new ArrayList<>();
    private int commentsTaken;
    private int parentheses;
    private int blocks;

    Splitter(String text, Lexer lexer) {
        this.text = text;
        this.comments = lexer.comments();
        lexer.tokens().forEach(this::add);
        endStatement();
    }

    List<Statement> statements() {
        return statements;
    }

    private void add(Token token) {
        if (token.kind() == Token.Kind.ROWS) {
            // An unclosed parenthesis may have kept the statement open.
            endStatement();
            statements.add(statements.remove(statements.size() - 1).with(token));
            return;
        }
        if (token.is(";") && parentheses == 0 && blocks == 0) {
            endStatement();
            return;
        }
        if (token.is("(")) {
            parentheses++;
        } else if (token.is(")")) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (parentheses == 0) {
            countBlocks(token);
        }
        current.add(token);
    }

    /** Tracks nested blocks. CASE counts too, because it also ends with END. */
    private void countBlocks(Token token) {
        if (blocks > 0 && token.is("END")) {
            blocks--;
        } else if ((blocks > 0 && token.is("CASE")) || (token.is("ATOMIC") && afterBeginOfRoutine())) {
            blocks++;
        }
    }

    private boolean afterBeginOfRoutine() {
        return !current.isEmpty()
                && current.get(0).is("CREATE")
                && current.get(current.size() - 1).is("BEGIN");
    }

    private void endStatement() {
        parentheses = 0;
        blocks = 0;
        if (current.isEmpty()) {
            return;
        }
        Token first = current.get(0);
        Token last = current.get(current.size() - 1);
        statements.add(new Statement(
                text.substring(first.offset(), last.end()),
                first.line(),
                current,
                commentsBetween(first, last),
                Optional.empty()));
        current.clear();
    }

    /** Removes the comments up to the end of the statement and returns those before its start. */
    private List<Comment> commentsBetween(Token first, Token last) {
        List<Comment> leading = new ArrayList<>();
        while (commentsTaken < comments.size() && comments.get(commentsTaken).offset() < last.end()) {
            Comment comment = comments.get(commentsTaken++);
            if (comment.offset() < first.offset()) {
                leading.add(comment);
            }
        }
        return leading;
    }
}
