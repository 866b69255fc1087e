package derrick.migrations.change;

import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Partition;
import derrick.migrations.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An index of a partitioned table, which PostgreSQL cannot build concurrently as one. It is built on the partitions
 * first: concurrently on those that the revisions made, one after the other on those that maintenance made since. The
 * index of the whole table then finds nothing left to build.
 */
record PartitionedIndex(String table, List<Partition> partitions, Index index) {
    private static final String ATTACHES = "its partitions have theirs by now, so that nothing is left to build";
    private static final String NONE = "no partition is known that it could be built on before";
    private static final String WHOLE = "PostgreSQL drops no index of a partitioned table concurrently";
    private static final String BACK = "it is the way back, which may wait";

    void add(Plan plan) {
        if (!partitions.isEmpty()) {
            build(plan);
        }
        plan.add(
                Stage.FINISH,
                table,
                Step.of(TableText.everywhere(index), "DROP INDEX " + Names.of(index.name()))
                        .excused("index-not-concurrent", partitions.isEmpty() ? NONE : ATTACHES)
                        .excused("drop-index-not-concurrent", WHOLE));
    }

    private void build(Plan plan) {
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        for (Partition partition : partitions) {
            String name = Names.of(Names.joined(partition.name(), ownName()));
            up.add("%sINDEX CONCURRENTLY IF NOT EXISTS %s ON %s%s"
                    .formatted(create(), name, Names.of(partition.name()), rest()));
            down.add("DROP INDEX CONCURRENTLY IF EXISTS " + name);
        }
        up.add(onOthers());
        plan.add(
                Stage.BUILD,
                table,
                Step.of(up, down)
                        .excused("mixed-transaction", "it makes a transaction for each partition")
                        .remarking("%s: partitions that maintenance made take no writes while theirs is built"
                                .formatted(index.name())));
    }

    Step drop() {
        return Step.of(List.of("DROP INDEX " + Names.of(index.name())), made(index))
                .excused("drop-index-not-concurrent", WHOLE)
                .excused("index-not-concurrent", BACK);
    }

    /** Writing waits, since two indexes of one name cannot be. */
    void replace(Index before, Plan plan) {
        String drop = "DROP INDEX " + Names.of(index.name());
        plan.add(
                Stage.FINISH,
                table,
                Step.of(List.of(drop, TableText.everywhere(index)), List.of(drop, TableText.everywhere(before)))
                        .excused("drop-index-not-concurrent", WHOLE)
                        .excused("index-not-concurrent", "two indexes of one name cannot be at a time")
                        .remarking(
                                "%s: nobody reads or writes %s while it is built anew".formatted(index.name(), table)));
    }

    private static List<String> made(Index index) {
        List<String> statements = new ArrayList<>(List.of(TableText.everywhere(index)));
        index.comment()
                .ifPresent(comment -> statements.add(Remark.on("INDEX " + Names.of(index.name()), index.comment())));
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
        return index.name().startsWith(table + "_") ? index.name().substring(table.length() + 1) : index.name();
    }

    private String onOthers() {
        return """
                DO $$
                DECLARE
                    partition text;
                BEGIN
                    FOR partition IN
                        SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                        WHERE inhparent = %s::regclass%s
                        ORDER BY relname
                    LOOP
                        PERFORM set_config('lock_timeout', '5s', true);
                        EXECUTE format(
                            '%sINDEX IF NOT EXISTS %%I ON %%I%s',
                            left(partition || %s, 63), partition);
                        COMMIT;
                    END LOOP;
                END
                $$""".formatted(
                        Quoted.text(Names.of(table)),
                        others(),
                        create(),
                        rest().replace("'", "''").replace("%", "%%"),
                        Quoted.text("_" + ownName()));
    }

    private String others() {
        return partitions.stream()
                .map(partition -> Quoted.text(partition.name()))
                .collect(Collectors.joining(", ", "\n            AND relname NOT IN (", ")"));
    }
}
