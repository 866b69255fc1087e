package derrick.migrations.diff;

import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Token;
import java.util.List;

/** Long statements in several lines, broken only where there is white space between two tokens. */
final class SqlLineWrapper {
    private static final String INDENT = "    ";

    private SqlLineWrapper() {}

    static String at(int width, String sql) {
        if (sql.lines().allMatch(line -> line.length() < width)) {
            return sql;
        }
        List<Token> tokens = SqlScript.parse(sql).statements().stream()
                .flatMap(statement -> statement.tokens().stream())
                .toList();
        StringBuilder wrapped = new StringBuilder();
        int end = 0;
        int column = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            String between = sql.substring(end, token.offset());
            boolean breaks = between.equals(" ") && column + 1 + unbroken(sql, tokens, at) >= width;
            String white = breaks ? "\n" + INDENT + INDENT : between;
            wrapped.append(white).append(token.text());
            end = token.end();
            String last = white + token.text();
            int newline = last.lastIndexOf('\n');
            column = newline < 0 ? column + last.length() : last.length() - newline - 1;
        }
        return wrapped.append(sql.substring(end)).toString();
    }

    /** How long the line gets from a token up to the next white space. */
    private static int unbroken(String sql, List<Token> tokens, int from) {
        int at = from;
        while (at + 1 < tokens.size()
                && tokens.get(at).end() == tokens.get(at + 1).offset()) {
            at++;
        }
        String text = sql.substring(tokens.get(from).offset(), tokens.get(at).end());
        int newline = text.indexOf('\n');
        return newline < 0 ? text.length() : newline;
    }
}
