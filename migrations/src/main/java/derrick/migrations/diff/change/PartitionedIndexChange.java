package derrick.migrations.diff.change;

import derrick.migrations.catalog.Index;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.sql.SqlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Adds, changes or drops an index of a partitioned table, which PostgreSQL cannot build concurrently.
 *
 * <p>The index is built on the leaf partitions first: concurrently on those that the revisions create, and in one
 * transaction each on those that partition maintenance has added. CREATE INDEX on the partitioned table then attaches
 * them. All of this is one revision, because dropping the index of the table drops those of the partitions too.
 */
record PartitionedIndexChange(String table, List<String> leaves, Index index) {
    private static final String ATTACHES = "all partitions have the index, so nothing is built";
    private static final String NO_PARTITION = "no partition is known to build it on first";
    private static final String NOT_CONCURRENTLY =
            "PostgreSQL cannot drop an index of a partitioned table concurrently";
    private static final String DOWNGRADE = "a downgrade may block";

    void add(ChangePlan plan) {
        if (!leaves.isEmpty()) {
            buildOnPartitions(plan);
            return;
        }
        plan.add(
                Stage.VALIDATE,
                table,
                ChangeStep.of(TableDdl.createIndex(index), "DROP INDEX " + Identifiers.inSchemaOf(table, index.name()))
                        .suppressing("index-not-concurrent", NO_PARTITION)
                        .suppressing("drop-index-not-concurrent", NOT_CONCURRENTLY));
    }

    private void buildOnPartitions(ChangePlan plan) {
        List<String> up = new ArrayList<>();
        List<String> down =
                new ArrayList<>(List.of("DROP INDEX IF EXISTS " + Identifiers.inSchemaOf(table, index.name())));
        for (String leaf : leaves) {
            String name = index.partitions()
                    .getOrDefault(leaf, Identifiers.withSuffix(Identifiers.unquoted(leaf), nameWithoutTable()));
            up.add("%sINDEX CONCURRENTLY IF NOT EXISTS %s ON %s%s"
                    .formatted(create(), Identifiers.of(name), leaf, definition()));
            down.add("DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.inSchemaOf(leaf, name));
        }
        up.add(buildOnOtherPartitions());
        up.add(TableDdl.createIndex(index));
        plan.add(
                Stage.BUILD_INDEX,
                table,
                ChangeStep.of(up, down)
                        .suppressing("mixed-transaction", "each partition has a transaction of its own")
                        .suppressing("index-not-concurrent", ATTACHES)
                        .suppressing("drop-index-not-concurrent", NOT_CONCURRENTLY)
                        .withRemark(
                                "%s: partitions that maintenance added are locked for writes while it is built on them"
                                        .formatted(index.name())));
    }

    ChangeStep drop() {
        return ChangeStep.of(
                        List.of("DROP INDEX " + Identifiers.inSchemaOf(table, index.name())),
                        ObjectDdl.create(table, index))
                .suppressing("drop-index-not-concurrent", NOT_CONCURRENTLY)
                .suppressing("index-not-concurrent", DOWNGRADE);
    }

    /** Drops and creates the index in one transaction, because both have the same name. */
    void replace(Index before, ChangePlan plan) {
        String drop = "DROP INDEX " + Identifiers.inSchemaOf(table, index.name());
        plan.add(
                Stage.VALIDATE,
                table,
                ChangeStep.of(List.of(drop, TableDdl.createIndex(index)), List.of(drop, TableDdl.createIndex(before)))
                        .suppressing("drop-index-not-concurrent", NOT_CONCURRENTLY)
                        .suppressing("index-not-concurrent", "the old and the new index have the same name")
                        .withRemark("%s: %s is locked for reads and writes while it is rebuilt"
                                .formatted(index.name(), table)));
    }

    private String create() {
        return index.definition().startsWith("CREATE UNIQUE") ? "CREATE UNIQUE " : "CREATE ";
    }

    /** Returns the part of CREATE INDEX after the table name. */
    private String definition() {
        return index.definition()
                .substring(index.definition().indexOf(" USING "))
                .replaceFirst("^ USING btree", "");
    }

    private String nameWithoutTable() {
        String start = Identifiers.unquoted(table) + "_";
        return index.name().startsWith(start) ? index.name().substring(start.length()) : index.name();
    }

    private String buildOnOtherPartitions() {
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
                        excludedPartitions(),
                        create(),
                        definition().replace("'", "''").replace("%", "%%"),
                        SqlQuoting.text("_" + nameWithoutTable()));
    }

    private String excludedPartitions() {
        return leaves.stream()
                .map(leaf -> SqlQuoting.text(leaf) + "::regclass")
                .collect(Collectors.joining(", ", "\n            AND relid NOT IN (", ")"));
    }
}
