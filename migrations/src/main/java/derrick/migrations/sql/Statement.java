package derrick.migrations.sql;

import java.util.List;
import java.util.Optional;

/**
 * A statement of a script.
 *
 * @param text the unchanged text from the first token to the last, without the semicolon
 * @param line the line of its first token, the first being 1
 * @param tokens at least one token, without the semicolon
 * @param leadingComments the comments between the previous statement and this one
 * @param rows the rows after {@code COPY … FROM stdin}, up to the line {@code \.}; not part of the text
 */
public record Statement(
        String text, int line, List<Token> tokens, List<Comment> leadingComments, Optional<Token> rows) {
    public Statement {
        tokens = List.copyOf(tokens);
        leadingComments = List.copyOf(leadingComments);
    }

    /** Returns the statement with the rows that follow it. */
    Statement with(Token followed) {
        return new Statement(text, line, tokens, leadingComments, Optional.of(followed));
    }

    /** Returns a copy moved down by a number of lines. */
    Statement movedDown(int lines) {
        List<Token> moved = tokens.stream().map(token -> token.movedDown(lines)).toList();
        return new Statement(text, line + lines, moved, leadingComments, rows);
    }

    /** Returns its tokens as a sequence to search. */
    public TokenSequence words() {
        return new TokenSequence(tokens);
    }

    /** Returns a reader at its first token. */
    public TokenReader reader() {
        return new TokenReader(tokens);
    }

    /** Returns its offset in the script, in UTF-16 code units. */
    public int offset() {
        return tokens.get(0).offset();
    }
}
