package derrick.migrations.backup;

import derrick.migrations.sql.Quoted;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes what a backup has and no revision makes: partitions, which maintenance made, and whatever somebody made or
 * changed by hand. Of that people are to hear, and of what the server would not have again.
 */
record Strays(Shapes database, Belongings belongings, Consumer<String> say) {
    /** Before the rows come: what holds them, and nothing that keeps out what was in. */
    void beforeRows(Manifest manifest) throws SQLException {
        tell(belongings.make(Belongings.FIRST, manifest.objects()));
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
                changeTypes(shape, existing.get());
            }
            for (TableShape.Partition partition : shape.partitions()) {
                if (!partitions.contains(partition.name())) {
                    database.run(partition.definition());
                }
            }
        }
        belongings
                .loosen(manifest.objects())
                .forEach(object -> say.accept("a revision makes it, and it was not there: " + object));
    }

    private void changeTypes(TableShape shape, TableShape existing) throws SQLException {
        for (TableShape.Column column : shape.columns()) {
            if (existing.columns().stream()
                    .anyMatch(other ->
                            other.name().equals(column.name()) && !other.type().equals(column.type()))) {
                say.accept("the column %s.%s is %s again, as it was by hand"
                        .formatted(shape.name(), column.name(), column.type()));
                database.run("ALTER TABLE %s ALTER COLUMN %s TYPE %s"
                        .formatted(shape.name().sql(), Quoted.name(column.name()), column.type()));
            }
        }
    }

    /** After they came: keys, indexes, views and the like. */
    void afterRows(Manifest manifest) throws SQLException {
        tell(belongings.make(Belongings.AFTERWARDS, manifest.objects()));
    }

    private void tell(Belongings.Made made) {
        made.made().stream()
                .filter(object -> object.kind() != ObjectKind.COMMENT)
                .forEach(object -> say.accept("made or changed by hand, and back: " + object));
        made.refused().forEach((object, reason) -> say.accept("not back: %s: %s".formatted(object, reason)));
    }
}
