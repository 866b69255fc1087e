package derrick.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts tokens together to statements. A semicolon ends a statement, but not inside parentheses (a rule may do several
 * things) and not inside the body of a function that begins with BEGIN ATOMIC.
 */
final class Splitter {
    private final String text;
    private final List<Comment> comments;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Token> open = new ArrayList<>();
    private int commentsTaken;
    private int parentheses;
    private int blocks;

    Splitter(String text, Lexer lexer) {
        this.text = text;
        this.comments = lexer.comments();
        lexer.tokens().forEach(this::add);
        close();
    }

    List<Statement> statements() {
        return statements;
    }

    private void add(Token token) {
        if (token.kind() == Token.Kind.ROWS) {
            // A parenthesis that was never closed may have kept the statement open.
            close();
            statements.add(statements.remove(statements.size() - 1).with(token));
            return;
        }
        if (token.is(";") && parentheses == 0 && blocks == 0) {
            close();
            return;
        }
        if (token.is("(")) {
            parentheses++;
        } else if (token.is(")")) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (parentheses == 0) {
            countBlocks(token);
        }
        open.add(token);
    }

    /** CASE counts too, since it ends with the same word. */
    private void countBlocks(Token token) {
        if (blocks > 0 && token.is("END")) {
            blocks--;
        } else if ((blocks > 0 && token.is("CASE")) || (token.is("ATOMIC") && afterBeginOfRoutine())) {
            blocks++;
        }
    }

    private boolean afterBeginOfRoutine() {
        return !open.isEmpty()
                && open.get(0).is("CREATE")
                && open.get(open.size() - 1).is("BEGIN");
    }

    private void close() {
        parentheses = 0;
        blocks = 0;
        if (open.isEmpty()) {
            return;
        }
        Token first = open.get(0);
        Token last = open.get(open.size() - 1);
        statements.add(new Statement(
                text.substring(first.offset(), last.end()),
                first.line(),
                open,
                commentsBetween(first, last),
                Optional.empty()));
        open.clear();
    }

    /** Takes the comments up to the statement's end and gives back those before its beginning. */
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
