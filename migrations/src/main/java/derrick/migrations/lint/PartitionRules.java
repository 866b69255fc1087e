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
                    "ATTACH PARTITION of a table that the file did not make, without a validated CHECK of its bounds",
                    "nobody reads or writes it while every row is checked",
                    "first CHECK (…) NOT VALID of the bounds, VALIDATE it in a later file",
                    site -> attached(site, (parent, partition) -> !isChecked(site, parent, partition))),
            Rule.ofStatement(
                    "attach-builds-index",
                    "ATTACH PARTITION of a table that the file did not make, without an index that its parent has",
                    "nobody reads or writes it while the missing index is built",
                    "first an index of the same columns on it, with CREATE INDEX CONCURRENTLY",
                    site -> attached(
                            site,
                            (parent, partition) -> !site.schema()
                                    .indexed(partition)
                                    .containsAll(site.schema().indexed(parent)))),
            Rule.ofStatement(
                    "default-partition-scanned",
                    "a new partition beside a DEFAULT one whose validated CHECK does not exclude its bounds",
                    "nobody reads or writes the default partition while every row is checked",
                    "give the default partition CHECK (NOT …) NOT VALID; VALIDATE it; then this",
                    site -> site.firstIf(addedTo(site)
                            .filter(parent -> scansDefault(site, parent))
                            .isPresent())),
            Rule.ofStatement(
                    "partitioned-index",
                    "CREATE INDEX on a partitioned table that the file did not make, without ONLY",
                    "each partition takes no writes while its index is built; no CONCURRENTLY here",
                    "ON ONLY …; then CONCURRENTLY on each partition; then ATTACH PARTITION",
                    site -> site.firstIf(CreateIndex.of(site.statement())
                            .filter(index -> !index.only() && site.schema().isPartitioned(index.table()))
                            .filter(index -> !site.schema().isNew(index.table()))
                            .isPresent())),
            Rule.ofStatement(
                    "drop-partitioned-index",
                    "DROP INDEX of an index of a partitioned table that the file did not make",
                    "nobody uses the table or its partitions meanwhile; no CONCURRENTLY here",
                    "a file of its own, with a short lock_timeout, when no long query runs",
                    site -> site.firstIf(Drop.of(site.statement(), "INDEX").stream()
                            .flatMap(drop -> drop.names().stream())
                            .anyMatch(index -> site.schema().isPartitionedIndex(index)
                                    && !site.schema().isNewIndex(index)))),
            Rule.ofStatement(
                    "detach-not-concurrent",
                    "DETACH PARTITION without CONCURRENTLY",
                    "nobody reads or writes the whole partitioned table meanwhile",
                    "in a file of its own: DETACH PARTITION … CONCURRENTLY",
                    site -> site.actions()
                            .filter(action -> action.action().phrase().starts("DETACH", "PARTITION")
                                    && !action.action().phrase().has("CONCURRENTLY")
                                    && !action.action().phrase().has("FINALIZE"))
                            .map(StatementContext.Action::at)));

    private PartitionRules() {}

    /** The actions that attach an old table for which something holds. */
    private static Stream<Token> attached(StatementContext site, BiPredicate<String, String> found) {
        return AlterTable.of(site.statement()).stream()
                .flatMap(alter -> alter.actions("ATTACH", "PARTITION").stream()
                        .filter(action -> alter.partition("ATTACH")
                                .filter(partition -> !site.schema().isNew(partition))
                                .filter(partition -> found.test(alter.table(), partition))
                                .isPresent())
                        .map(action -> action.at()));
    }

    private static boolean isChecked(StatementContext site, String parent, String partition) {
        List<String> key = key(site, parent);
        boolean holdsNull = key.stream()
                .anyMatch(column -> !site.schema().provesNotNull(partition, column)
                        && checks(site, partition).noneMatch(check -> saysNotNull(check, column)));
        return !holdsNull && mentionsBounds(site, parent, partition);
    }

    private static boolean saysNotNull(TokenSequence check, String column) {
        List<Token> tokens = check.tokens();
        return IntStream.range(0, tokens.size() - 3)
                .anyMatch(at -> tokens.get(at).isName()
                        && tokens.get(at).name().equals(column)
                        && new TokenSequence(tokens.subList(at + 1, at + 4)).starts("IS", "NOT", "NULL"));
    }

    /** The partitioned table that gets one more partition, which is not the default one. */
    private static Optional<String> addedTo(StatementContext site) {
        Optional<String> attached = AlterTable.of(site.statement())
                .filter(alter -> alter.actions("ATTACH", "PARTITION").stream()
                        .anyMatch(action -> !action.phrase().has("DEFAULT")))
                .map(AlterTable::table);
        return attached.or(() -> CreateTable.of(site.statement())
                .filter(create -> !create.rest().has("DEFAULT"))
                .flatMap(CreateTable::parent));
    }

    private static boolean scansDefault(StatementContext site, String parent) {
        return site.schema()
                .find(parent)
                .flatMap(table -> table.defaultPartition)
                .filter(partition -> !site.schema().isNew(partition))
                .filter(partition -> !mentionsBounds(site, parent, partition))
                .isPresent();
    }

    /** Whether validated checks name the columns and values that bound the partition: then they are about the same. */
    private static boolean mentionsBounds(StatementContext site, String parent, String partition) {
        TokenSequence bounds = site.statement().phrase().after("FOR", "VALUES");
        List<Token> checked = checks(site, partition)
                .flatMap(check -> check.tokens().stream())
                .toList();
        return !bounds.tokens().isEmpty()
                && !checked.isEmpty()
                && bounds.tokens().stream()
                        .filter(token -> token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NUMBER)
                        .allMatch(value ->
                                checked.stream().anyMatch(token -> token.text().equals(value.text())))
                && key(site, parent).stream()
                        .allMatch(column -> checked.stream()
                                .anyMatch(
                                        token -> token.isName() && token.name().equals(column)));
    }

    private static Stream<TokenSequence> checks(StatementContext site, String table) {
        return site.schema().find(table).stream().flatMap(TableState::validatedChecks);
    }

    /** The columns of a partition key; those inside an expression do not count. */
    private static List<String> key(StatementContext site, String parent) {
        return site.schema().find(parent).flatMap(table -> table.partitionKey).stream()
                .flatMap(key -> key.parts().stream())
                .filter(part -> part.tokens().stream().noneMatch(token -> token.is("(")))
                .flatMap(part -> part.reader().takeName().stream())
                .toList();
    }
}
