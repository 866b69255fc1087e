package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.Drop;
import java.util.List;
import java.util.stream.Stream;

/** Rules about indexes that are built or dropped without CONCURRENTLY. */
final class IndexRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "index-not-concurrent",
                    "CREATE INDEX or REINDEX without CONCURRENTLY on a table that the file did not create",
                    "builds the index under a SHARE lock; writes wait, with REINDEX most reads, too",
                    "in a file of its own: CREATE INDEX CONCURRENTLY IF NOT EXISTS …",
                    IndexRules::builds),
            Rule.ofStatement(
                    "drop-index-not-concurrent",
                    "DROP INDEX without CONCURRENTLY of an index that the file did not create",
                    "takes an ACCESS EXCLUSIVE lock on the table; reads and writes wait",
                    "in a file of its own: DROP INDEX CONCURRENTLY IF EXISTS …",
                    IndexRules::drops));

    private IndexRules() {}

    private static Stream<Token> builds(StatementContext context) {
        boolean creates = CreateIndex.of(context.statement())
                .filter(index -> !index.concurrently())
                .filter(index -> !context.schema().isPartitioned(index.table()))
                .filter(index -> !context.schema().isNew(index.table()))
                .isPresent();
        return context.firstIf(creates || rebuilds(context.statement(), context.schema()));
    }

    /**
     * Returns true if the statement rebuilds an existing index without CONCURRENTLY. Indexes of system catalogues do
     * not count, because they cannot be rebuilt concurrently.
     */
    static boolean rebuilds(Statement statement, SchemaState schema) {
        TokenReader reader = statement.reader();
        if (!reader.take("REINDEX")) {
            return false;
        }
        boolean concurrently = reader.takeParenthesized()
                        .filter(options -> options.has("CONCURRENTLY"))
                        .isPresent()
                || reader.rest().has("CONCURRENTLY");
        boolean ofNew = reader.rest().after("TABLE").reader().takeQualifiedName().stream()
                        .anyMatch(schema::isNew)
                || reader.rest().after("INDEX").reader().takeQualifiedName().stream()
                        .anyMatch(schema::isNewIndex);
        return !concurrently && !ofNew && !reader.rest().starts("SYSTEM");
    }

    private static Stream<Token> drops(StatementContext context) {
        return context.firstIf(Drop.of(context.statement(), "INDEX")
                .filter(drop -> !drop.concurrently())
                .filter(drop -> !drop.names().stream()
                        .allMatch(index -> context.schema().isNewIndex(index)
                                || context.schema().isPartitionedIndex(index)))
                .isPresent());
    }
}
