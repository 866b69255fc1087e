package derrick.migrations.sql;

/** The character classes of the lexical scanner of PostgreSQL. Only ASCII letters are folded to lower case. */
final class CharacterClasses {
    private CharacterClasses() {}

    static String upper(String text) {
        return map(text, 'a', 'z', 'A' - 'a');
    }

    static String lower(String text) {
        return map(text, 'A', 'Z', 'a' - 'A');
    }

    private static String map(String text, char first, char last, int shift) {
        StringBuilder mapped = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= first && letter <= last) {
                mapped.setCharAt(at, (char) (letter + shift));
            }
        }
        return mapped.toString();
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Returns true if a name may start with the character. */
    static boolean beginsName(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || (character >= 0x80 && character != '\uFEFF');
    }

    /** Returns true if a name may contain the character after its start. */
    static boolean continuesName(char character) {
        return beginsName(character) || isDigit(character) || character == '$';
    }

    static boolean endsLine(char character) {
        return character == '\n' || character == '\r';
    }

    /** Returns true for white space of the server and for a byte order mark. */
    static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r') || character == '\uFEFF';
    }
}
