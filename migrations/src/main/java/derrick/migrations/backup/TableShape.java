package derrick.migrations.backup;

import derrick.migrations.sql.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What must be known of a table to read its rows and to put them back.
 *
 * @param columns those that hold values of their own, in the order of the table; generated ones do not
 * @param partitionKey what its rows are cut by; empty if they are not
 * @param partitions all below it, each after the one that it is a part of
 */
record TableShape(QualifiedName name, List<Column> columns, Optional<String> partitionKey, List<Partition> partitions) {
    /** A column, and its type as PostgreSQL writes it. */
    record Column(String name, String type) {}

    /**
     * A part of a table.
     *
     * @param bounds which rows it takes, such as {@code DEFAULT}
     * @param partitionKey what its own rows are cut by, if they are
     */
    record Partition(QualifiedName name, QualifiedName parent, String bounds, Optional<String> partitionKey) {
        String definition() {
            return "CREATE TABLE %s PARTITION OF %s %s%s"
                    .formatted(name.sql(), parent.sql(), bounds, cut(partitionKey));
        }
    }

    TableShape {
        columns = List.copyOf(columns);
        partitions = List.copyOf(partitions);
    }

    private String columnList() {
        return columns.stream().map(column -> Quoted.name(column.name())).collect(Collectors.joining(", "));
    }

    /** The query for its rows, those of its partitions included, those of tables that inherit from it not. */
    String query() {
        return "SELECT %s FROM %s%s".formatted(columnList(), partitionKey.isPresent() ? "" : "ONLY ", name.sql());
    }

    /** The statement that reads its rows. */
    String copyOut() {
        return "COPY (%s) TO STDOUT".formatted(query());
    }

    /** The statement that takes such rows. */
    String copyIn() {
        return "COPY %s %s FROM STDIN".formatted(name.sql(), columns.isEmpty() ? "" : "(" + columnList() + ")");
    }

    private static String cut(Optional<String> partitionKey) {
        return partitionKey.map(key -> " PARTITION BY " + key).orElse("");
    }
}
