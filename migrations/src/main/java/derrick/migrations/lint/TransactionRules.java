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
 * What goes wrong between statements. A file runs in one transaction, unless one of its statements refuses to: then
 * each statement is on its own.
 */
final class TransactionRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "transaction-control",
                    "BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their like",
                    "the file and its row of history are one transaction; this breaks it",
                    "leave it out: every file runs in a transaction of its own",
                    site -> site.firstIf(controlsTransaction(site.statement().phrase()))),
            Rule.ofFile(
                    "mixed-transaction",
                    "a statement that refuses a transaction (… CONCURRENTLY, VACUUM) beside others that need one",
                    "the file runs without a transaction, and a failure leaves half of it",
                    "give the statement that refuses a transaction a file of its own",
                    TransactionRules::mixed),
            Rule.ofStatement(
                    "not-repeatable",
                    "outside a transaction, a statement that fails when it is run again",
                    "run again after a failure half way, the file fails at what is done already",
                    "say IF NOT EXISTS, IF EXISTS, OR REPLACE or ON CONFLICT",
                    site -> site.firstIf(
                            !site.transactional() && !site.insideBlock() && failsWhenRepeated(site.statement()))),
            Rule.ofStatement(
                    "no-lock-timeout",
                    "a lock that readers or writers wait for, on an old table, without lock_timeout before it",
                    "behind one long query it waits, and all others queue up behind it",
                    "before it: SET LOCAL lock_timeout = '5s'; (SET outside a transaction)",
                    site -> site.firstIf(!site.lockTimeout() && site.locksOldTable())),
            Rule.ofFile(
                    "backfill-in-ddl",
                    "UPDATE, DELETE, MERGE or INSERT … SELECT without a bound in a transaction that locks an old "
                            + "table",
                    "the table stays locked until every row is moved",
                    "move the rows in a file of its own, some thousand at a time",
                    TransactionRules::backfills));

    private TransactionRules() {}

    private static boolean controlsTransaction(TokenSequence statement) {
        return statement.starts("PREPARE", "TRANSACTION")
                || Stream.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE")
                        .anyMatch(statement::starts);
    }

    /** Settings may stand beside anything. */
    private static IntStream mixed(LintedFile file) {
        Predicate<StatementContext> refusesTransaction =
                site -> Transactionality.of(site.statement()) == Transactionality.NON_TRANSACTIONAL
                        || (!file.transactional()
                                && !Procedures.calledBy(site.statement()).isEmpty());
        Predicate<StatementContext> sets = site -> Stream.of("SET", "RESET", "SHOW")
                .anyMatch(verb -> site.statement().phrase().starts(verb));
        return file.sites().stream().allMatch(refusesTransaction.or(sets).or(StatementContext::insideBlock))
                ? IntStream.empty()
                : file.sites().stream()
                        .filter(refusesTransaction)
                        .limit(1)
                        .mapToInt(site -> site.statement().line());
    }

    private static IntStream backfills(LintedFile file) {
        return file.transactional() && file.sites().stream().anyMatch(StatementContext::locksOldTable)
                ? file.sites().stream()
                        .map(StatementContext::statement)
                        .filter(statement -> movesRows(statement.phrase()) && !isBound(statement.tokens()))
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

    /** Whether a statement fails when it is run again; those that have no form in which they do not are let pass. */
    private static boolean failsWhenRepeated(Statement statement) {
        TokenSequence phrase = statement.phrase();
        if (phrase.starts("CREATE")) {
            return creates(statement, phrase);
        }
        if (phrase.starts("DROP")) {
            return !phrase.has("IF", "EXISTS");
        }
        if (phrase.starts("INSERT")) {
            return !phrase.has("ON", "CONFLICT");
        }
        return AlterTable.of(statement).stream()
                .flatMap(alter -> alter.actions().stream())
                .anyMatch(action -> changes(action.phrase()));
    }

    private static boolean creates(Statement statement, TokenSequence phrase) {
        boolean formless =
                Stream.of("DATABASE", "TABLESPACE", "SUBSCRIPTION").anyMatch(kind -> phrase.starts("CREATE", kind));
        return !formless
                && !phrase.starts("CREATE", "OR", "REPLACE")
                && !(phrase.has("IF", "NOT", "EXISTS")
                        && CreateIndex.of(statement).stream().allMatch(CreateIndex::ifNotExists));
    }

    private static boolean changes(TokenSequence action) {
        return action.starts("RENAME")
                || (action.starts("ADD") && !action.has("IF", "NOT", "EXISTS"))
                || (action.starts("DROP") && !action.has("IF", "EXISTS") && !action.has("DROP", "CONSTRAINT", "IF"));
    }

    /** A limit, a range, or a comparison with a constant. */
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
