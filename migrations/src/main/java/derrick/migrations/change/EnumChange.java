package derrick.migrations.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.catalog.Filling;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.View;
import derrick.migrations.sql.Quoted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** An enum gets other values: more of them in place, fewer or in another order by a type made anew. */
record EnumChange(EnumType before, EnumType after, Catalog catalog) {
    void plan(Plan plan) {
        String name = Names.of(after.name());
        if (!before.labels().equals(after.labels())) {
            boolean grows = isSubsequence(before.labels(), after.labels());
            Step step = Step.of(grows ? additions() : anew(before, after), anew(after, before))
                    .excused("type-change", "an enum cannot lose a value or change their order in place");
            if (grows) {
                plan.add(
                        Stage.EXTEND,
                        after.name(),
                        step.remarking("%s: the way back makes the type anew; it is refused where rows have a new value"
                                .formatted(after.name())));
            } else if (after.labels().containsAll(before.labels())) {
                plan.add(
                        Stage.MAKE,
                        after.name(),
                        step.remarking("%s is made anew: nobody reads or writes its tables meanwhile"
                                .formatted(after.name())));
            } else {
                plan.add(
                        Stage.CLEAR,
                        after.name(),
                        step.losing(new Step.Loss(
                                "values of " + after.name() + ", unless no row has them", Optional.empty())));
            }
        }
        if (!before.comment().equals(after.comment())) {
            plan.add(Stage.MAKE, after.name(), Remark.step("TYPE " + name, before.comment(), after.comment()));
        }
    }

    private static boolean isSubsequence(List<String> part, List<String> whole) {
        Iterator<String> rest = whole.iterator();
        return part.stream().allMatch(label -> {
            while (rest.hasNext()) {
                if (rest.next().equals(label)) {
                    return true;
                }
            }
            return false;
        });
    }

    private List<String> additions() {
        List<String> statements = new ArrayList<>();
        List<String> labels = after.labels();
        for (int at = 0; at < labels.size(); at++) {
            if (!before.labels().contains(labels.get(at))) {
                String where = at > 0
                        ? " AFTER " + Quoted.text(labels.get(at - 1))
                        : " BEFORE " + Quoted.text(before.labels().get(0));
                statements.add("ALTER TYPE %s ADD VALUE IF NOT EXISTS %s%s"
                        .formatted(Names.of(after.name()), Quoted.text(labels.get(at)), where));
            }
        }
        return statements;
    }

    /** The type under another name, one with other values in its place, and the columns over to that. */
    private List<String> anew(EnumType from, EnumType to) {
        String old = Names.of(Names.joined(from.name(), "before"));
        List<View> readers = ViewChanges.readersOf(from, catalog);
        List<String> statements = new ArrayList<>();
        for (int at = readers.size() - 1; at >= 0; at--) {
            statements.add(new ViewText(readers.get(at)).dropped());
        }
        statements.add("ALTER TYPE %s RENAME TO %s".formatted(Names.of(from.name()), old));
        statements.add(EnumText.type(to));
        for (Table table : catalog.tables().values()) {
            for (Column column : table.columns()) {
                if (isOf(from, column)) {
                    statements.addAll(over(table, column));
                }
            }
        }
        statements.add("DROP TYPE " + old);
        if (from.comment().isPresent()) {
            statements.add(Remark.on("TYPE " + Names.of(from.name()), from.comment()));
        }
        readers.forEach(view -> statements.addAll(new ViewText(view).create()));
        return statements;
    }

    static boolean isOf(EnumType type, Column column) {
        return column.type().replace("[]", "").equals(Names.of(type.name()));
    }

    private static List<String> over(Table table, Column column) {
        String name = Names.of(column.name());
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(Names.of(table.name()), name);
        String array = column.type().endsWith("[]") ? "[]" : "";
        List<String> statements = new ArrayList<>();
        boolean value = column.filling() instanceof Filling.Default;
        if (value) {
            statements.add(alter + "DROP DEFAULT");
        }
        statements.add("%sTYPE %s USING %s::text%s::%s".formatted(alter, column.type(), name, array, column.type()));
        if (value) {
            statements.add(alter + "SET DEFAULT " + column.filling().text().orElseThrow());
        }
        return statements;
    }
}
