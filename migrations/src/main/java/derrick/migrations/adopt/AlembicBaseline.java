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
 * The form in which Alembic's first revision left a database: our first revision's, and besides an index on each id, a
 * second unique index beside each unique constraint, and tables that are none of ours.
 *
 * @param first what our first revision makes
 */
record AlembicBaseline(Catalog first) {
    private static final String NAIVE = "timestamp without time zone";

    /**
     * What a database has differently, apart from what may be there besides. A view that is there besides is told: if
     * it shows a table of ours, that could not be rewritten.
     */
    List<CatalogDifference> against(Catalog live) {
        Map<String, Table> tables = new TreeMap<>(live.tables());
        tables.replaceAll((name, table) -> first.tables().containsKey(name) ? withoutRedundantIndexes(table) : table);
        List<UnmanagedObject> others = others(live);
        return CatalogDifference.between(
                        first.withoutGrants(), live.withTables(tables).withoutGrants())
                .stream()
                .filter(difference -> others.stream().noneMatch(other -> other.explains(difference)))
                .toList();
    }

    /** What is there and none of ours. */
    List<UnmanagedObject> others(Catalog live) {
        return UnmanagedObject.besides(live, first).stream()
                .filter(other -> other.kind() != CatalogObject.Kind.VIEW)
                .toList();
    }

    /** Our tables that have times without a zone. */
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
