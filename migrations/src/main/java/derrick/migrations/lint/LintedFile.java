package derrick.migrations.lint;

import derrick.migrations.sql.DoBlock;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A script with what the rules need to know about it.
 *
 * @param contexts its statements; those inside a DO block follow the block
 * @param finalSchema the schema after the last statement
 * @param transactional true if it runs inside a transaction
 * @param upgrade true for a V file of the revisions
 * @param hasDowngrade true if the revision has a U file
 */
record LintedFile(
        SqlScript script,
        List<StatementContext> contexts,
        SchemaState finalSchema,
        boolean transactional,
        boolean upgrade,
        boolean hasDowngrade) {
    /** Reads the statements of a script in order, starting from the given schema. */
    static LintedFile of(
            SqlScript script, SchemaState initial, boolean transactional, boolean upgrade, boolean hasDowngrade) {
        SchemaState schema = initial;
        boolean lockTimeout = false;
        List<StatementContext> contexts = new ArrayList<>();
        for (Statement statement : script.statements()) {
            contexts.add(new StatementContext(statement, schema, transactional, lockTimeout, false));
            for (Statement inner : DoBlockStatements.of(statement)) {
                contexts.add(new StatementContext(inner, schema, transactional, lockTimeout, true));
                schema = schema.after(inner);
                lockTimeout = LockTimeoutTracker.after(inner, lockTimeout, true);
            }
            schema = schema.after(statement);
            lockTimeout = LockTimeoutTracker.after(statement, lockTimeout, transactional);
        }
        return new LintedFile(script, List.copyOf(contexts), schema, transactional, upgrade, hasDowngrade);
    }

    /** Finds the SQL statements in a DO block. Statements that the block builds at run time are not found. */
    private static final class DoBlockStatements {
        private static final Set<String> STATEMENT_START = Set.of("BEGIN", "THEN", "LOOP", "ELSE");
        private static final Set<String> VERBS = Set.of(
                "ALTER",
                "CLUSTER",
                "CREATE",
                "DELETE",
                "DROP",
                "INSERT",
                "LOCK",
                "MERGE",
                "REFRESH",
                "REINDEX",
                "SET",
                "TRUNCATE",
                "UPDATE",
                "WITH");

        private DoBlockStatements() {}

        /** Returns the SQL statements inside a DO block in text order; empty for any other statement. */
        static List<Statement> of(Statement statement) {
            return statement.reader().take("DO") ? inside(statement).toList() : List.of();
        }

        private static Stream<Statement> inside(Statement statement) {
            return new DoBlock(statement).statements().stream().flatMap(DoBlockStatements::statementsIn);
        }

        // A statement in PL/pgSQL may follow a keyword such as THEN.
        private static Stream<Statement> statementsIn(Statement inside) {
            List<Token> tokens = inside.tokens();
            return IntStream.range(0, tokens.size())
                    .filter(at -> at == 0
                            || STATEMENT_START.contains(tokens.get(at - 1).keyword()))
                    .mapToObj(at -> from(inside, at))
                    .flatMap(sql -> sql.reader().take("EXECUTE")
                            ? inside(sql)
                            : Stream.of(sql)
                                    .filter(known ->
                                            VERBS.contains(known.tokens().get(0).keyword())));
        }

        private static Statement from(Statement inside, int at) {
            List<Token> tokens = inside.tokens().subList(at, inside.tokens().size());
            return new Statement(inside.text(), tokens.get(0).line(), tokens, List.of(), Optional.empty());
        }
    }
}
