package derrick.migrations.diff.change;

import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Table.PartitionOf;
import derrick.migrations.catalog.Trigger;
import derrick.migrations.diff.change.MatchedByName.Match;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.StorageParameters;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes the parents, persistence, storage, comment, placement and triggers of a table. */
record TableChanges(Match<Table> table, ChangePlan plan) {
    static boolean changesParents(Match<Table> table) {
        return !table.before().partitionOf().equals(table.after().partitionOf())
                || !table.before().inherits().equals(table.after().inherits());
    }

    /** Attaches the table as a partition, detaches it, or changes the tables that it inherits from. */
    void addParentSteps() {
        if (changesParents(table)) {
            add(ChangeStep.of(
                    changeParents(table.before(), table.after()), changeParents(table.after(), table.before())));
        }
    }

    private static List<String> changeParents(Table from, Table to) {
        List<String> statements = new ArrayList<>();
        String name = to.name();
        if (!from.partitionOf().equals(to.partitionOf())) {
            from.partitionOf()
                    .map(PartitionOf::parent)
                    .ifPresent(parent -> statements.add("ALTER TABLE %s DETACH PARTITION %s".formatted(parent, name)));
            to.partitionOf()
                    .ifPresent(of -> statements.add(
                            "ALTER TABLE %s ATTACH PARTITION %s %s".formatted(of.parent(), name, of.bounds())));
        }
        if (!from.inherits().equals(to.inherits())) {
            from.inherits().forEach(parent -> statements.add("ALTER TABLE %s NO INHERIT %s".formatted(name, parent)));
            to.inherits().forEach(parent -> statements.add("ALTER TABLE %s INHERIT %s".formatted(name, parent)));
        }
        return statements;
    }

    void addSteps() {
        String name = table.after().name();
        String alter = "ALTER TABLE " + name;
        if (table.differsIn("persistence")) {
            add(ChangeStep.of(alter + persistence(table.after()), alter + persistence(table.before()))
                    .withRemark("%s is locked for reads and writes while it is rewritten".formatted(name)));
        }
        if (table.differsIn("storage")) {
            add(StorageParameters.step(
                    alter, table.before().storage(), table.after().storage()));
        }
        if (table.differsIn("comment")) {
            add(CommentOn.step(
                    "TABLE " + name, table.before().comment(), table.after().comment()));
        }
        if (table.differsIn("placement")) {
            changePlacement();
        }
        MatchedByName<Trigger> triggers =
                MatchedByName.of(table.before().triggers(), table.after().triggers());
        triggers.removed()
                .forEach(trigger -> add(ChangeStep.of(List.of(drop(trigger)), TableDdl.createTrigger(name, trigger))));
        triggers.common().stream().filter(Match::isChanged).forEach(this::change);
        triggers.added()
                .forEach(trigger -> add(ChangeStep.of(TableDdl.createTrigger(name, trigger), List.of(drop(trigger)))));
    }

    private void add(ChangeStep step) {
        plan.add(Stage.CREATE, table.after().name(), step);
    }

    private static String persistence(Table table) {
        return table.unlogged() ? " SET UNLOGGED" : " SET LOGGED";
    }

    /** Changes the access method and the tablespace; the row type of a typed table cannot change. */
    private void changePlacement() {
        String alter = "ALTER TABLE " + table.after().name();
        if (!TableDdl.isTyped(table.before()) && !TableDdl.isTyped(table.after())) {
            add(ChangeStep.of(setPlacement(alter, table.after()), setPlacement(alter, table.before()))
                    .withRemark("%s is locked for reads and writes while it is moved"
                            .formatted(table.after().name())));
        }
    }

    private static List<String> setPlacement(String alter, Table table) {
        String placement = table.placement().orElse("");
        Matcher method = Pattern.compile("USING ([^,]+)").matcher(placement);
        Matcher tablespace = Pattern.compile("TABLESPACE ([^,]+)").matcher(placement);
        return List.of(
                alter + " SET ACCESS METHOD " + (method.find() ? method.group(1) : "heap"),
                alter + " SET TABLESPACE " + (tablespace.find() ? tablespace.group(1) : "pg_default"));
    }

    private String drop(Trigger trigger) {
        return "DROP TRIGGER %s ON %s"
                .formatted(Identifiers.of(trigger.name()), table.after().name());
    }

    private void change(Match<Trigger> trigger) {
        String name = table.after().name();
        if (trigger.differsIn("definition")) {
            add(ChangeStep.of(List.of(drop(trigger.before())), TableDdl.createTrigger(name, trigger.before())));
            add(ChangeStep.of(TableDdl.createTrigger(name, trigger.after()), List.of(drop(trigger.after()))));
            return;
        }
        if (trigger.differsIn("firing")) {
            add(ChangeStep.of(
                    TableDdl.setTriggerFiring(name, trigger.after()),
                    TableDdl.setTriggerFiring(name, trigger.before())));
        }
        if (trigger.differsIn("comment")) {
            add(CommentOn.step(
                    "TRIGGER %s ON %s".formatted(Identifiers.of(trigger.after().name()), name),
                    trigger.before().comment(),
                    trigger.after().comment()));
        }
    }
}
