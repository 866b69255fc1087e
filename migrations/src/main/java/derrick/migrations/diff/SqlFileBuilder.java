package derrick.migrations.diff;

import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the text of one SQL file and remembers which statement is on which line. */
final class SqlFileBuilder {
    private static final int WIDTH = 116;
    private static final String INDENT = "    ";
    private static final String DECLARED = "the declared schema has it";
    /** The reasons of rules that a declaration breaks, whatever the step. */
    private static final Map<String, String> DECLARED_RULES = Map.of(
            "json-type", DECLARED,
            "char-type", DECLARED,
            "timestamp-without-zone", DECLARED,
            "int-key", DECLARED,
            "long-name", DECLARED);

    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Integer> statementByLine = new HashMap<>();
    private int statements;
    private int line = 1;

    /** Adds a comment, wrapped to the width of the file. */
    void comment(String comment) {
        StringBuilder row = new StringBuilder("--");
        for (String word : comment.split(" ", -1)) {
            if (row.length() + 1 + word.length() > WIDTH) {
                addLine(row.toString());
                row = new StringBuilder("--  ");
            }
            row.append(' ').append(word);
        }
        addLine(row.toString());
    }

    void blankLine() {
        addLine("");
    }

    /** Adds a SET statement, which is not counted as a statement of a step. */
    void setting(String sql) {
        addLine(sql + ";");
    }

    /**
     * Adds a statement.
     *
     * @param rules the lint rules that it may break
     * @param step the step that it belongs to, which has the reasons
     * @param commentedOut whether it is written as a comment
     */
    void statement(String sql, ChangeStep step, Set<String> rules, boolean commentedOut) {
        String prefix = commentedOut ? "-- " : "";
        int number = statements++;
        for (String rule : rules) {
            addLine(prefix + "-- lint:allow " + rule + " because " + reason(step, rule));
        }
        for (String row : (wrap(sql, WIDTH) + ";").split("\n", -1)) {
            statementByLine.put(line, number);
            addLine((prefix + row).stripTrailing());
        }
    }

    private static String reason(ChangeStep step, String rule) {
        return step.suppressions()
                .getOrDefault(rule, DECLARED_RULES.getOrDefault(rule, "the declared schema needs this statement"));
    }

    private void addLine(String row) {
        text.append(row).append('\n');
        line++;
    }

    /** Returns the number, from 0, of the statement on a line. */
    Optional<Integer> statementAt(int number) {
        return Optional.ofNullable(statementByLine.get(number));
    }

    /** Wraps a long statement at white space between two tokens. */
    static String wrap(String sql, int width) {
        if (sql.lines().allMatch(line -> line.length() < width)) {
            return sql;
        }
        List<Token> tokens = new ArrayList<>();
        SqlScript.parse(sql).statements().forEach(statement -> tokens.addAll(statement.tokens()));
        StringBuilder wrapped = new StringBuilder();
        int end = 0;
        int column = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            String between = sql.substring(end, token.offset());
            boolean wraps = between.equals(" ") && column + 1 + lengthToWhiteSpace(sql, tokens, at) >= width;
            String last = (wraps ? "\n" + INDENT + INDENT : between) + token.text();
            wrapped.append(last);
            end = token.end();
            int newline = last.lastIndexOf('\n');
            column = newline < 0 ? column + last.length() : last.length() - newline - 1;
        }
        return wrapped.append(sql.substring(end)).toString();
    }

    /** Returns the length of the text from a token to the next white space. */
    private static int lengthToWhiteSpace(String sql, List<Token> tokens, int from) {
        int at = from;
        while (at + 1 < tokens.size()
                && tokens.get(at).end() == tokens.get(at + 1).offset()) {
            at++;
        }
        String text = sql.substring(tokens.get(from).offset(), tokens.get(at).end());
        int newline = text.indexOf('\n');
        return newline < 0 ? text.length() : newline;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
