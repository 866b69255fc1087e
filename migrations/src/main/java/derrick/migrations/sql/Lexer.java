package derrick.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into tokens and comments, as the server's own scanner does. */
final class Lexer {
    private static final Pattern DOLLAR_TAG =
            Pattern.compile("\\$(?:[A-Za-z_\\x{80}-\\x{10FFFF}]" + "[A-Za-z_0-9\\x{80}-\\x{10FFFF}]*)?\\$");
    private static final Pattern PARAMETER = Pattern.compile("\\$[0-9]+");
    private static final Pattern STRING_PREFIX = Pattern.compile("(?:[EBXN]|U&)(?=')", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_PREFIX = Pattern.compile("U&(?=\")", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile("(?:[0-9][0-9_]*+(?:\\.(?!\\.)[0-9_]*+)?|\\.[0-9][0-9_]*+)(?:[eE][+-]?[0-9]++)?\\w*+");

    private static final Pattern PSQL_COMMAND = Pattern.compile("\\\\[A-Za-z]+");

    private final String text;
    private final LineIndex lines;
    private final QuoteScanner extent;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private int at;

    /** @throws MalformedScript if something has no end, or only psql understands it */
    Lexer(String text) {
        this.text = text;
        this.lines = new LineIndex(text);
        this.extent = new QuoteScanner(text);
        while (at < text.length()) {
            read(text.charAt(at));
        }
        if (rowsFollow(tokens.size())) {
            throw MalformedScript.withoutEnd("data", lines.at(text.length()));
        }
    }

    /** All tokens, in order. */
    List<Token> tokens() {
        return tokens;
    }

    /** All comments, in order. */
    List<Comment> comments() {
        return comments;
    }

    private void read(char first) {
        if (CharacterClasses.isSpace(first)) {
            at++;
        } else if (text.startsWith("--", at)) {
            int end = extent.ofLineComment(at);
            comment(text.substring(at + 2, end), end);
        } else if (text.startsWith("/*", at)) {
            int end = end(extent.ofBlockComment(at), "comment");
            comment(text.substring(at + 2, end - 2), end);
        } else if (first == '\'') {
            string(at);
        } else if (first == '"') {
            quotedName(at);
        } else if (first == '$') {
            dollar();
        } else if (CharacterClasses.beginsName(first)) {
            word();
        } else {
            numberOrSymbol();
        }
    }

    private void string(int quote) {
        boolean escapes =
                quote > at && CharacterClasses.upper(text.substring(at, quote)).equals("E");
        token(Token.Kind.STRING, end(extent.ofString(quote, escapes), "string"));
    }

    private void quotedName(int quote) {
        token(Token.Kind.QUOTED_NAME, end(extent.ofQuotedName(quote), "quoted name"));
    }

    private void dollar() {
        Matcher tag = here(DOLLAR_TAG);
        Matcher parameter = here(PARAMETER);
        if (tag.lookingAt()) {
            token(Token.Kind.STRING, end(extent.ofDollarQuote(at, tag.group()), "string " + tag.group()));
        } else if (parameter.lookingAt()) {
            token(Token.Kind.PARAMETER, parameter.end());
        } else {
            token(Token.Kind.SYMBOL, at + 1);
        }
    }

    private void word() {
        Matcher stringPrefix = here(STRING_PREFIX);
        Matcher namePrefix = here(NAME_PREFIX);
        if (stringPrefix.lookingAt()) {
            string(stringPrefix.end());
        } else if (namePrefix.lookingAt()) {
            quotedName(namePrefix.end());
        } else {
            int end = at + 1;
            while (end < text.length() && CharacterClasses.continuesName(text.charAt(end))) {
                end++;
            }
            token(Token.Kind.WORD, end);
        }
    }

    private void numberOrSymbol() {
        Matcher number = here(NUMBER);
        if (number.lookingAt()) {
            token(Token.Kind.NUMBER, number.end());
        } else {
            refusePsqlCommand();
            token(Token.Kind.SYMBOL, at + 1);
            if (text.charAt(at - 1) == ';' && rowsFollow(tokens.size() - 1)) {
                rows();
            }
        }
    }

    /** Psql runs such a command itself, so that the server would only complain of its backslash. */
    private void refusePsqlCommand() {
        Matcher command = here(PSQL_COMMAND);
        if (command.lookingAt() && (tokens.isEmpty() || endsStatement(tokens.get(tokens.size() - 1)))) {
            throw MalformedScript.psqlCommand(command.group(), lines.at(at));
        }
    }

    /** Whether the statement that ends before a token is a COPY of what the script brings along. */
    private boolean rowsFollow(int end) {
        int start = end;
        while (start > 0 && !endsStatement(tokens.get(start - 1))) {
            start--;
        }
        return start < end
                && tokens.get(start).is("COPY")
                && new TokenSequence(tokens.subList(start, end)).has("FROM", "STDIN");
    }

    private static boolean endsStatement(Token token) {
        return token.is(";") || token.kind() == Token.Kind.ROWS;
    }

    /** Reads the rows, which begin on the next line and end before the line {@code \.}. */
    private void rows() {
        int line = lines.at(at);
        int lineEnd = extent.ofLineComment(at);
        String rest = text.substring(at, lineEnd).stripLeading();
        if (rest.startsWith("--")) {
            at = lineEnd - rest.length();
            comment(rest.substring(2), lineEnd);
        } else if (!rest.isEmpty()) {
            throw MalformedScript.textBeforeRows(line);
        }
        int end = extent.ofRows(lines.start(line + 1)).orElseThrow(() -> MalformedScript.withoutEnd("data", line));
        at = lines.start(line + 1);
        token(Token.Kind.ROWS, end);
        at = extent.ofLineComment(end);
    }

    private Matcher here(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    private int end(OptionalInt end, String what) {
        return end.orElseThrow(() -> MalformedScript.withoutEnd(what, lines.at(at)));
    }

    private void token(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), lines.at(at), at));
        at = end;
    }

    private void comment(String said, int end) {
        int line = lines.at(at);
        boolean alone =
                tokens.isEmpty() || lines.at(tokens.get(tokens.size() - 1).end() - 1) < line;
        comments.add(new Comment(said, line, lines.at(end - 1), at, alone));
        at = end;
    }
}
