package derrick.migrations.diff.change;

import derrick.migrations.diff.ddl.ConstraintDdl;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.List;

/** Adds or drops NOT NULL of a column without a blocking table scan. */
record NotNullChange(String table, String column, ChangePlan plan) {
    /** A check for new rows now; in a later file it is proved for old ones, and the column takes its word for it. */
    void forbid() {
        String name = Identifiers.joined(Identifiers.plain(table) + "_" + column, "filled");
        String alter = "ALTER TABLE " + table;
        String add = "%s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
                .formatted(alter, Identifiers.of(name), Identifiers.of(column));
        String drop = ConstraintDdl.drop(table, name);
        plan.add(
                Stage.CREATE,
                table,
                ChangeStep.of(add, drop)
                        .remarking(("%s.%s: from this file on NULL is refused; fill rows that have NULL before the file"
                                        + " that validates, or that file is refused")
                                .formatted(table, column)));
        plan.add(
                Stage.VALIDATE,
                table,
                ChangeStep.of(
                        List.of(
                                ConstraintDdl.validate(table, name),
                                "%s ALTER COLUMN %s SET NOT NULL".formatted(alter, Identifiers.of(column)),
                                drop),
                        List.of("%s ALTER COLUMN %s DROP NOT NULL".formatted(alter, Identifiers.of(column)), add)));
    }

    /** On the way back the server looks at every row, and refuses where a row has NULL by then. */
    void allow() {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(column));
        plan.add(
                Stage.CREATE,
                table,
                ChangeStep.of(alter + "DROP NOT NULL", alter + "SET NOT NULL")
                        .excused("set-not-null-scans", "a way back may wait; with NULL in a row it is refused"));
    }
}
