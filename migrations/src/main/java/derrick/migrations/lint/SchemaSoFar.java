package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.ddl.TypeName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the text of the scripts so far says about the schema. It is no catalogue: it knows what rules ask for, and a
 * table that it has never heard of is an old one.
 */
final class SchemaSoFar {
    /** Nothing is known. */
    static final SchemaSoFar UNKNOWN = new SchemaSoFar();

    final Map<String, TableSoFar> tables = new HashMap<>();
    final Set<String> newIndexes = new HashSet<>();
    /** Tables and columns (as table.column) that the file at hand, or the way up that it takes back, has made. */
    final Set<String> made = new HashSet<>();
    /** Schemas that it has made. */
    final Set<String> madeSchemas = new HashSet<>();

    private SchemaSoFar() {}

    private SchemaSoFar copy() {
        SchemaSoFar copy = new SchemaSoFar();
        tables.forEach((name, table) -> copy.tables.put(name, table.copy()));
        copy.newIndexes.addAll(newIndexes);
        copy.made.addAll(made);
        copy.madeSchemas.addAll(madeSchemas);
        return copy;
    }

    /** The schema after one more statement. */
    SchemaSoFar after(Statement statement) {
        if (Stream.of("CREATE", "ALTER", "DROP", "SELECT")
                .noneMatch(verb -> statement.reader().take(verb))) {
            return this;
        }
        SchemaSoFar next = copy();
        new SchemaChange(next).apply(statement);
        return next;
    }

    /** The schema as the next file finds it: nothing is new any more. */
    SchemaSoFar settled() {
        SchemaSoFar next = copy();
        next.tables.values().forEach(TableSoFar::settle);
        next.newIndexes.clear();
        next.made.clear();
        next.madeSchemas.clear();
        return next;
    }

    /** The schema as the script finds it that takes back the file which led here. */
    SchemaSoFar toBeUndone() {
        SchemaSoFar next = settled();
        next.made.addAll(made);
        next.madeSchemas.addAll(madeSchemas);
        return next;
    }

    /** Whether a script has made the table or changed it. */
    boolean knows(String table) {
        return tables.containsKey(table);
    }

    /** Whether the file at hand made the table. */
    boolean isNew(String table) {
        return Optional.ofNullable(tables.get(table))
                .filter(known -> known.isNew)
                .isPresent();
    }

    /** Whether the file at hand made the index. */
    boolean isNewIndex(String index) {
        return newIndexes.contains(index);
    }

    /** Whether the file made a table or a column (as table.column), or takes back the file that did. */
    boolean wasMade(String name) {
        return made.contains(name);
    }

    /** Whether the file made a schema, or takes back the file that did. */
    boolean wasSchemaMade(String name) {
        return madeSchemas.contains(name);
    }

    Optional<TypeName> type(String table, String column) {
        return find(table).map(known -> known.columns.get(column));
    }

    /** Whether a constraint that holds for all rows says that the column holds no NULL. */
    boolean provesNotNull(String table, String column) {
        return find(table).filter(known -> known.provesNotNull(column)).isPresent();
    }

    /** Whether the file at hand added the constraint, NOT VALID. */
    boolean addedUnvalidated(String table, String constraint) {
        return find(table).filter(known -> known.addedNow.contains(constraint)).isPresent();
    }

    private Optional<TableSoFar> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }
}
