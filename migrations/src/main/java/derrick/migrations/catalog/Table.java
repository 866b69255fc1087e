package derrick.migrations.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table. A partition is one too, and has only those parts that it does not get from the table that it is a partition
 * of.
 *
 * @param partitionOf the table that it is a partition of, and which rows it takes
 * @param inherits the tables that it inherits from, in their order
 * @param partitionKey what its rows are partitioned by, such as {@code RANGE ("timestamp")}
 * @param storage its storage parameters, in alphabetical order
 * @param placement its access method, tablespace or row type, where they are not the usual ones
 * @param columns in the order of the table, which is no difference between two
 * @param constraints in alphabetical order, as the other parts are
 * @param indexes those that no constraint owns
 */
public record Table(
        String name,
        boolean unlogged,
        Optional<PartitionOf> partitionOf,
        List<String> inherits,
        Optional<String> partitionKey,
        Optional<String> storage,
        Optional<String> placement,
        Optional<String> comment,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers)
        implements CatalogObject {
    /**
     * What makes a table a partition.
     *
     * @param bounds which rows it takes, such as {@code DEFAULT}
     */
    public record PartitionOf(String parent, String bounds) {}

    @Override
    public Kind kind() {
        return partitionOf.isPresent() ? Kind.PARTITION : Kind.TABLE;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .when(unlogged, "persistence", "unlogged")
                .with("parent", partitionOf.map(PartitionOf::parent))
                .with("bounds", partitionOf.map(PartitionOf::bounds))
                .when(!inherits.isEmpty(), "inherits", String.join(", ", inherits))
                .with("partition key", partitionKey)
                .with("storage", storage)
                .with("placement", placement)
                .with("comment", comment)
                .all();
    }

    @Override
    public List<CatalogObject> parts() {
        return Stream.of(columns, constraints, indexes, triggers)
                .<CatalogObject>flatMap(List::stream)
                .toList();
    }
}
