package derrick.migrations.backup;

import derrick.migrations.sql.SqlQuoting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The definition of a table as far as COPY needs it.
 *
 * @param columns the columns in table order
 * @param partitionKey empty if the table is not partitioned
 * @param partitions the partitions at all levels, each after its parent
 */
record TableDefinition(
        QualifiedName name, List<String> columns, Optional<String> partitionKey, List<Partition> partitions) {
    /**
     * A partition of a table.
     *
     * @param bounds such as {@code FOR VALUES IN (1)} or {@code DEFAULT}
     * @param partitionKey empty if it is not partitioned itself
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

    /** Returns the table with only the columns that another definition also has. */
    TableDefinition withColumnsOf(TableDefinition other) {
        return new TableDefinition(
                name, columns.stream().filter(other.columns::contains).toList(), partitionKey, partitions);
    }

    private String columnList() {
        return columns.stream().map(SqlQuoting::name).collect(Collectors.joining(", "));
    }

    /** Returns the query for its rows, including partitions and excluding inheriting tables. */
    String query() {
        return "SELECT %s FROM %s%s".formatted(columnList(), partitionKey.isPresent() ? "" : "ONLY ", name.sql());
    }

    /** Returns the COPY statement that exports the rows. */
    String copyOut() {
        return "COPY (%s) TO STDOUT".formatted(query());
    }

    /** Returns the COPY statement that imports the rows. */
    String copyIn() {
        return "COPY %s %s FROM STDIN".formatted(name.sql(), columns.isEmpty() ? "" : "(" + columnList() + ")");
    }

    /** The name of a table or sequence, with its schema. */
    record QualifiedName(String schema, String name) {
        /** Returns the quoted, qualified name. */
        String sql() {
            return SqlQuoting.name(schema) + "." + SqlQuoting.name(name);
        }

        /** Returns the name for messages, without the schema public. */
        @Override
        public String toString() {
            return schema.equals("public") ? name : schema + "." + name;
        }
    }
}
