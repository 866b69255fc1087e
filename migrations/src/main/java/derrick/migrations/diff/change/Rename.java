package derrick.migrations.diff.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rename of a table or column.
 *
 * @param table the table of the column; empty if a table is renamed
 */
public record Rename(Optional<String> table, String from, String to) {
    private static final String REQUESTED =
            "the rename was requested; deploy the code that uses the new name together with it";

    public ChangeStep step() {
        return ChangeStep.of(sql(from, to), sql(to, from))
                .suppressing(table.isPresent() ? "rename-column" : "rename-table", REQUESTED);
    }

    private String sql(String oldName, String newName) {
        return table.map(name -> "ALTER TABLE %s RENAME COLUMN %s TO %s"
                        .formatted(Identifiers.of(name), Identifiers.of(oldName), Identifiers.of(newName)))
                .orElseGet(() ->
                        "ALTER TABLE %s RENAME TO %s".formatted(Identifiers.of(oldName), Identifiers.of(newName)));
    }

    /** A rename that matches no object, or more than one. Nothing was written. */
    public static final class UnknownRename extends RuntimeException {
        UnknownRename(String message) {
            super(message);
        }
    }

    /** Returns the old name, of a column after its table. */
    public String oldPath() {
        return table.map(name -> name + ".").orElse("") + from;
    }

    /** Returns the new name, of a column after its table. */
    public String newPath() {
        return table.map(name -> name + ".").orElse("") + to;
    }

    /** Returns the argument of {@code --rename}. */
    public String text() {
        return oldPath() + "=" + to;
    }

    /**
     * Parses {@code [table.]old=new}. Without a table it is the rename of a table, or of a column if only one table
     * matches.
     *
     * @throws UnknownRename if it matches nothing, or more than one object
     */
    public static Rename parse(String text, Catalog before, Catalog after) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new UnknownRename("'%s' is not a rename; write table.old=new, or old=new".formatted(text));
        }
        String left = text.substring(0, equals);
        String to = text.substring(equals + 1);
        int dot = left.indexOf('.');
        List<Rename> matches = dot < 0
                ? withoutTable(left, to, before, after)
                : possible(before, after, left.substring(0, dot), left.substring(dot + 1), to);
        if (matches.size() == 1) {
            return matches.get(0);
        }
        throw new UnknownRename(
                matches.isEmpty()
                        ? "cannot rename %s to %s: the old name must be in the files, the new one declared"
                                .formatted(left, to)
                        : "'%s' is ambiguous; write %s"
                                .formatted(
                                        text,
                                        String.join(
                                                " or ",
                                                matches.stream()
                                                        .map(Rename::text)
                                                        .toList())));
    }

    private static List<Rename> withoutTable(String from, String to, Catalog before, Catalog after) {
        if (isOnlyRenamed(before.tables().keySet(), after.tables().keySet(), from, to)) {
            return List.of(new Rename(Optional.empty(), from, to));
        }
        List<Rename> matches = new ArrayList<>();
        before.tables().keySet().forEach(table -> matches.addAll(possible(before, after, table, from, to)));
        return matches;
    }

    private static List<Rename> possible(Catalog before, Catalog after, String table, String from, String to) {
        return isOnlyRenamed(names(before, table), names(after, table), from, to)
                ? List.of(new Rename(Optional.of(table), from, to))
                : List.of();
    }

    private static boolean isOnlyRenamed(Set<String> before, Set<String> after, String from, String to) {
        return before.contains(from) && !after.contains(from) && after.contains(to) && !before.contains(to);
    }

    private static Set<String> names(Catalog catalog, String table) {
        return new HashSet<>(catalog.table(table).map(Table::columns).orElse(List.of()).stream()
                .map(Column::name)
                .toList());
    }

    /** Returns the possible renames: of columns with the same type, and of tables with the same columns. */
    public static List<Rename> possible(Catalog before, Catalog after) {
        List<Rename> possible = new ArrayList<>();
        MatchedByName<Table> tables =
                MatchedByName.of(before.tables().values(), after.tables().values());
        tables.common().forEach(table -> {
            MatchedByName<Column> columns = ColumnChanges.columns(table);
            for (Column removed : columns.removed()) {
                columns.added().stream()
                        .filter(added -> added.type().equals(removed.type()))
                        .map(added -> new Rename(Optional.of(table.after().name()), removed.name(), added.name()))
                        .forEach(possible::add);
            }
        });
        for (Table removed : tables.removed()) {
            tables.added().stream()
                    .filter(added -> columns(added).equals(columns(removed)))
                    .map(added -> new Rename(Optional.empty(), removed.name(), added.name()))
                    .forEach(possible::add);
        }
        return possible;
    }

    private static List<String> columns(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }
}
