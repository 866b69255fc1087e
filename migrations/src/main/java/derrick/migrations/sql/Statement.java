package derrick.migrations.sql;

import java.util.List;

/**
 * One statement of a script.
 *
 * @param text exactly as the script has it, from its first token to its last, without the semicolon that ends it
 * @param line the line of its first token, the first being 1
 * @param tokens at least one, without that semicolon
 * @param leadingComments what stands between the statement before and this one
 */
public record Statement(String text, int line, List<Token> tokens, List<Comment> leadingComments) {
    public Statement {
        tokens = List.copyOf(tokens);
        leadingComments = List.copyOf(leadingComments);
    }

    /** Its tokens, to be asked for words. */
    public Phrase phrase() {
        return new Phrase(tokens);
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
