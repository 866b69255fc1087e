package derrick.migrations.diff;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds catalogs without a database. */
public final class TestCatalog {
    private TestCatalog() {}

    public static Column column(String name, String type) {
        return column(name, type, true, new ColumnDefault.NoDefault(), Optional.empty());
    }

    public static Column column(
            String name, String type, boolean nullable, ColumnDefault value, Optional<String> sequence) {
        return new Column(name, type, nullable, value, sequence, Optional.empty(), false, Optional.empty());
    }

    public static Constraint constraint(String name, Constraint.Type type, String definition) {
        return new Constraint(name, type, definition, true, Optional.empty());
    }

    public static Index index(String name, String definition) {
        return new Index(name, definition, true, Optional.empty(), Map.of());
    }

    public static Table table(String name, Column... columns) {
        return table(name, List.of(columns), List.of(), List.of());
    }

    public static Table table(String name, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
        return new Table(
                name,
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                columns,
                constraints,
                indexes,
                List.of());
    }

    public static Catalog catalog(Table... tables) {
        Map<String, Table> byName = new TreeMap<>();
        for (Table table : tables) {
            byName.put(table.name(), table);
        }
        return Catalog.EMPTY.withTables(byName);
    }
}
