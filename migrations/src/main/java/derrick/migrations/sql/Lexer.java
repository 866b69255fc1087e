package derrick.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a script into tokens and comments by the lexical rules of PostgreSQL. */
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
    private final QuoteScanner quotes;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private int at;

    /** @throws MalformedScript if a quote, comment or COPY data is not terminated, or for a psql command */
    Lexer(String text) {
        this.text = text;
        this.lines = new LineIndex(text);
        this.quotes = new QuoteScanner(text);
        while (at < text.length()) {
            read(text.charAt(at));
        }
        if (rowsFollow(tokens.size())) {
            throw MalformedScript.unterminated("COPY data", lines.lineOf(text.length()));
        }
    }

    /** Returns all tokens in order. */
    List<Token> tokens() {
        return tokens;
    }

    /** Returns all comments in order. */
    List<Comment> comments() {
        return comments;
    }

    private void read(char first) {
        if (CharacterClasses.isSpace(first)) {
            at++;
        } else if (text.startsWith("--", at)) {
            int end = quotes.endOfLineComment(at);
            comment(text.substring(at + 2, end), end);
        } else if (text.startsWith("/*", at)) {
            int end = end(quotes.endOfBlockComment(at), "comment");
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
        token(Token.Kind.STRING, end(quotes.endOfString(quote, escapes), "string"));
    }

    private void quotedName(int quote) {
        token(Token.Kind.QUOTED_NAME, end(quotes.endOfQuotedName(quote), "quoted name"));
    }

    private void dollar() {
        Matcher tag = here(DOLLAR_TAG);
        Matcher parameter = here(PARAMETER);
        if (tag.lookingAt()) {
            token(Token.Kind.STRING, end(quotes.endOfDollarQuote(at, tag.group()), "string " + tag.group()));
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
            rejectPsqlCommand();
            token(Token.Kind.SYMBOL, at + 1);
            if (text.charAt(at - 1) == ';' && rowsFollow(tokens.size() - 1)) {
                rows();
            }
        }
    }

    /** Rejects commands of psql, such as {@code \restrict}, which the server does not know. */
    private void rejectPsqlCommand() {
        Matcher command = here(PSQL_COMMAND);
        if (command.lookingAt() && (tokens.isEmpty() || endsStatement(tokens.get(tokens.size() - 1)))) {
            throw MalformedScript.psqlCommand(command.group(), lines.lineOf(at));
        }
    }

    /** Returns true if the statement that ends before the token is COPY FROM stdin. */
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
        int line = lines.lineOf(at);
        int lineEnd = quotes.endOfLineComment(at);
        String rest = text.substring(at, lineEnd).stripLeading();
        if (rest.startsWith("--")) {
            at = lineEnd - rest.length();
            comment(rest.substring(2), lineEnd);
        } else if (!rest.isEmpty()) {
            throw MalformedScript.textBeforeRows(line);
        }
        int end = quotes.endOfRows(lines.start(line + 1))
                .orElseThrow(() -> MalformedScript.unterminated("COPY data", line));
        at = lines.start(line + 1);
        token(Token.Kind.ROWS, end);
        at = quotes.endOfLineComment(end);
    }

    private Matcher here(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    private int end(OptionalInt end, String what) {
        return end.orElseThrow(() -> MalformedScript.unterminated(what, lines.lineOf(at)));
    }

    private void token(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), lines.lineOf(at), at));
        at = end;
    }

    private void comment(String commentText, int end) {
        int line = lines.lineOf(at);
        boolean alone =
                tokens.isEmpty() || lines.lineOf(tokens.get(tokens.size() - 1).end() - 1) < line;
        comments.add(new Comment(commentText, line, lines.lineOf(end - 1), at, alone));
        at = end;
    }
}
