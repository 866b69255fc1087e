package derrick.migrations.diff.change;

import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.ConstraintDdl;
import derrick.migrations.diff.ddl.ConstraintDdl.OverIndex;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Constraints of a table that stays. For new rows a check or a foreign key holds at once; in a later file it is proved
 * for old ones. Keys get their index before, built while others work.
 */
record ConstraintChanges(Kept<Table> table, DroppedColumns departing, KeyDependents dependents, ChangePlan plan) {
    private static final String BACK = "it is the way back, which may wait";

    /** @param wanted which constraints are this turn's */
    void plan(Predicate<Constraint> wanted) {
        Predicate<Constraint> open = constraint -> wanted.test(constraint) && !dependents.has(name(), constraint);
        MatchedByName<Constraint> all = MatchedByName.of(
                table.before().constraints().stream().filter(open).toList(),
                table.after().constraints().stream().filter(open).toList());
        List<Constraint> come = new ArrayList<>(all.come());
        for (Constraint constraint : all.gone()) {
            Optional<Constraint> renamed =
                    come.stream().filter(other -> isSame(constraint, other)).findFirst();
            renamed.ifPresentOrElse(other -> rename(constraint, other), () -> drop(constraint));
            renamed.ifPresent(come::remove);
        }
        all.kept().stream().filter(Kept::isChanged).forEach(this::change);
        come.forEach(constraint -> add(constraint, List.of(), List.of()));
    }

    private String name() {
        return table.after().name();
    }

    private static boolean isSame(Constraint one, Constraint other) {
        return one.type() == other.type()
                && one.definition().equals(other.definition())
                && one.comment().equals(other.comment())
                && one.validated() == other.validated();
    }

    private void rename(Constraint before, Constraint after) {
        String alter = "ALTER TABLE %s RENAME CONSTRAINT ".formatted(name());
        String old = Identifiers.of(before.name());
        String now = Identifiers.of(after.name());
        plan.add(Stage.CREATE, name(), ChangeStep.of(alter + old + " TO " + now, alter + now + " TO " + old));
    }

    private void drop(Constraint constraint) {
        boolean depended = dependents.drop(name(), constraint);
        ChangeStep step = ChangeStep.of(
                        List.of(ConstraintDdl.drop(name(), constraint)), ConstraintDdl.create(name(), constraint))
                .excused("check-validates", BACK)
                .excused("foreign-key-validates", BACK)
                .excused("unique-builds-index", BACK);
        departing
                .loss(name(), constraint.definition())
                .ifPresentOrElse(
                        loss -> plan.add(Stage.DROP, name(), step.losing(loss)),
                        () -> plan.add(depended ? Stage.VALIDATE : Stage.CREATE, name(), step));
    }

    private void change(Kept<Constraint> constraint) {
        Constraint before = constraint.before();
        Constraint after = constraint.after();
        if (constraint.differsIn("definition")) {
            dependents.drop(name(), before);
            add(after, List.of(ConstraintDdl.drop(name(), before)), ConstraintDdl.create(name(), before));
        } else if (constraint.differsIn("validity")) {
            validity(before, after);
        }
        if (constraint.differsIn("comment") && !constraint.differsIn("definition")) {
            plan.add(
                    Stage.CREATE,
                    name(),
                    CommentOn.step(ConstraintDdl.named(name(), after), before.comment(), after.comment()));
        }
    }

    private void validity(Constraint before, Constraint after) {
        List<String> anew = List.of(
                ConstraintDdl.drop(name(), after), ConstraintDdl.add(name(), before.validated() ? after : before));
        List<String> validate = List.of(ConstraintDdl.validate(name(), after.name()));
        plan.add(
                Stage.VALIDATE,
                name(),
                after.validated() ? ChangeStep.of(validate, anew) : ChangeStep.of(anew, validate));
    }

    /**
     * @param first what makes room for it
     * @param last what takes that back
     */
    private void add(Constraint constraint, List<String> first, List<String> last) {
        boolean partitioned = table.after().partitionKey().isPresent();
        Constraint.Type type = constraint.type();
        boolean later = type == Constraint.Type.CHECK || (type == Constraint.Type.FOREIGN_KEY && !partitioned);
        Optional<OverIndex> key = partitioned
                ? Optional.empty()
                : ConstraintDdl.overIndex(constraint, first.isEmpty() ? constraint.name() : building(constraint));
        if (later) {
            addUnproved(constraint, first, last);
        } else if (key.isPresent() && (type == Constraint.Type.PRIMARY_KEY || type == Constraint.Type.UNIQUE)) {
            addOverIndex(constraint, key.get(), first, last);
        } else {
            ChangeStep step = ChangeStep.of(
                            joined(first, ConstraintDdl.create(name(), constraint)),
                            joined(List.of(ConstraintDdl.drop(name(), constraint)), last))
                    .excused("foreign-key-validates", "a partitioned table takes no key NOT VALID before version 18")
                    .excused("unique-builds-index", "this table cannot take over an index that was built before");
            plan.add(
                    Stage.VALIDATE,
                    name(),
                    step.remarking(
                            "%s: writing to %s waits while every row is checked".formatted(constraint.name(), name())));
        }
    }

    private void addUnproved(Constraint constraint, List<String> first, List<String> last) {
        String unproved = ConstraintDdl.add(name(), constraint, constraint.definition() + " NOT VALID");
        String drop = ConstraintDdl.drop(name(), constraint);
        Stage stage = departing.isTooEarly(name(), constraint) ? Stage.VALIDATE : Stage.CREATE;
        plan.add(
                stage,
                name(),
                ChangeStep.of(joined(first, List.of(unproved)), joined(List.of(drop), last))
                        .excused("check-validates", BACK)
                        .excused("foreign-key-validates", BACK));
        Stage next = stage == Stage.CREATE ? Stage.VALIDATE : Stage.DROP;
        if (constraint.validated()) {
            plan.add(
                    next,
                    name(),
                    ChangeStep.of(List.of(ConstraintDdl.validate(name(), constraint.name())), List.of(drop, unproved)));
        }
        remark(constraint, next);
    }

    private void remark(Constraint constraint, Stage stage) {
        if (constraint.comment().isPresent()) {
            String named = ConstraintDdl.named(name(), constraint);
            plan.add(stage, name(), CommentOn.step(named, Optional.empty(), constraint.comment()));
        }
    }

    private static String building(Constraint constraint) {
        return Identifiers.joined(constraint.name(), "new");
    }

    private void addOverIndex(Constraint constraint, OverIndex key, List<String> first, List<String> last) {
        String plain = first.isEmpty() ? constraint.name() : building(constraint);
        String on = Identifiers.of(plain) + " ON " + name() + " " + key.columns();
        plan.add(
                Stage.BUILD,
                name(),
                ChangeStep.of(
                        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS " + on,
                        "DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.beside(name(), plain)));
        String add = ConstraintDdl.add(name(), constraint, key.definition());
        String drop = ConstraintDdl.drop(name(), constraint);
        List<String> back = joined(joined(List.of(drop), last), List.of("CREATE UNIQUE INDEX " + on));
        plan.add(
                Stage.VALIDATE,
                name(),
                ChangeStep.of(joined(first, List.of(add)), back)
                        .excused("unique-builds-index", BACK)
                        .excused("index-not-concurrent", "the index went with its constraint; a way back may wait"));
        remark(constraint, Stage.VALIDATE);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
