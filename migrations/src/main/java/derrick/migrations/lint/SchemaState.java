package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema as the text of the scripts so far describes it. It knows what rules ask for, and takes a table that no
 * script has made for an old one.
 */
final class SchemaState {
    /** Nothing is known. */
    static final SchemaState UNKNOWN = new SchemaState();

    final Map<String, TableState> tables = new HashMap<>();
    final Map<String, CreateIndex> indexes = new HashMap<>();

    final Set<String> newIndexes = new HashSet<>();
    /** Tables, types and columns (as table.column) that the file at hand, or the one that it takes back, has made. */
    final Set<String> made = new HashSet<>();
    /** Schemas that it has made. */
    final Set<String> madeSchemas = new HashSet<>();
    /** Domains whose values are checked, also where another domain below them is. */
    final Set<String> constrainedDomains = new HashSet<>();

    final Set<String> newDomains = new HashSet<>();

    private SchemaState() {}

    private SchemaState copy() {
        SchemaState copy = new SchemaState();
        tables.forEach((name, table) -> copy.tables.put(name, table.copy()));
        copy.indexes.putAll(indexes);
        copy.newIndexes.addAll(newIndexes);
        copy.made.addAll(made);
        copy.madeSchemas.addAll(madeSchemas);
        copy.constrainedDomains.addAll(constrainedDomains);
        copy.newDomains.addAll(newDomains);
        return copy;
    }

    /** The schema after one more statement. */
    SchemaState after(Statement statement) {
        if (Stream.of("CREATE", "ALTER", "DROP", "SELECT")
                .noneMatch(verb -> statement.reader().take(verb))) {
            return this;
        }
        SchemaState next = copy();
        new SchemaChange(next).apply(statement);
        return next;
    }

    /** The schema as the next file finds it: nothing is new any more. */
    SchemaState settled() {
        SchemaState next = copy();
        next.tables.values().forEach(TableState::settle);
        next.newIndexes.clear();
        next.made.clear();
        next.madeSchemas.clear();
        next.newDomains.clear();
        return next;
    }

    /** The schema as the script finds it that takes back the file which led here. */
    SchemaState toBeUndone() {
        SchemaState next = settled();
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
        return find(table).filter(known -> known.isNew).isPresent();
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

    /** Whether the rows of the table are in partitions. */
    boolean isPartitioned(String table) {
        return find(table).flatMap(known -> known.partitionKey).isPresent();
    }

    /** Whether the index is one of a partitioned table, and so stands for those of all partitions. */
    boolean isPartitionedIndex(String index) {
        return Optional.ofNullable(indexes.get(index))
                .filter(known -> isPartitioned(known.table()))
                .isPresent();
    }

    /** What indexes of columns a table has, each with its columns and what kind it is. */
    Set<String> indexed(String table) {
        return Stream.concat(
                        indexes.values().stream()
                                .filter(index -> index.table().equals(table)
                                        && !index.columns().isEmpty())
                                .map(index -> (index.unique() ? "UNIQUE INDEX " : "INDEX ") + index.columns()),
                        find(table).stream().flatMap(known -> known.keys.values().stream()))
                .collect(Collectors.toSet());
    }

    /** The columns of an index that no expression computes; none if the index is not known. */
    List<String> indexColumns(String index) {
        return Optional.ofNullable(indexes.get(index)).map(CreateIndex::columns).orElse(List.of());
    }

    /** Whether the type is a domain that checks its values. */
    boolean isConstrainedDomain(TypeName type) {
        return !type.array() && constrainedDomains.contains(type.name());
    }

    Optional<TypeName> type(String table, String column) {
        return find(table).map(known -> known.columns.get(column));
    }

    /** Whether the column cannot hold NULL, or a constraint that holds for all rows says that it does not. */
    boolean provesNotNull(String table, String column) {
        return find(table).filter(known -> known.provesNotNull(column)).isPresent();
    }

    /** Whether the file at hand added the constraint, NOT VALID. */
    boolean addedUnvalidated(String table, String constraint) {
        return find(table).filter(known -> known.addedNow.contains(constraint)).isPresent();
    }

    Optional<TableState> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** One table. */
    static final class TableState {
        final Map<String, TypeName> columns = new HashMap<>();
        final Set<String> notNull = new HashSet<>();
        /** Constraints that say only that a column holds no NULL, each with its column. */
        final Map<String, String> withoutNull = new HashMap<>();
        /** The conditions of CHECK constraints that have a name. */
        final Map<String, TokenSequence> checks = new HashMap<>();
        /** The conditions of those that have none, which the server held against the rows. */
        final List<TokenSequence> namelessChecks = new ArrayList<>();
        /** Primary keys and UNIQUE constraints, each with its kind and columns. */
        final Map<String, String> keys = new HashMap<>();
        /** Constraints that the server has not held against the rows yet. */
        final Set<String> unvalidated = new HashSet<>();
        /** Those among them that came with the file at hand. */
        final Set<String> addedNow = new HashSet<>();

        boolean isNew;
        Optional<TokenSequence> partitionKey = Optional.empty();
        Optional<String> defaultPartition = Optional.empty();

        TableState copy() {
            TableState copy = new TableState();
            copy.columns.putAll(columns);
            copy.notNull.addAll(notNull);
            copy.withoutNull.putAll(withoutNull);
            copy.checks.putAll(checks);
            copy.namelessChecks.addAll(namelessChecks);
            copy.keys.putAll(keys);
            copy.unvalidated.addAll(unvalidated);
            copy.addedNow.addAll(addedNow);
            copy.isNew = isNew;
            copy.partitionKey = partitionKey;
            copy.defaultPartition = defaultPartition;
            return copy;
        }

        boolean provesNotNull(String column) {
            return notNull.contains(column)
                    || withoutNull.entrySet().stream()
                            .anyMatch(
                                    check -> check.getValue().equals(column) && !unvalidated.contains(check.getKey()));
        }

        /** The conditions that hold for all rows. */
        Stream<TokenSequence> validatedChecks() {
            return Stream.concat(
                    namelessChecks.stream(),
                    checks.entrySet().stream()
                            .filter(check -> !unvalidated.contains(check.getKey()))
                            .map(Map.Entry::getValue));
        }

        void forget(String constraint) {
            withoutNull.remove(constraint);
            checks.remove(constraint);
            keys.remove(constraint);
            unvalidated.remove(constraint);
            addedNow.remove(constraint);
        }

        void settle() {
            isNew = false;
            addedNow.clear();
        }
    }
}
