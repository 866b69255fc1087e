package derrick.migrations.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The body of a DO, or the SQL that a procedure language gets from EXECUTE. To the reader of statements it is a
 * constant; what is done with it, its words tell.
 */
public record DoBlock(Statement statement) {
    private static final Set<String> BEFORE_A_STATEMENT = Set.of(";", "BEGIN", "LOOP", "THEN", "ELSE");
    private static final Set<String> AFTER_COMMIT = Set.of(";", "AND", "WORK", "TRANSACTION");

    /** Whether it ends the transaction that it runs in. */
    boolean commits() {
        return constants().anyMatch(constant -> commits(new Lexer(body(constant.text())).tokens()));
    }

    /**
     * What it does, cut into statements, each with its line in the script; nothing if it is written in a language that
     * is nothing like SQL.
     */
    public List<Statement> statements() {
        return constants()
                .flatMap(constant -> SqlScript.parse(body(constant.text())).statements().stream()
                        .map(inside -> inside.movedDown(constant.line() - 1)))
                .toList();
    }

    /** Beside the body may stand the name of the language. */
    private Stream<Token> constants() {
        return statement.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.STRING)
                .filter(token -> isLikeSql(body(token.text())));
    }

    private static boolean isLikeSql(String body) {
        try {
            new Lexer(body);
            return true;
        } catch (MalformedScript foreign) {
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
