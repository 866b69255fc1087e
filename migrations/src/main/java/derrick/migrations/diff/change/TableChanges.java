package derrick.migrations.diff.change;

import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Trigger;
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.StorageParameters;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changes about a table that stays, beside its columns, constraints and indexes. */
record TableChanges(Kept<Table> table, ChangePlan plan) {
    void collect() {
        String name = table.after().name();
        String alter = "ALTER TABLE " + name;
        if (table.differsIn("persistence")) {
            make(ChangeStep.of(alter + persistence(table.after()), alter + persistence(table.before()))
                    .remarking("%s: nobody reads or writes it while it is written anew".formatted(name)));
        }
        if (table.differsIn("storage")) {
            make(StorageParameters.step(
                    alter, table.before().storage(), table.after().storage()));
        }
        if (table.differsIn("comment")) {
            make(CommentOn.step(
                    "TABLE " + name, table.before().comment(), table.after().comment()));
        }
        if (table.differsIn("placement")) {
            place();
        }
        MatchedByName<Trigger> triggers =
                MatchedByName.of(table.before().triggers(), table.after().triggers());
        triggers.gone()
                .forEach(trigger -> make(ChangeStep.of(List.of(drop(trigger)), TableDdl.trigger(name, trigger))));
        triggers.kept().stream().filter(Kept::isChanged).forEach(this::change);
        triggers.come()
                .forEach(trigger -> make(ChangeStep.of(TableDdl.trigger(name, trigger), List.of(drop(trigger)))));
    }

    private void make(ChangeStep step) {
        plan.add(Stage.CREATE, table.after().name(), step);
    }

    private static String persistence(Table table) {
        return table.unlogged() ? " SET UNLOGGED" : " SET LOGGED";
    }

    /** Only the access method and the tablespace of a table can change. */
    private void place() {
        String alter = "ALTER TABLE " + table.after().name();
        if (!TableDdl.isTyped(table.before()) && !TableDdl.isTyped(table.after())) {
            make(ChangeStep.of(placed(alter, table.after()), placed(alter, table.before()))
                    .remarking("%s: nobody reads or writes it while it is moved"
                            .formatted(table.after().name())));
        }
    }

    private static List<String> placed(String alter, Table table) {
        String placement = table.placement().orElse("");
        Matcher method = Pattern.compile("USING ([^,]+)").matcher(placement);
        Matcher space = Pattern.compile("TABLESPACE ([^,]+)").matcher(placement);
        return List.of(
                alter + " SET ACCESS METHOD " + (method.find() ? method.group(1) : "heap"),
                alter + " SET TABLESPACE " + (space.find() ? space.group(1) : "pg_default"));
    }

    private String drop(Trigger trigger) {
        return "DROP TRIGGER %s ON %s"
                .formatted(Identifiers.of(trigger.name()), table.after().name());
    }

    private void change(Kept<Trigger> trigger) {
        String name = table.after().name();
        if (trigger.differsIn("definition")) {
            make(ChangeStep.of(List.of(drop(trigger.before())), TableDdl.trigger(name, trigger.before())));
            make(ChangeStep.of(TableDdl.trigger(name, trigger.after()), List.of(drop(trigger.after()))));
            return;
        }
        if (trigger.differsIn("firing")) {
            make(ChangeStep.of(TableDdl.firing(name, trigger.after()), TableDdl.firing(name, trigger.before())));
        }
        if (trigger.differsIn("comment")) {
            make(CommentOn.step(
                    "TRIGGER %s ON %s".formatted(Identifiers.of(trigger.after().name()), name),
                    trigger.before().comment(),
                    trigger.after().comment()));
        }
    }
}
