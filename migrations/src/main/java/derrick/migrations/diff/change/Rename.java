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
 * A table or a column that gets another name.
 *
 * @param table whose column it is; empty if the table itself is renamed
 */
public record Rename(Optional<String> table, String from, String to) {
    private static final String SAID = "create was told so: deploy what knows the new name with it";

    /** The step, its way back included. */
    public ChangeStep step() {
        return ChangeStep.of(sql(from, to), sql(to, from))
                .excused(table.isPresent() ? "rename-column" : "rename-table", SAID);
    }

    private String sql(String old, String now) {
        return table.map(name -> "ALTER TABLE %s RENAME COLUMN %s TO %s"
                        .formatted(Identifiers.of(name), Identifiers.of(old), Identifiers.of(now)))
                .orElseGet(() -> "ALTER TABLE %s RENAME TO %s".formatted(Identifiers.of(old), Identifiers.of(now)));
    }

    /** What it is called so far, a column after its table. */
    public String oldPath() {
        return table.map(name -> name + ".").orElse("") + from;
    }

    /** What it is to be called. */
    public String newPath() {
        return table.map(name -> name + ".").orElse("") + to;
    }

    /** How it is written for {@code --rename}. */
    public String text() {
        return oldPath() + "=" + to;
    }

    /**
     * What {@code [table.]old=new} means: with a table before it, a column; without, a table, or a column of the one
     * table where it can be meant.
     *
     * @throws UnknownRename if it can mean nothing, or several things
     */
    public static Rename read(String text, Catalog before, Catalog after) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new UnknownRename("'%s' is no rename; write table.old=new, or old=new".formatted(text));
        }
        String left = text.substring(0, equals);
        String to = text.substring(equals + 1);
        int dot = left.indexOf('.');
        List<Rename> meant = dot < 0
                ? withoutTable(left, to, before, after)
                : possible(before, after, left.substring(0, dot), left.substring(dot + 1), to);
        if (meant.size() == 1) {
            return meant.get(0);
        }
        throw new UnknownRename(
                meant.isEmpty()
                        ? "nothing is called %s that is declared as %s; the old name stands before ="
                                .formatted(left, to)
                        : "'%s' may be %s"
                                .formatted(
                                        text,
                                        String.join(
                                                " or ",
                                                meant.stream().map(Rename::text).toList())));
    }

    private static List<Rename> withoutTable(String from, String to, Catalog before, Catalog after) {
        if (isReplaced(before.tables().keySet(), after.tables().keySet(), from, to)) {
            return List.of(new Rename(Optional.empty(), from, to));
        }
        List<Rename> meant = new ArrayList<>();
        before.tables().keySet().forEach(table -> meant.addAll(possible(before, after, table, from, to)));
        return meant;
    }

    private static List<Rename> possible(Catalog before, Catalog after, String table, String from, String to) {
        return isReplaced(names(before, table), names(after, table), from, to)
                ? List.of(new Rename(Optional.of(table), from, to))
                : List.of();
    }

    private static boolean isReplaced(Set<String> before, Set<String> after, String from, String to) {
        return before.contains(from) && !after.contains(from) && after.contains(to) && !before.contains(to);
    }

    private static Set<String> names(Catalog catalog, String table) {
        return new HashSet<>(catalog.table(table).map(Table::columns).orElse(List.of()).stream()
                .map(Column::name)
                .toList());
    }

    /** What may be a rename: in one table a column goes and another of the same type comes. */
    public static List<Rename> possible(Catalog before, Catalog after) {
        List<Rename> possible = new ArrayList<>();
        MatchedByName<Table> tables =
                MatchedByName.of(before.tables().values(), after.tables().values());
        tables.kept().forEach(table -> {
            MatchedByName<Column> columns = ColumnChanges.columns(table);
            for (Column gone : columns.gone()) {
                columns.come().stream()
                        .filter(come -> come.type().equals(gone.type()))
                        .map(come -> new Rename(Optional.of(table.after().name()), gone.name(), come.name()))
                        .forEach(possible::add);
            }
        });
        for (Table gone : tables.gone()) {
            tables.come().stream()
                    .filter(come -> look(come).equals(look(gone)))
                    .map(come -> new Rename(Optional.empty(), gone.name(), come.name()))
                    .forEach(possible::add);
        }
        return possible;
    }

    private static List<String> look(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }
}
