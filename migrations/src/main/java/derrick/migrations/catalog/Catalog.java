package derrick.migrations.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of a database in all schemas except the system schemas. The history table, members of extensions and
 * owners are left out. The keys of the maps are the names of the objects, in alphabetical order.
 *
 * @param grants the grants and revokes, default privileges included
 * @param dependencies the dependencies between the objects
 */
public record Catalog(
        Map<String, EnumType> enums,
        Map<String, Sequence> sequences,
        Map<String, Routine> functions,
        Map<String, Table> tables,
        Map<String, View> views,
        Map<String, OtherObject> others,
        Map<String, OtherObject> grants,
        Dependencies dependencies) {
    /** A catalog without objects. */
    public static final Catalog EMPTY = new Catalog(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new Dependencies(Map.of()));

    /** Returns a table by its name. */
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Returns a copy with other tables. */
    public Catalog withTables(Map<String, Table> newTables) {
        return new Catalog(enums, sequences, functions, newTables, views, others, grants, dependencies);
    }

    /** Returns a copy without grants, for a comparison with scripts that grant nothing. */
    public Catalog withoutGrants() {
        return new Catalog(enums, sequences, functions, tables, views, others, Map.of(), dependencies);
    }

    /** Returns all objects; their parts are inside them. */
    public List<CatalogObject> objects() {
        return Stream.of(enums, sequences, functions, tables, views, others, grants)
                .map(Map::values)
                .<CatalogObject>flatMap(Collection::stream)
                .toList();
    }
}
