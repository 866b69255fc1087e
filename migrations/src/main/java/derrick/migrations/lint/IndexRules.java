package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.Drop;
import java.util.List;
import java.util.stream.Stream;

/** Indexes that are built or dropped while people work. */
final class IndexRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "index-not-concurrent",
                    "CREATE INDEX or REINDEX without CONCURRENTLY on a table that the file did not make",
                    "writing to the table waits until the whole index is built",
                    "in a file of its own: CREATE INDEX CONCURRENTLY IF NOT EXISTS …",
                    IndexRules::builds),
            Rule.ofStatement(
                    "drop-index-not-concurrent",
                    "DROP INDEX without CONCURRENTLY of an index that the file did not make",
                    "reading and writing the table wait, also while this waits for its lock",
                    "in a file of its own: DROP INDEX CONCURRENTLY IF EXISTS …",
                    IndexRules::drops));

    private IndexRules() {}

    private static Stream<Token> builds(StatementContext site) {
        boolean creates = CreateIndex.of(site.statement())
                .filter(index -> !index.concurrently())
                .filter(index -> !site.schema().isPartitioned(index.table()))
                .filter(index -> !site.schema().isNew(index.table()))
                .isPresent();
        return site.firstIf(creates || rebuilds(site.statement(), site.schema()));
    }

    /**
     * Whether an index that exists is built again while writers wait. Those of the system's catalogues cannot be built
     * concurrently, so that they do not count.
     */
    static boolean rebuilds(Statement statement, SchemaState schema) {
        TokenReader reader = statement.reader();
        if (!reader.take("REINDEX")) {
            return false;
        }
        boolean concurrently = reader.takeParenthesised()
                        .filter(options -> options.has("CONCURRENTLY"))
                        .isPresent()
                || reader.rest().has("CONCURRENTLY");
        boolean ofNew = reader.rest().after("TABLE").reader().takeQualifiedName().stream()
                        .anyMatch(schema::isNew)
                || reader.rest().after("INDEX").reader().takeQualifiedName().stream()
                        .anyMatch(schema::isNewIndex);
        return !concurrently && !ofNew && !reader.rest().starts("SYSTEM");
    }

    private static Stream<Token> drops(StatementContext site) {
        return site.firstIf(Drop.of(site.statement(), "INDEX")
                .filter(drop -> !drop.concurrently())
                .filter(drop -> !drop.names().stream()
                        .allMatch(index ->
                                site.schema().isNewIndex(index) || site.schema().isPartitionedIndex(index)))
                .isPresent());
    }
}
