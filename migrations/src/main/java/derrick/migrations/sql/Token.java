package derrick.migrations.sql;

/**
 * A lexical token.
 *
 * @param text the unchanged text, including quotes
 * @param line the line on which it begins, the first being 1
 * @param offset its offset in the script, in UTF-16 code units
 */
public record Token(Kind kind, String text, int line, int offset) {
    /** The kind of a token. */
    public enum Kind {
        /** A keyword or an unquoted name. */
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
        /** The rows of COPY FROM stdin. */
        ROWS
    }

    /** Returns true if it is this keyword, given in upper case, or this symbol. */
    public boolean is(String word) {
        return switch (kind) {
            case WORD -> text.length() == word.length() && keyword().equals(word);
            case SYMBOL -> text.equals(word);
            default -> false;
        };
    }

    /** Returns true if it may be a name. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** Returns a word in upper case, or the text of any other token. */
    public String keyword() {
        return kind == Kind.WORD ? CharacterClasses.upper(text) : text;
    }

    /** Returns the name as the server stores it, unquoted or in lower case. U&amp; escapes are not decoded. */
    public String name() {
        return kind == Kind.QUOTED_NAME
                ? text.substring(text.indexOf('"') + 1, text.length() - 1).replace("\"\"", "\"")
                : CharacterClasses.lower(text);
    }

    /** Returns a copy moved down by a number of lines. */
    Token movedDown(int lines) {
        return new Token(kind, text, line + lines, offset);
    }

    /** Returns the offset after its last character. */
    public int end() {
        return offset + text.length();
    }
}
