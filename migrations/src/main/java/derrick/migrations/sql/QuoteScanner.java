package derrick.migrations.sql;

import java.util.OptionalInt;

/** How far the things reach that hide everything inside them: quotes and comments. Empty where one never ends. */
final class QuoteScanner {
    private final String text;

    QuoteScanner(String text) {
        this.text = text;
    }

    /** The end of a line comment: where its line ends. */
    int ofLineComment(int start) {
        int at = start;
        while (at < text.length() && !CharacterClasses.endsLine(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of a block comment; such comments nest. */
    OptionalInt ofBlockComment(int start) {
        int depth = 0;
        for (int at = start; at < text.length() - 1; at++) {
            if (text.startsWith("/*", at)) {
                depth++;
                at++;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at++;
                if (depth == 0) {
                    return OptionalInt.of(at + 1);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The end of a name in double quotes that starts with its quote. A doubled quote stands for one. */
    OptionalInt ofQuotedName(int start) {
        return closing('"', start, false);
    }

    /** The end of a string that starts with its quote, with the pieces that later lines add to it. */
    OptionalInt ofString(int start, boolean backslashEscapes) {
        OptionalInt end = closing('\'', start, backslashEscapes);
        while (end.isPresent()) {
            OptionalInt next = continuation(end.getAsInt());
            if (next.isEmpty()) {
                return end;
            }
            end = closing('\'', next.getAsInt(), backslashEscapes);
        }
        return end;
    }

    /** The end of a string that starts with this dollar tag. */
    OptionalInt ofDollarQuote(int start, String tag) {
        int end = text.indexOf(tag, start + tag.length());
        return end < 0 ? OptionalInt.empty() : OptionalInt.of(end + tag.length());
    }

    /** The end of rows of data: where the line begins that is nothing but a backslash and a full stop. */
    OptionalInt ofRows(int start) {
        int at = start;
        while (at < text.length()) {
            int end = ofLineComment(at);
            if (text.substring(at, end).equals("\\.")) {
                return OptionalInt.of(at);
            }
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return OptionalInt.empty();
    }

    private OptionalInt closing(char quote, int start, boolean backslashEscapes) {
        for (int at = start + 1; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\' && backslashEscapes) {
                at++;
            } else if (character == quote) {
                if (at + 1 == text.length() || text.charAt(at + 1) != quote) {
                    return OptionalInt.of(at + 1);
                }
                at++;
            }
        }
        return OptionalInt.empty();
    }

    /** A string goes on with a quote on a later line, if only white space and line comments stand between. */
    private OptionalInt continuation(int end) {
        boolean newLine = false;
        for (int at = end; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\'') {
                return newLine ? OptionalInt.of(at) : OptionalInt.empty();
            }
            if (text.startsWith("--", at)) {
                at = ofLineComment(at) - 1;
            } else if (!CharacterClasses.isSpace(character)) {
                return OptionalInt.empty();
            }
            newLine |= CharacterClasses.endsLine(character);
        }
        return OptionalInt.empty();
    }
}
