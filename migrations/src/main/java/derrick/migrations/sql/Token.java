package derrick.migrations.sql;

/**
 * The smallest piece of a statement that means something.
 *
 * @param text exactly as the script has it, quotes included
 * @param line the line on which it begins, the first being 1
 * @param offset where it begins in the script, in UTF-16 units
 */
public record Token(Kind kind, String text, int line, int offset) {
    /** What a token may be. */
    public enum Kind {
        /** A keyword or a name without quotes; which of the two, only the grammar knows. */
        WORD,
        /** A name in double quotes. */
        QUOTED_NAME,
        /** A constant in single quotes or in dollar quotes, with its prefix. */
        STRING,
        NUMBER,
        /** A parameter by its position, such as {@code $1}. */
        PARAMETER,
        /** One character of punctuation or of an operator. */
        SYMBOL,
        /** Lines of data that are no SQL. */
        ROWS
    }

    /** Whether it is this keyword, written in upper case here, or this symbol. */
    public boolean is(String word) {
        return switch (kind) {
            case WORD -> text.length() == word.length() && keyword().equals(word);
            case SYMBOL -> text.equals(word);
            default -> false;
        };
    }

    /** Whether it may name something. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** A word in upper case; any other token as it is. */
    public String keyword() {
        return kind == Kind.WORD ? CharacterClasses.upper(text) : text;
    }

    /** The name as the server keeps it: without quotes, or in lower case if it had none. Escapes of U&amp; stay. */
    public String name() {
        return kind == Kind.QUOTED_NAME
                ? text.substring(text.indexOf('"') + 1, text.length() - 1).replace("\"\"", "\"")
                : CharacterClasses.lower(text);
    }

    /** The same so many lines further down. */
    Token movedDown(int lines) {
        return new Token(kind, text, line + lines, offset);
    }

    /** Where the next character after it is. */
    public int end() {
        return offset + text.length();
    }
}
