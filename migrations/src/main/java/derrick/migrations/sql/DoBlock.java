package derrick.migrations.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The body of a DO block, or the SQL string of EXECUTE in PL/pgSQL. It is a string constant in the statement and is
 * parsed here.
 */
public record DoBlock(Statement statement) {
    private static final Set<String> BEFORE_A_STATEMENT = Set.of(";", "BEGIN", "LOOP", "THEN", "ELSE");
    private static final Set<String> AFTER_COMMIT = Set.of(";", "AND", "WORK", "TRANSACTION");

    /** Returns true if it commits or rolls back its transaction. */
    boolean commits() {
        return constants().anyMatch(constant -> commits(new Lexer(body(constant.text())).tokens()));
    }

    /**
     * Returns its statements, each with its line in the script; empty for languages other than SQL and PL/pgSQL.
     */
    public List<Statement> statements() {
        return constants()
                .flatMap(constant -> SqlScript.parse(body(constant.text())).statements().stream()
                        .map(inside -> inside.movedDown(constant.line() - 1)))
                .toList();
    }

    /** Returns the string constants of the statement: the body, and perhaps the name of the language. */
    private Stream<Token> constants() {
        return statement.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.STRING)
                .filter(token -> isLikeSql(body(token.text())));
    }

    private static boolean isLikeSql(String body) {
        try {
            new Lexer(body);
            return true;
        } catch (MalformedScript notSql) {
            return false;
        }
    }

    private static boolean commits(List<Token> tokens) {
        for (int at = 0; at + 1 < tokens.size(); at++) {
            Token token = tokens.get(at);
            if ((token.is("COMMIT") || token.is("ROLLBACK"))
                    && (at == 0
                            || BEFORE_A_STATEMENT.contains(tokens.get(at - 1).keyword()))
                    && AFTER_COMMIT.contains(tokens.get(at + 1).keyword())) {
                return true;
            }
        }
        return false;
    }

    private static String body(String quoted) {
        if (quoted.startsWith("$")) {
            int tag = quoted.indexOf('$', 1) + 1;
            return quoted.substring(tag, quoted.length() - tag);
        }
        return quoted.substring(quoted.indexOf('\'') + 1, quoted.length() - 1).replace("''", "'");
    }
}
