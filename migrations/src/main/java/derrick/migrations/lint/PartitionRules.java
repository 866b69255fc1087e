package derrick.migrations.lint;

import derrick.migrations.lint.SchemaState.TableState;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.Drop;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules about partitions and the indexes of partitioned tables. */
final class PartitionRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "attach-scans-partition",
                    "ATTACH PARTITION of a table that the file did not create, without a validated CHECK of its bounds",
                    "scans the partition under an ACCESS EXCLUSIVE lock; reads and writes wait",
                    "first ADD CHECK (…bounds…) NOT VALID; in a later file: VALIDATE, then ATTACH",
                    context -> attached(context, (parent, partition) -> !isChecked(context, parent, partition))),
            Rule.ofStatement(
                    "attach-builds-index",
                    "ATTACH PARTITION of a table that the file did not create, without an index that its parent has",
                    "builds the missing index under an ACCESS EXCLUSIVE lock; all access waits",
                    "first CREATE INDEX CONCURRENTLY with the same columns on the partition",
                    context -> attached(
                            context,
                            (parent, partition) -> !context.schema()
                                    .indexed(partition)
                                    .containsAll(context.schema().indexed(parent)))),
            Rule.ofStatement(
                    "default-partition-scanned",
                    "a new partition beside a DEFAULT one whose validated CHECK does not exclude its bounds",
                    "scans the default partition under an ACCESS EXCLUSIVE lock; all access waits",
                    "first ADD CHECK (NOT (…bounds…)) NOT VALID on the default, VALIDATE it later",
                    context -> context.firstIf(addedTo(context)
                            .filter(parent -> scansDefault(context, parent))
                            .isPresent())),
            Rule.ofStatement(
                    "partitioned-index",
                    "CREATE INDEX on a partitioned table that the file did not create, without ONLY",
                    "builds all indexes under SHARE locks; writes wait; CONCURRENTLY is not allowed",
                    "CREATE INDEX ON ONLY …; CONCURRENTLY on each partition; ATTACH PARTITION",
                    context -> context.firstIf(CreateIndex.of(context.statement())
                            .filter(index -> !index.only() && context.schema().isPartitioned(index.table()))
                            .filter(index -> !context.schema().isNew(index.table()))
                            .isPresent())),
            Rule.ofStatement(
                    "drop-partitioned-index",
                    "DROP INDEX of an index of a partitioned table that the file did not create",
                    "ACCESS EXCLUSIVE lock on all partitions; CONCURRENTLY is not allowed",
                    "SET LOCAL lock_timeout = '2s'; DROP INDEX …; in a file of its own",
                    context -> context.firstIf(Drop.of(context.statement(), "INDEX").stream()
                            .flatMap(drop -> drop.names().stream())
                            .anyMatch(index -> context.schema().isPartitionedIndex(index)
                                    && !context.schema().isNewIndex(index)))),
            Rule.ofStatement(
                    "detach-not-concurrent",
                    "DETACH PARTITION without CONCURRENTLY",
                    "takes an ACCESS EXCLUSIVE lock on the parent; reads and writes wait",
                    "in a file of its own: DETACH PARTITION … CONCURRENTLY",
                    context -> context.actions()
                            .filter(action -> action.action().words().starts("DETACH", "PARTITION")
                                    && !action.action().words().has("CONCURRENTLY")
                                    && !action.action().words().has("FINALIZE"))
                            .map(StatementContext.Action::at)));

    private PartitionRules() {}

    /** Finds actions that attach an existing table for which the predicate holds. */
    private static Stream<Token> attached(StatementContext context, BiPredicate<String, String> found) {
        return AlterTable.of(context.statement()).stream()
                .flatMap(alter -> alter.actions("ATTACH", "PARTITION").stream()
                        .filter(action -> alter.partition("ATTACH")
                                .filter(partition -> !context.schema().isNew(partition))
                                .filter(partition -> found.test(alter.table(), partition))
                                .isPresent())
                        .map(action -> action.at()));
    }

    private static boolean isChecked(StatementContext context, String parent, String partition) {
        List<String> key = key(context, parent);
        boolean holdsNull = key.stream()
                .anyMatch(column -> !context.schema().provesNotNull(partition, column)
                        && checks(context, partition).noneMatch(check -> saysNotNull(check, column)));
        return !holdsNull && mentionsBounds(context, parent, partition);
    }

    private static boolean saysNotNull(TokenSequence check, String column) {
        List<Token> tokens = check.tokens();
        return IntStream.range(0, tokens.size() - 3)
                .anyMatch(at -> tokens.get(at).isName()
                        && tokens.get(at).name().equals(column)
                        && new TokenSequence(tokens.subList(at + 1, at + 4)).starts("IS", "NOT", "NULL"));
    }

    /** Returns the partitioned table to which the statement adds a partition other than the default one. */
    private static Optional<String> addedTo(StatementContext context) {
        Optional<String> attached = AlterTable.of(context.statement())
                .filter(alter -> alter.actions("ATTACH", "PARTITION").stream()
                        .anyMatch(action -> !action.words().has("DEFAULT")))
                .map(AlterTable::table);
        return attached.or(() -> CreateTable.of(context.statement())
                .filter(create -> !create.rest().has("DEFAULT"))
                .flatMap(CreateTable::parent));
    }

    private static boolean scansDefault(StatementContext context, String parent) {
        return context.schema()
                .find(parent)
                .flatMap(table -> table.defaultPartition)
                .filter(partition -> !context.schema().isNew(partition))
                .filter(partition -> !mentionsBounds(context, parent, partition))
                .isPresent();
    }

    /** Returns true if validated checks name all columns and values of the partition bounds. */
    private static boolean mentionsBounds(StatementContext context, String parent, String partition) {
        TokenSequence bounds = context.statement().words().after("FOR", "VALUES");
        List<Token> checked = checks(context, partition)
                .flatMap(check -> check.tokens().stream())
                .toList();
        return !bounds.tokens().isEmpty()
                && !checked.isEmpty()
                && bounds.tokens().stream()
                        .filter(token -> token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NUMBER)
                        .allMatch(value ->
                                checked.stream().anyMatch(token -> token.text().equals(value.text())))
                && key(context, parent).stream()
                        .allMatch(column -> checked.stream()
                                .anyMatch(
                                        token -> token.isName() && token.name().equals(column)));
    }

    private static Stream<TokenSequence> checks(StatementContext context, String table) {
        return context.schema().find(table).stream().flatMap(TableState::validatedChecks);
    }

    /** Returns the columns of the partition key, without those inside expressions. */
    private static List<String> key(StatementContext context, String parent) {
        return context.schema().find(parent).flatMap(table -> table.partitionKey).stream()
                .flatMap(key -> key.parts().stream())
                .filter(part -> part.tokens().stream().noneMatch(token -> token.is("(")))
                .flatMap(part -> part.reader().takeName().stream())
                .toList();
    }
}
