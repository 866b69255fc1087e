package derrick.migrations.backup;

import derrick.migrations.sql.SqlQuoting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What COPY needs to know of a table.
 *
 * @param columns in the order of the table
 * @param partitionKey empty if the table is not partitioned
 * @param partitions at all levels, each after its parent
 */
record TableDefinition(
        QualifiedName name, List<String> columns, Optional<String> partitionKey, List<Partition> partitions) {
    /**
     * A partition of a table.
     *
     * @param bounds such as {@code FOR VALUES IN (1)} or {@code DEFAULT}
     * @param partitionKey empty if it has no partitions itself
     */
    record Partition(QualifiedName name, QualifiedName parent, String bounds, Optional<String> partitionKey) {
        String definition() {
            return "CREATE TABLE %s PARTITION OF %s %s%s"
                    .formatted(
                            name.sql(),
                            parent.sql(),
                            bounds,
                            partitionKey.map(key -> " PARTITION BY " + key).orElse(""));
        }
    }

    TableDefinition {
        columns = List.copyOf(columns);
        partitions = List.copyOf(partitions);
    }

    /** The same table with only the columns that another definition has, too. */
    TableDefinition withColumnsOf(TableDefinition other) {
        return new TableDefinition(
                name, columns.stream().filter(other.columns::contains).toList(), partitionKey, partitions);
    }

    private String columnList() {
        return columns.stream().map(SqlQuoting::name).collect(Collectors.joining(", "));
    }

    /** The query for its rows: with those of its partitions, without those of tables that inherit from it. */
    String query() {
        return "SELECT %s FROM %s%s".formatted(columnList(), partitionKey.isPresent() ? "" : "ONLY ", name.sql());
    }

    /** The statement that writes its rows. */
    String copyOut() {
        return "COPY (%s) TO STDOUT".formatted(query());
    }

    /** The statement that reads such rows. */
    String copyIn() {
        return "COPY %s %s FROM STDIN".formatted(name.sql(), columns.isEmpty() ? "" : "(" + columnList() + ")");
    }
}
