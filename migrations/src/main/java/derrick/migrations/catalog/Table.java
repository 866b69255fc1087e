package derrick.migrations.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table or partition. Inherited columns are left out if they do not differ from the parent's.
 *
 * @param partitionOf the parent and the bounds of a partition
 * @param inherits the tables that it inherits from, in their order
 * @param partitionKey the partition key, such as {@code RANGE ("timestamp")}
 * @param storage the storage parameters, in alphabetical order
 * @param placement the access method, tablespace and row type that are not the default
 * @param columns the columns in the order of the table; the order is not compared
 * @param constraints the constraints in alphabetical order, like the other parts
 * @param indexes the indexes that do not belong to a constraint
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
     * The parent and the bounds of a partition.
     *
     * @param bounds the bounds, such as {@code DEFAULT}
     */
    public record PartitionOf(String parent, String bounds) {}

    /** Returns a copy with other columns. */
    public Table withColumns(List<Column> newColumns) {
        return new Table(
                name,
                unlogged,
                partitionOf,
                inherits,
                partitionKey,
                storage,
                placement,
                comment,
                newColumns,
                constraints,
                indexes,
                triggers);
    }

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
