package derrick.migrations.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table, partitioned or not.
 *
 * @param partitionKey what its rows are cut by, such as {@code RANGE ("timestamp")}
 * @param storage its storage parameters, in alphabetical order
 * @param columns in the order of the table, which is no difference between two
 * @param constraints in alphabetical order, as the other parts are
 * @param indexes those that no constraint owns
 */
public record Table(
        String name,
        boolean unlogged,
        Optional<String> partitionKey,
        Optional<String> storage,
        Optional<String> comment,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers,
        List<Partition> partitions)
        implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.TABLE;
    }

    @Override
    public Map<String, String> aspects() {
        return new Aspects()
                .when(unlogged, "persistence", "unlogged")
                .with("partition key", partitionKey)
                .with("storage", storage)
                .with("comment", comment)
                .all();
    }

    @Override
    public List<CatalogObject> parts() {
        return Stream.of(columns, constraints, indexes, triggers, partitions)
                .<CatalogObject>flatMap(List::stream)
                .toList();
    }
}
