package derrick.migrations.run.loss;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Maps names of tables and columns to those before the first script. Objects that the scripts created have none. */
final class OriginalNames {
    /** Holds only changed names; empty for objects that did not exist before. */
    private final Map<String, Optional<String>> tables = new HashMap<>();

    private final Map<String, Optional<String>> columns = new HashMap<>();

    private final Set<String> created = new HashSet<>();

    /** Returns the original name of a table; empty if it did not exist. */
    Optional<String> before(String table) {
        return tables.getOrDefault(table, Optional.of(table));
    }

    /** Returns the original name of a column; empty if it did not exist. */
    Optional<String> before(String table, String column) {
        return columns.getOrDefault(key(table, column), Optional.of(column));
    }

    void created(String table) {
        tables.put(table, Optional.empty());
        created.add(table);
    }

    void created(String table, String column) {
        columns.put(key(table, column), Optional.empty());
    }

    void dropped(String table) {
        tables.put(table, Optional.empty());
        created.remove(table);
    }

    void renamed(String table, String newName) {
        Optional<String> before = before(table);
        boolean wasCreated = created.contains(table);
        dropped(table);
        tables.put(newName, before);
        if (wasCreated) {
            created.add(newName);
        }
        columns.putAll(columnsOf(table, newName));
    }

    private Map<String, Optional<String>> columnsOf(String table, String newName) {
        Map<String, Optional<String>> moved = new HashMap<>();
        columns.forEach((key, before) -> {
            if (key.startsWith(table + ".")) {
                moved.put(newName + key.substring(table.length()), before);
            }
        });
        return moved;
    }

    void renamed(String table, String column, String newName) {
        columns.put(key(table, newName), before(table, column));
        created(table, column);
    }

    /** True if the scripts renamed a table and created another with its original name. */
    boolean isTaken(String before, String now) {
        return !before.equals(now) && created.contains(before);
    }

    private static String key(String table, String column) {
        return table + "." + column;
    }
}
