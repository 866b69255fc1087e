package derrick.migrations.lint;

import derrick.migrations.sql.Procedures;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.Transactionality;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.CreateIndex;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rules about transactions, lock timeouts and repeated runs. A file runs in one transaction, unless one of its
 * statements cannot: then each statement commits by itself.
 */
final class TransactionRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "transaction-control",
                    "BEGIN, COMMIT, ROLLBACK, SAVEPOINT and the like",
                    "ends the transaction that holds the file and its history row",
                    "remove it: each file runs in a transaction of its own",
                    context -> context.firstIf(
                            controlsTransaction(context.statement().words()))),
            Rule.ofFile(
                    "mixed-transaction",
                    "a statement that cannot run in a transaction (… CONCURRENTLY, VACUUM) beside others",
                    "the file runs without a transaction; after a failure, half of it is applied",
                    "move the statement that cannot run in a transaction to a file of its own",
                    TransactionRules::mixesTransactions),
            Rule.ofStatement(
                    "not-repeatable",
                    "outside a transaction, a statement that fails when it is run again",
                    "after a failure halfway, a second run of the file fails at this statement",
                    "write IF NOT EXISTS, IF EXISTS, OR REPLACE or ON CONFLICT",
                    context -> context.firstIf(!context.transactional()
                            && !context.insideBlock()
                            && failsWhenRepeated(context.statement()))),
            Rule.ofStatement(
                    "no-lock-timeout",
                    "a lock that blocks reads or writes of an existing table, without lock_timeout before it",
                    "while it waits for its lock behind a long query, later queries wait, too",
                    "before it: SET LOCAL lock_timeout = '5s'; (SET outside a transaction)",
                    context -> context.firstIf(!context.lockTimeout() && context.locksOldTable())),
            Rule.ofFile(
                    "backfill-in-ddl",
                    "UPDATE, DELETE, MERGE or INSERT … SELECT of all rows beside a lock of an existing table",
                    "changes all rows while the lock of another statement blocks the table",
                    "change the rows in batches of some thousand, in a file of its own",
                    TransactionRules::backfills));

    private TransactionRules() {}

    private static boolean controlsTransaction(TokenSequence statement) {
        return statement.starts("PREPARE", "TRANSACTION")
                || Stream.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE")
                        .anyMatch(statement::starts);
    }

    // SET, RESET and SHOW are allowed beside any statement.
    private static IntStream mixesTransactions(LintedFile file) {
        Predicate<StatementContext> refusesTransaction =
                context -> Transactionality.of(context.statement()) == Transactionality.NON_TRANSACTIONAL
                        || (!file.transactional()
                                && !Procedures.calledBy(context.statement()).isEmpty());
        Predicate<StatementContext> sets = context -> Stream.of("SET", "RESET", "SHOW")
                .anyMatch(verb -> context.statement().words().starts(verb));
        return file.contexts().stream().allMatch(refusesTransaction.or(sets).or(StatementContext::insideBlock))
                ? IntStream.empty()
                : file.contexts().stream()
                        .filter(refusesTransaction)
                        .limit(1)
                        .mapToInt(context -> context.statement().line());
    }

    private static IntStream backfills(LintedFile file) {
        return file.transactional() && file.contexts().stream().anyMatch(StatementContext::locksOldTable)
                ? file.contexts().stream()
                        .map(StatementContext::statement)
                        .filter(statement -> movesRows(statement.words()) && !isBound(statement.tokens()))
                        .mapToInt(statement -> statement.line())
                : IntStream.empty();
    }

    private static boolean movesRows(TokenSequence statement) {
        boolean query = statement.starts("WITH");
        return statement.starts("UPDATE")
                || statement.starts("DELETE")
                || statement.starts("MERGE")
                || (statement.starts("INSERT") && statement.has("SELECT"))
                || (query && (statement.has("UPDATE") || statement.has("DELETE") || statement.has("INSERT")));
    }

    /** Returns true if a second run fails. Statements without a repeatable form are not reported. */
    private static boolean failsWhenRepeated(Statement statement) {
        TokenSequence words = statement.words();
        if (words.starts("CREATE")) {
            return creates(statement, words);
        }
        if (words.starts("DROP")) {
            return !words.has("IF", "EXISTS");
        }
        if (words.starts("INSERT")) {
            return !words.has("ON", "CONFLICT");
        }
        return AlterTable.of(statement).stream()
                .flatMap(alter -> alter.actions().stream())
                .anyMatch(action -> changes(action.words()));
    }

    private static boolean creates(Statement statement, TokenSequence words) {
        boolean formless =
                Stream.of("DATABASE", "TABLESPACE", "SUBSCRIPTION").anyMatch(kind -> words.starts("CREATE", kind));
        return !formless
                && !words.starts("CREATE", "OR", "REPLACE")
                && !(words.has("IF", "NOT", "EXISTS")
                        && CreateIndex.of(statement).stream().allMatch(CreateIndex::ifNotExists));
    }

    private static boolean changes(TokenSequence action) {
        return action.starts("RENAME")
                || (action.starts("ADD") && !action.has("IF", "NOT", "EXISTS"))
                || (action.starts("DROP") && !action.has("IF", "EXISTS") && !action.has("DROP", "CONSTRAINT", "IF"));
    }

    /** Returns true if the statement has LIMIT, FETCH, BETWEEN or a comparison with a constant. */
    private static boolean isBound(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is("LIMIT") || token.is("FETCH") || token.is("BETWEEN"))
                || comparesWithConstant(new TokenSequence(tokens).after("WHERE").tokens());
    }

    private static boolean comparesWithConstant(List<Token> condition) {
        return IntStream.range(1, condition.size())
                .filter(at -> condition.get(at).kind() == Token.Kind.STRING
                        || condition.get(at).kind() == Token.Kind.NUMBER)
                .mapToObj(at -> condition.get(at - 1))
                .anyMatch(before -> before.is("=") || before.is("<") || before.is(">") || before.is("("));
    }
}
