package derrick.migrations.lint;

import derrick.migrations.sql.ddl.TypeName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the scripts so far say about one table. */
final class TableSoFar {
    final Map<String, TypeName> columns = new HashMap<>();
    /** Constraints that say only that a column holds no NULL, each with its column. */
    final Map<String, String> withoutNull = new HashMap<>();
    /** Constraints that the server has not held against the rows yet. */
    final Set<String> unvalidated = new HashSet<>();
    /** Those among them that came with the file at hand. */
    final Set<String> addedNow = new HashSet<>();

    boolean isNew;

    TableSoFar copy() {
        TableSoFar copy = new TableSoFar();
        copy.columns.putAll(columns);
        copy.withoutNull.putAll(withoutNull);
        copy.unvalidated.addAll(unvalidated);
        copy.addedNow.addAll(addedNow);
        copy.isNew = isNew;
        return copy;
    }

    boolean provesNotNull(String column) {
        return withoutNull.entrySet().stream()
                .anyMatch(check -> check.getValue().equals(column) && !unvalidated.contains(check.getKey()));
    }

    void forget(String constraint) {
        withoutNull.remove(constraint);
        unvalidated.remove(constraint);
        addedNow.remove(constraint);
    }

    void settle() {
        isNew = false;
        addedNow.clear();
    }
}
