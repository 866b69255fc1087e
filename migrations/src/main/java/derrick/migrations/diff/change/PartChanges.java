package derrick.migrations.diff.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Trigger;
import derrick.migrations.diff.change.ConstraintChanges.KeyDependents;
import derrick.migrations.diff.change.MatchedByName.Match;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.StorageParameters;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plans changes of the settings, comments, constraints, indexes, triggers and policies of existing tables and views. It
 * also plans those of the whole database: publications, event triggers, grants.
 */
public record PartChanges(SchemaGraph before, SchemaGraph after, SchemaPair original, ChangePlan plan) {
    /** Types of objects that may need an index, and so are created after the indexes. */
    private static final Set<String> DEPENDENT_ON_INDEXES =
            Set.of("replica identity of", "clustering of", "comment of index", "settings of");

    /** The schema before the first step and the declared schema. */
    public record SchemaPair(Catalog before, Catalog after) {
        /** Returns the values that are lost with a dropped column which a part of a table uses. */
        Optional<ChangeStep.StepLoss> loss(String table, String definition) {
            Optional<Table> old = before.table(table);
            Optional<Table> declared = after.table(table);
            if (old.isEmpty() || declared.isEmpty()) {
                return Optional.empty();
            }
            return ColumnChanges.columns(new Match<>(old.get(), declared.get())).removed().stream()
                    .map(Column::name)
                    .filter(column -> SchemaGraph.mentions(definition, Identifiers.of(column)))
                    .findFirst()
                    .map(column -> new ChangeStep.StepLoss(
                            "the values of " + table + "." + column, Optional.of(table + "." + column)));
        }

        /** Returns true if a foreign key is on a new table or may need a new key of an existing table. */
        boolean needsNewKey(String owner, Constraint constraint) {
            if (constraint.type() == Constraint.Type.FOREIGN_KEY
                    && before.table(owner).isEmpty()) {
                return true;
            }
            Set<String> withNewKeys = before.tables().values().stream()
                    .filter(table -> after.table(table.name()).stream()
                            .flatMap(declared ->
                                    MatchedByName.of(table.constraints(), declared.constraints()).added().stream())
                            .anyMatch(key ->
                                    key.type() == Constraint.Type.UNIQUE || key.type() == Constraint.Type.PRIMARY_KEY))
                    .map(Table::name)
                    .collect(Collectors.toSet());
            return TableDdl.references(constraint, withNewKeys);
        }
    }

    public void addSteps() {
        Catalog old = before.catalog();
        Catalog goal = after.catalog();
        List<Match<Table>> tables =
                MatchedByName.of(old.tables().values(), goal.tables().values()).common();
        KeyDependents dependents = new KeyDependents(before, after, plan);
        for (Match<Table> table : tables) {
            planTable(table);
            new ConstraintChanges(table, original, dependents, plan).addSteps(PartChanges::isNoForeignKey);
            new IndexChanges(table.after().name(), leaves(table), original, plan)
                    .addSteps(table.before().indexes(), table.after().indexes());
        }
        // Foreign keys come last, since they need the keys of others.
        dependents.create();
        tables.forEach(table -> new ConstraintChanges(table, original, dependents, plan)
                .addSteps(constraint -> !isNoForeignKey(constraint)));
        MatchedByName.of(old.views().values(), goal.views().values())
                .common()
                .forEach(view -> new IndexChanges(view.after().name(), Optional.empty(), original, plan)
                        .addSteps(view.before().indexes(), view.after().indexes()));
        planOthers(unordered(old.others().values()), unordered(goal.others().values()));
        planOthers(old.grants().values(), goal.grants().values());
    }

    /** Changes the persistence, storage parameters, comment, placement and triggers of a table. */
    private void planTable(Match<Table> table) {
        Table old = table.before();
        Table declared = table.after();
        String alter = "ALTER TABLE " + declared.name();
        if (table.differsIn("persistence")) {
            add(
                    declared,
                    ChangeStep.of(alter + persistence(declared), alter + persistence(old))
                            .withRemark("%s is locked for reads and writes while it is rewritten"
                                    .formatted(declared.name())));
        }
        if (table.differsIn("storage")) {
            add(declared, StorageParameters.step(alter, old.storage(), declared.storage()));
        }
        if (table.differsIn("comment")) {
            add(declared, CommentOn.step("TABLE " + declared.name(), old.comment(), declared.comment()));
        }
        // The row type of a typed table cannot change.
        if (table.differsIn("placement") && !TableDdl.isTyped(old) && !TableDdl.isTyped(declared)) {
            add(
                    declared,
                    ChangeStep.of(setPlacement(alter, declared), setPlacement(alter, old))
                            .withRemark(
                                    "%s is locked for reads and writes while it is moved".formatted(declared.name())));
        }
        planTriggers(declared, MatchedByName.of(old.triggers(), declared.triggers()));
    }

    private void add(Table table, ChangeStep step) {
        plan.add(Stage.CREATE, table.name(), step);
    }

    private static String persistence(Table table) {
        return table.unlogged() ? " SET UNLOGGED" : " SET LOGGED";
    }

