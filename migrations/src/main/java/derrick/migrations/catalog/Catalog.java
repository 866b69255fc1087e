package derrick.migrations.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of a database, in all schemas but the system's. The history of revisions, what extensions brought along
 * and who owns what are left out. Each map leads from name to object, in alphabetical order.
 *
 * @param grants what was granted and revoked, default privileges included
 * @param dependencies which object needs which others
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
    /** The database in which nothing is. */
    public static final Catalog EMPTY = new Catalog(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new Dependencies(Map.of()));

    /** The table of this name. */
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The same with other tables. */
    public Catalog withTables(Map<String, Table> others) {
        return new Catalog(enums, sequences, functions, others, views, this.others, grants, dependencies);
    }

    /** The same without what was granted and revoked, for a comparison with files that grant nothing. */
    public Catalog withoutGrants() {
        return new Catalog(enums, sequences, functions, tables, views, others, Map.of(), dependencies);
    }

    /** All objects, each with its parts inside. */
    public List<CatalogObject> objects() {
        return Stream.of(enums, sequences, functions, tables, views, others, grants)
                .map(Map::values)
                .<CatalogObject>flatMap(Collection::stream)
                .toList();
    }
}
