package derrick.migrations.change;

import java.util.List;

/** A column stops to take NULL, in steps that keep nobody waiting; and starts to. */
record NotNull(String table, String column, Plan plan) {
    /** A check for new rows now; in a later file it is proved for old ones, and the column takes its word for it. */
    void forbid() {
        String name = Names.joined(table + "_" + column, "filled");
        String alter = "ALTER TABLE " + Names.of(table);
        String add = "%s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
                .formatted(alter, Names.of(name), Names.of(column));
        String drop = ConstraintText.drop(table, name);
        plan.add(Stage.MAKE, table, Step.of(add, drop));
        plan.add(
                Stage.FINISH,
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
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(Names.of(table), Names.of(column));
        plan.add(
                Stage.MAKE,
                table,
                Step.of(alter + "DROP NOT NULL", alter + "SET NOT NULL")
                        .excused("set-not-null-scans", "a way back may wait; with NULL in a row it is refused"));
    }
}
