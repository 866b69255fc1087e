package derrick.migrations.sql;

/** Characters as the server's scanner sees them. It folds the 26 letters of ASCII only, whatever the locale is. */
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

    /** Whether a name may begin so. */
    static boolean beginsName(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || (character >= 0x80 && character != '\uFEFF');
    }

    /** Whether a name that has begun may go on so. */
    static boolean continuesName(char character) {
        return beginsName(character) || isDigit(character) || character == '$';
    }

    static boolean endsLine(char character) {
        return character == '\n' || character == '\r';
    }

    /** The server's white space, and the byte order mark that editors leave. */
    static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r') || character == '\uFEFF';
    }
}
