package derrick.migrations.change;

import java.util.List;

/** Adds or drops NOT NULL of a column without a blocking table scan. */
record NotNull(String table, String column, Plan plan) {
    /** A check for new rows now; in a later file it is proved for old ones, and the column takes its word for it. */
    void forbid() {
        String name = Names.joined(Names.plain(table) + "_" + column, "filled");
        String alter = "ALTER TABLE " + table;
        String add = "%s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
                .formatted(alter, Names.of(name), Names.of(column));
        String drop = ConstraintText.drop(table, name);
        plan.add(
                Stage.CREATE,
                table,
                Step.of(add, drop)
                        .remarking(("%s.%s: from this file on NULL is refused; fill rows that have NULL before the file"
                                        + " that validates, or that file is refused")
                                .formatted(table, column)));
        plan.add(
                Stage.VALIDATE,
                table,
                Step.of(
                        List.of(
                                ConstraintText.validate(table, name),
                                "%s ALTER COLUMN %s SET NOT NULL".formatted(alter, Names.of(column)),
                                drop),
                        List.of("%s ALTER COLUMN %s DROP NOT NULL".formatted(alter, Names.of(column)), add)));
    }

    /** On the way back the server looks at every row, and refuses where a row has NULL by then. */
    void allow() {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Names.of(column));
        plan.add(
                Stage.CREATE,
                table,
                Step.of(alter + "DROP NOT NULL", alter + "SET NOT NULL")
                        .excused("set-not-null-scans", "a way back may wait; with NULL in a row it is refused"));
    }
}
