package derrick.migrations.sql;

import java.util.OptionalInt;

/** Finds where comments, quoted texts and COPY data end. A result is empty if they are not terminated. */
final class QuoteScanner {
    private final String text;

    QuoteScanner(String text) {
        this.text = text;
    }

    /** Returns the end of a line comment. */
    int endOfLineComment(int start) {
        int at = start;
        while (at < text.length() && !CharacterClasses.endsLine(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the end of a block comment, which may be nested. */
    OptionalInt endOfBlockComment(int start) {
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

    /** Returns the end of a quoted name. A doubled quote is part of the name. */
    OptionalInt endOfQuotedName(int start) {
        return endOfQuoted('"', start, false);
    }

    /** Returns the end of a string constant, including its continuations on later lines. */
    OptionalInt endOfString(int start, boolean backslashEscapes) {
        OptionalInt end = endOfQuoted('\'', start, backslashEscapes);
        while (end.isPresent()) {
            OptionalInt next = startOfContinuation(end.getAsInt());
            if (next.isEmpty()) {
                return end;
            }
            end = endOfQuoted('\'', next.getAsInt(), backslashEscapes);
        }
        return end;
    }

    /** Returns the end of a dollar-quoted string with this tag. */
    OptionalInt endOfDollarQuote(int start, String tag) {
        int end = text.indexOf(tag, start + tag.length());
        return end < 0 ? OptionalInt.empty() : OptionalInt.of(end + tag.length());
    }

    /** Returns the end of COPY rows: the start of the line that consists of a backslash and a full stop. */
    OptionalInt endOfRows(int start) {
        int at = start;
        while (at < text.length()) {
            int end = endOfLineComment(at);
            if (text.substring(at, end).equals("\\.")) {
                return OptionalInt.of(at);
            }
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return OptionalInt.empty();
    }

    private OptionalInt endOfQuoted(char quote, int start, boolean backslashEscapes) {
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

    /** Finds the continuation of a string: a quote on a later line after white space and line comments only. */
    private OptionalInt startOfContinuation(int end) {
        boolean newLine = false;
        for (int at = end; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\'') {
                return newLine ? OptionalInt.of(at) : OptionalInt.empty();
            }
            if (text.startsWith("--", at)) {
                at = endOfLineComment(at) - 1;
            } else if (!CharacterClasses.isSpace(character)) {
                return OptionalInt.empty();
            }
            newLine |= CharacterClasses.endsLine(character);
        }
        return OptionalInt.empty();
    }
}
