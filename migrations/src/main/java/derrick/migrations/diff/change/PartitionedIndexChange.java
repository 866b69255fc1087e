package derrick.migrations.diff.change;

import derrick.migrations.catalog.Index;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import derrick.migrations.sql.SqlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An index of a partitioned table, which PostgreSQL cannot build concurrently as one. It is built on the partitions at
 * the leaves first: concurrently on those that the revisions made, one after the other on those that maintenance made
 * since. The index of the whole table then finds nothing left to build. All of that is one revision: dropping the index
 * of the whole table drops those of the partitions too.
 */
record PartitionedIndexChange(String table, List<String> leaves, Index index) {
    private static final String ATTACHES = "its partitions have theirs by now, so that nothing is left to build";
    private static final String NONE = "no partition is known that it could be built on before";
    private static final String WHOLE = "PostgreSQL drops no index of a partitioned table concurrently";
    private static final String BACK = "it is the way back, which may wait";

    void add(ChangePlan plan) {
        if (!leaves.isEmpty()) {
            build(plan);
            return;
        }
        plan.add(
                Stage.VALIDATE,
                table,
                ChangeStep.of(TableDdl.everywhere(index), "DROP INDEX " + Identifiers.beside(table, index.name()))
                        .excused("index-not-concurrent", NONE)
                        .excused("drop-index-not-concurrent", WHOLE));
    }

    private void build(ChangePlan plan) {
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>(List.of("DROP INDEX IF EXISTS " + Identifiers.beside(table, index.name())));
        for (String leaf : leaves) {
            String name = index.shares().getOrDefault(leaf, Identifiers.joined(Identifiers.plain(leaf), ownName()));
            up.add("%sINDEX CONCURRENTLY IF NOT EXISTS %s ON %s%s"
                    .formatted(create(), Identifiers.of(name), leaf, rest()));
            down.add("DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.beside(leaf, name));
        }
        up.add(onOthers());
        up.add(TableDdl.everywhere(index));
        plan.add(
                Stage.BUILD,
                table,
                ChangeStep.of(up, down)
                        .excused("mixed-transaction", "it makes a transaction for each partition")
                        .excused("index-not-concurrent", ATTACHES)
                        .excused("drop-index-not-concurrent", WHOLE)
                        .remarking("%s: partitions that maintenance made take no writes while theirs is built"
                                .formatted(index.name())));
    }

    ChangeStep drop() {
        return ChangeStep.of(List.of("DROP INDEX " + Identifiers.beside(table, index.name())), made(index))
                .excused("drop-index-not-concurrent", WHOLE)
                .excused("index-not-concurrent", BACK);
    }

    /** Writing waits, since two indexes of one name cannot be. */
    void replace(Index before, ChangePlan plan) {
        String drop = "DROP INDEX " + Identifiers.beside(table, index.name());
        plan.add(
                Stage.VALIDATE,
                table,
                ChangeStep.of(List.of(drop, TableDdl.everywhere(index)), List.of(drop, TableDdl.everywhere(before)))
                        .excused("drop-index-not-concurrent", WHOLE)
                        .excused("index-not-concurrent", "two indexes of one name cannot be at a time")
                        .remarking(
                                "%s: nobody reads or writes %s while it is built anew".formatted(index.name(), table)));
    }

    private List<String> made(Index index) {
        List<String> statements = new ArrayList<>(List.of(TableDdl.everywhere(index)));
        index.comment()
                .ifPresent(comment -> statements.add(
                        CommentOn.on("INDEX " + Identifiers.beside(table, index.name()), index.comment())));
        return statements;
    }

    private String create() {
        return index.definition().startsWith("CREATE UNIQUE") ? "CREATE UNIQUE " : "CREATE ";
    }

    /** What follows the name of the table. */
    private String rest() {
        return index.definition()
                .substring(index.definition().indexOf(" USING "))
                .replaceFirst("^ USING btree", "");
    }

    private String ownName() {
        String start = Identifiers.plain(table) + "_";
        return index.name().startsWith(start) ? index.name().substring(start.length()) : index.name();
    }

    private String onOthers() {
        return """
                DO $$
                DECLARE
                    leaf record;
                BEGIN
                    FOR leaf IN
                        SELECT pg_class.oid::regclass AS name, relname
                        FROM pg_partition_tree(%s) JOIN pg_class ON pg_class.oid = relid
                        WHERE isleaf AND relkind = 'r'%s
                        ORDER BY relname
                    LOOP
                        PERFORM set_config('lock_timeout', '5s', true);
                        EXECUTE format(
                            '%sINDEX IF NOT EXISTS %%I ON %%s%s',
                            left(leaf.relname || %s, 63), leaf.name);
                        COMMIT;
                    END LOOP;
                END
                $$""".formatted(
                        SqlQuoting.text(table),
                        others(),
                        create(),
                        rest().replace("'", "''").replace("%", "%%"),
                        SqlQuoting.text("_" + ownName()));
    }

    private String others() {
        return leaves.stream()
                .map(leaf -> SqlQuoting.text(leaf) + "::regclass")
                .collect(Collectors.joining(", ", "\n            AND relid NOT IN (", ")"));
    }
}
