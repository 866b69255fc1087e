package derrick.migrations.sql;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param text exactly as the script has it, from its first token to its last, without the semicolon that ends it
 * @param line the line of its first token, the first being 1
 * @param tokens at least one, without that semicolon
 * @param leadingComments what stands between the statement before and this one
 * @param rows what follows {@code COPY … FROM stdin}, up to the line {@code \.}; no part of the text
 */
public record Statement(
        String text, int line, List<Token> tokens, List<Comment> leadingComments, Optional<Token> rows) {
    public Statement {
        tokens = List.copyOf(tokens);
        leadingComments = List.copyOf(leadingComments);
    }

    /** The same with the rows that follow it. */
    Statement with(Token followed) {
        return new Statement(text, line, tokens, leadingComments, Optional.of(followed));
    }

    /** The same so many lines further down. */
    Statement movedDown(int lines) {
        List<Token> moved = tokens.stream().map(token -> token.movedDown(lines)).toList();
        return new Statement(text, line + lines, moved, leadingComments, rows);
    }

    /** Its tokens, to be asked for words. */
    public TokenSequence phrase() {
        return new TokenSequence(tokens);
    }

    /** Its tokens, to be read from left to right. */
    public TokenReader reader() {
        return new TokenReader(tokens);
    }

    /** Where it begins in the script, in UTF-16 units. */
    public int offset() {
        return tokens.get(0).offset();
    }
}
