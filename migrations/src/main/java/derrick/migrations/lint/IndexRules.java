package derrick.migrations.lint;

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

    private static Stream<Token> builds(Site site) {
        boolean creates = CreateIndex.of(site.statement())
                .filter(index -> !index.concurrently() && !index.only())
                .filter(index -> !site.schema().isNew(index.table()))
                .isPresent();
        return site.firstIf(creates || rebuilds(site));
    }

    /** The catalogues of the system cannot be reindexed concurrently, so that this is not held against them. */
    private static boolean rebuilds(Site site) {
        TokenReader reader = site.statement().reader();
        if (!reader.take("REINDEX")) {
            return false;
        }
        boolean concurrently = reader.takeParenthesised()
                        .filter(options -> options.has("CONCURRENTLY"))
                        .isPresent()
                || reader.rest().has("CONCURRENTLY");
        boolean ofNewTable = reader.rest().starts("TABLE")
                && reader.rest().after("TABLE").reader().takeQualifiedName().stream()
                        .anyMatch(site.schema()::isNew);
        return !concurrently && !ofNewTable && !reader.rest().starts("SYSTEM");
    }

    private static Stream<Token> drops(Site site) {
        return site.firstIf(Drop.of(site.statement(), "INDEX")
                .filter(drop -> !drop.concurrently())
                .filter(drop -> !drop.names().stream().allMatch(site.schema()::isNewIndex))
                .isPresent());
    }
}
