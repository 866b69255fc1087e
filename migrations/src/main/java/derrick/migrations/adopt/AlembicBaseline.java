package derrick.migrations.adopt;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.UnmanagedObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schema that Alembic's first revision makes: that of our first revision, plus an index on each id, a unique index
 * beside each unique constraint, and tables that our revisions do not make.
 *
 * @param first the schema that our first revision makes
 */
record AlembicBaseline(Catalog first) {
    private static final String NAIVE = "timestamp without time zone";

    /**
     * Returns the differences of a database, without those that Alembic's first revision explains. An additional view
     * is a difference, since it would prevent later revisions from rewriting its tables.
     */
    List<CatalogDifference> differences(Catalog live) {
        Map<String, Table> tables = new TreeMap<>(live.tables());
        tables.replaceAll((name, table) -> first.tables().containsKey(name) ? withoutRedundantIndexes(table) : table);
        List<UnmanagedObject> unmanaged = unmanaged(live);
        return CatalogDifference.between(
                        first.withoutGrants(), live.withTables(tables).withoutGrants())
                .stream()
                .filter(difference -> unmanaged.stream().noneMatch(object -> object.explains(difference)))
                .toList();
    }

    /** Returns the objects that our revisions do not make; views are left out. */
    List<UnmanagedObject> unmanaged(Catalog live) {
        return UnmanagedObject.in(live, first).stream()
                .filter(object -> object.kind() != CatalogObject.Kind.VIEW)
                .toList();
    }

    /** Returns the names of the tables that have a column of type timestamp without time zone. */
    List<String> tablesWithNaiveTimes() {
        Collection<Table> tables = first.tables().values();
        return tables.stream()
                .filter(table -> table.columns().stream().map(Column::type).anyMatch(type -> type.startsWith(NAIVE)))
                .map(Table::name)
                .toList();
    }

    private static Table withoutRedundantIndexes(Table table) {
        return new Table(
                table.name(),
                table.unlogged(),
                table.partitionOf(),
                table.inherits(),
                table.partitionKey(),
                table.storage(),
                table.placement(),
                table.comment(),
                table.columns(),
                table.constraints(),
                table.indexes().stream()
                        .filter(index -> !isRedundant(index, table))
                        .toList(),
                table.triggers());
    }

    private static boolean isRedundant(Index index, Table table) {
        String key = index.definition().replaceFirst("^.* USING btree ", "");
        boolean unique = index.definition().startsWith("CREATE UNIQUE INDEX");
        return unique
                ? table.constraints().stream()
                        .anyMatch(constraint -> constraint.definition().equals("UNIQUE " + key))
                : key.equals("(id)");
    }
}
