package derrick.migrations.run.loss;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What tables and columns were called before the first script; what the scripts made was not there. */
final class OriginalNames {
    /** For names that do not mean any more what they meant before; empty if it was nothing. */
    private final Map<String, Optional<String>> tables = new HashMap<>();

    private final Map<String, Optional<String>> columns = new HashMap<>();

    private final Set<String> made = new HashSet<>();

    /** What a table was called; empty if it was not there. */
    Optional<String> before(String table) {
        return tables.getOrDefault(table, Optional.of(table));
    }

    /** What a column was called; empty if it was not there. */
    Optional<String> before(String table, String column) {
        return columns.getOrDefault(key(table, column), Optional.of(column));
    }

    void made(String table) {
        tables.put(table, Optional.empty());
        made.add(table);
    }

    void made(String table, String column) {
        columns.put(key(table, column), Optional.empty());
    }

    void dropped(String table) {
        tables.put(table, Optional.empty());
        made.remove(table);
    }

    void renamed(String table, String newName) {
        Optional<String> before = before(table);
        boolean itself = made.contains(table);
        dropped(table);
        tables.put(newName, before);
        if (itself) {
            made.add(newName);
        }
        columns.putAll(moved(table, newName));
    }

    private Map<String, Optional<String>> moved(String table, String newName) {
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
        made(table, column);
    }

    /** Whether a table that is called otherwise now left its name to one that the scripts made. */
    boolean isTaken(String before, String now) {
        return !before.equals(now) && made.contains(before);
    }

    private static String key(String table, String column) {
        return table + "." + column;
    }
}
