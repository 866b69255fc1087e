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
 * The schema that the scripts up to a statement create, as far as the rules need it. A table that no script creates
 * counts as existing.
 */
final class SchemaState {
    /** The state before any script. */
    static final SchemaState UNKNOWN = new SchemaState();

    final Map<String, TableState> tables = new HashMap<>();
    final Map<String, CreateIndex> indexes = new HashMap<>();

    final Set<String> newIndexes = new HashSet<>();
    /** Tables, types and columns (as table.column) that the current file creates, or the upgrade that it reverts. */
    final Set<String> fromRevision = new HashSet<>();
    /** Schemas that the current file creates, or the upgrade that it reverts. */
    final Set<String> schemasFromRevision = new HashSet<>();
    /** Domains with a constraint of their own or of the domain that they are based on. */
    final Set<String> constrainedDomains = new HashSet<>();

    final Set<String> newDomains = new HashSet<>();

    private SchemaState() {}

    private SchemaState copy() {
        SchemaState copy = new SchemaState();
        tables.forEach((name, table) -> copy.tables.put(name, table.copy()));
        copy.indexes.putAll(indexes);
        copy.newIndexes.addAll(newIndexes);
        copy.fromRevision.addAll(fromRevision);
        copy.schemasFromRevision.addAll(schemasFromRevision);
        copy.constrainedDomains.addAll(constrainedDomains);
        copy.newDomains.addAll(newDomains);
        return copy;
    }

    /** Returns the state after a further statement. */
    SchemaState after(Statement statement) {
        if (Stream.of("CREATE", "ALTER", "DROP", "SELECT")
                .noneMatch(verb -> statement.reader().take(verb))) {
            return this;
        }
        SchemaState next = copy();
        new SchemaChange(next).apply(statement);
        return next;
    }

    /** Returns the state before the next file, in which nothing counts as new. */
    SchemaState forNextFile() {
        SchemaState next = copy();
        next.tables.values().forEach(TableState::markExisting);
        next.newIndexes.clear();
        next.fromRevision.clear();
        next.schemasFromRevision.clear();
        next.newDomains.clear();
        return next;
    }

    /** Returns the state before the downgrade script of the current file. */
    SchemaState forDowngrade() {
        SchemaState next = forNextFile();
        next.fromRevision.addAll(fromRevision);
        next.schemasFromRevision.addAll(schemasFromRevision);
        return next;
    }

    /** Returns true if a script creates or alters the table. */
    boolean contains(String table) {
        return tables.containsKey(table);
    }

    /** Returns true if the current file creates the table. */
    boolean isNew(String table) {
        return find(table).filter(known -> known.isNew).isPresent();
    }

    /** Returns true if the current file creates the index. */
    boolean isNewIndex(String index) {
        return newIndexes.contains(index);
    }

    /** Returns true if the file, or the upgrade that it reverts, creates the table or column (as table.column). */
    boolean isFromRevision(String name) {
        return fromRevision.contains(name);
    }

    /** Returns true if the file, or the upgrade that it reverts, creates the schema. */
    boolean isSchemaFromRevision(String name) {
        return schemasFromRevision.contains(name);
    }

    /** Returns true if the table is partitioned. */
    boolean isPartitioned(String table) {
        return find(table).flatMap(known -> known.partitionKey).isPresent();
    }

    /** Returns true if the index belongs to a partitioned table. */
    boolean isPartitionedIndex(String index) {
        return Optional.ofNullable(indexes.get(index))
                .filter(known -> isPartitioned(known.table()))
                .isPresent();
    }

    /** Returns a text for each index and key of the table: its kind and its columns. */
    Set<String> indexed(String table) {
        return Stream.concat(
                        indexes.values().stream()
                                .filter(index -> index.table().equals(table)
                                        && !index.columns().isEmpty())
                                .map(index -> (index.unique() ? "UNIQUE INDEX " : "INDEX ") + index.columns()),
                        find(table).stream().flatMap(known -> known.keys.values().stream()))
                .collect(Collectors.toSet());
    }

    /** Returns the plain columns of an index; empty if the index is unknown. */
    List<String> indexColumns(String index) {
        return Optional.ofNullable(indexes.get(index)).map(CreateIndex::columns).orElse(List.of());
    }

    /** Returns true if the type is a domain with a constraint. */
    boolean isConstrainedDomain(TypeName type) {
        return !type.array() && constrainedDomains.contains(type.name());
    }

    Optional<TypeName> type(String table, String column) {
        return find(table).map(known -> known.columns.get(column));
    }

    /** Returns true if the column is NOT NULL or a validated constraint excludes NULL. */
    boolean provesNotNull(String table, String column) {
        return find(table).filter(known -> known.provesNotNull(column)).isPresent();
    }

    /** Returns true if the current file adds the constraint as NOT VALID. */
    boolean addedUnvalidated(String table, String constraint) {
        return find(table)
                .filter(known -> known.addedInFile.contains(constraint))
                .isPresent();
    }

    Optional<TableState> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** The state of one table. */
    static final class TableState {
        final Map<String, TypeName> columns = new HashMap<>();
        final Set<String> notNull = new HashSet<>();
        /** CHECK (column IS NOT NULL) and NOT NULL constraints by name, with their column. */
        final Map<String, String> notNullChecks = new HashMap<>();
        /** The conditions of named CHECK constraints. */
        final Map<String, TokenSequence> checks = new HashMap<>();
        /** The conditions of validated CHECK constraints without a name. */
        final List<TokenSequence> unnamedChecks = new ArrayList<>();
        /** Primary keys and UNIQUE constraints by name, with kind and columns. */
        final Map<String, String> keys = new HashMap<>();
        /** Names of constraints that are NOT VALID. */
        final Set<String> unvalidated = new HashSet<>();
        /** Names of NOT VALID constraints that the current file adds. */
        final Set<String> addedInFile = new HashSet<>();

        boolean isNew;
        Optional<TokenSequence> partitionKey = Optional.empty();
        Optional<String> defaultPartition = Optional.empty();

        TableState copy() {
            TableState copy = new TableState();
            copy.columns.putAll(columns);
            copy.notNull.addAll(notNull);
            copy.notNullChecks.putAll(notNullChecks);
            copy.checks.putAll(checks);
            copy.unnamedChecks.addAll(unnamedChecks);
            copy.keys.putAll(keys);
            copy.unvalidated.addAll(unvalidated);
            copy.addedInFile.addAll(addedInFile);
            copy.isNew = isNew;
            copy.partitionKey = partitionKey;
            copy.defaultPartition = defaultPartition;
            return copy;
        }

        boolean provesNotNull(String column) {
            return notNull.contains(column)
                    || notNullChecks.entrySet().stream()
                            .anyMatch(
                                    check -> check.getValue().equals(column) && !unvalidated.contains(check.getKey()));
        }

        /** Returns the conditions of validated CHECK constraints. */
        Stream<TokenSequence> validatedChecks() {
            return Stream.concat(
                    unnamedChecks.stream(),
                    checks.entrySet().stream()
                            .filter(check -> !unvalidated.contains(check.getKey()))
                            .map(Map.Entry::getValue));
        }

        void dropConstraint(String constraint) {
            notNullChecks.remove(constraint);
            checks.remove(constraint);
            keys.remove(constraint);
            unvalidated.remove(constraint);
            addedInFile.remove(constraint);
        }

        void markExisting() {
            isNew = false;
            addedInFile.clear();
        }
    }
}