    private static List<String> setPlacement(String alter, Table table) {
        String placement = table.placement().orElse("");
        Matcher method = Pattern.compile("USING ([^,]+)").matcher(placement);
        Matcher tablespace = Pattern.compile("TABLESPACE ([^,]+)").matcher(placement);
        return List.of(
                alter + " SET ACCESS METHOD " + (method.find() ? method.group(1) : "heap"),
                alter + " SET TABLESPACE " + (tablespace.find() ? tablespace.group(1) : "pg_default"));
    }

    private void planTriggers(Table table, MatchedByName<Trigger> triggers) {
        String name = table.name();
        triggers.removed()
                .forEach(trigger ->
                        add(table, ChangeStep.of(drop(name, trigger), TableDdl.createTrigger(name, trigger))));
        triggers.common().stream().filter(Match::isChanged).forEach(trigger -> change(table, trigger));
        triggers.added()
                .forEach(trigger ->
                        add(table, ChangeStep.of(TableDdl.createTrigger(name, trigger), drop(name, trigger))));
    }

    private static List<String> drop(String table, Trigger trigger) {
        return List.of("DROP TRIGGER %s ON %s".formatted(Identifiers.of(trigger.name()), table));
    }

    private void change(Table table, Match<Trigger> trigger) {
        String name = table.name();
        Trigger old = trigger.before();
        Trigger declared = trigger.after();
        if (trigger.differsIn("definition")) {
            add(table, ChangeStep.of(drop(name, old), TableDdl.createTrigger(name, old)));
            add(table, ChangeStep.of(TableDdl.createTrigger(name, declared), drop(name, declared)));
            return;
        }
        if (trigger.differsIn("firing")) {
            add(table, ChangeStep.of(TableDdl.setTriggerFiring(name, declared), TableDdl.setTriggerFiring(name, old)));
        }
        if (trigger.differsIn("comment")) {
            String target = "TRIGGER %s ON %s".formatted(Identifiers.of(declared.name()), name);
            add(table, CommentOn.step(target, old.comment(), declared.comment()));
        }
    }

    private static boolean isNoForeignKey(Constraint constraint) {
        return constraint.type() != Constraint.Type.FOREIGN_KEY;
    }

    /** Returns the leaf partitions of a partitioned table; empty if it is not partitioned. */
    private Optional<List<String>> leaves(Match<Table> table) {
        return table.after()
                .partitionKey()
                .map(key -> DependentRebuild.withDescendants(table.before().name(), before).stream()
                        .filter(descendant -> before.catalog()
                                .table(descendant)
                                .orElseThrow()
                                .partitionKey()
                                .isEmpty())
                        .toList());
    }

    private static List<OtherObject> unordered(Collection<OtherObject> others) {
        return others.stream()
                .filter(other -> !SchemaGraph.isOrdered(other.objectType()))
                .toList();
    }

    private void planOthers(Collection<OtherObject> old, Collection<OtherObject> declared) {
        MatchedByName<OtherObject> all = MatchedByName.of(old, declared);
        all.removed().stream()
                .filter(other -> !isDroppedWithOwner(other) && !other.drop().isEmpty())
                .forEach(other -> add(other, ChangeStep.of(other.drop(), ObjectDdl.create(other))));
        all.common().stream().filter(Match::isChanged).forEach(other -> change(other.before(), other.after()));
        List<Node> order = after.dependencies()
                .inOrder(all.added().stream().map(SchemaGraph::node).toList());
        List<OtherObject> added = new ArrayList<>(all.added());
        added.sort(Comparator.comparingInt(other -> order.indexOf(SchemaGraph.node(other))));
        added.stream()
                .filter(other -> !other.create().isEmpty() && !other.drop().isEmpty())
                .forEach(other -> add(other, ChangeStep.of(ObjectDdl.create(other), other.drop())));
    }

    /** Returns true if an object is dropped with its table or view. */
    private boolean isDroppedWithOwner(OtherObject other) {
        return before.owner(other)
                .filter(owner -> after.object(owner).isEmpty())
                .isPresent();
    }

    private void change(OtherObject old, OtherObject declared) {
        if (!old.ownAttributes().equals(declared.ownAttributes())) {
            if (!old.drop().isEmpty() && !declared.create().isEmpty()) {
                add(
                        declared,
                        ChangeStep.of(
                                ObjectDdl.concat(old.drop(), ObjectDdl.create(declared)),
                                ObjectDdl.concat(declared.drop(), ObjectDdl.create(old))));
            }
            return;
        }
        declared.commentTarget()
                .ifPresent(target -> add(declared, CommentOn.step(target, old.comment(), declared.comment())));
    }

    private void add(OtherObject other, ChangeStep step) {
        Stage stage = DEPENDENT_ON_INDEXES.contains(other.objectType()) ? Stage.VALIDATE : Stage.CREATE;
        String subject =
                before.owner(other).or(() -> after.owner(other)).map(Node::name).orElse(other.ownName());
        plan.add(stage, subject, step);
    }
}
