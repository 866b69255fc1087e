package derrick.migrations.backup;

import derrick.migrations.sql.Quoted;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes what a backup has rows for and no revision makes: partitions, which maintenance made, and whatever somebody
 * made by hand. Of that only the columns are known, and somebody is to hear it.
 */
record Strays(Shapes database, Consumer<String> say) {
    void add(Manifest manifest) throws SQLException {
        List<TableShape> made = database.tables();
        Set<QualifiedName> partitions = made.stream()
                .flatMap(table -> table.partitions().stream())
                .map(TableShape.Partition::name)
                .collect(Collectors.toSet());
        for (SavedTable saved : manifest.tables()) {
            TableShape shape = saved.shape();
            Optional<TableShape> existing = made.stream()
                    .filter(table -> table.name().equals(shape.name()))
                    .findFirst();
            if (existing.isPresent()) {
                addColumns(shape, existing.get());
            } else {
                addTable(shape);
            }
            for (TableShape.Partition partition : shape.partitions()) {
                if (!partitions.contains(partition.name())) {
                    database.run(partition.definition());
                }
            }
        }
        addSequences(manifest.sequences());
    }

    private void addTable(TableShape shape) throws SQLException {
        say.accept("no revision makes the table %s: it gets its rows, but no keys".formatted(shape.name()));
        database.run("CREATE SCHEMA IF NOT EXISTS " + Quoted.name(shape.name().schema()));
        database.run(shape.definition());
    }

    private void addColumns(TableShape shape, TableShape existing) throws SQLException {
        for (TableShape.Column column : shape.columns()) {
            if (existing.columns().stream().noneMatch(other -> other.name().equals(column.name()))) {
                say.accept("no revision makes the column %s.%s: it gets its values, but no default"
                        .formatted(shape.name(), column.name()));
                database.run("ALTER TABLE %s ADD COLUMN %s %s"
                        .formatted(shape.name().sql(), Quoted.name(column.name()), column.type()));
            }
        }
    }

    private void addSequences(List<SavedSequence> sequences) throws SQLException {
        Set<QualifiedName> made =
                database.sequences().stream().map(SavedSequence::name).collect(Collectors.toSet());
        for (SavedSequence sequence : sequences) {
            if (!made.contains(sequence.name())) {
                database.run("CREATE SEQUENCE " + sequence.name().sql());
            }
        }
    }
}
