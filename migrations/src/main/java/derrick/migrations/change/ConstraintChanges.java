package derrick.migrations.change;

import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Table;
import derrick.migrations.change.ConstraintText.OverIndex;
import derrick.migrations.change.Matched.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Constraints of a table that stays. For new rows a check or a foreign key holds at once; in a later file it is proved
 * for old ones. Keys get their index before, built while others work.
 */
record ConstraintChanges(Kept<Table> table, Departing departing, KeyDependents dependents, Plan plan) {
    private static final String BACK = "it is the way back, which may wait";

    /** @param wanted which constraints are this turn's */
    void plan(Predicate<Constraint> wanted) {
        Predicate<Constraint> open = constraint -> wanted.test(constraint) && !dependents.has(name(), constraint);
        Matched<Constraint> all = Matched.of(
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
        String old = Names.of(before.name());
        String now = Names.of(after.name());
        plan.add(Stage.CREATE, name(), Step.of(alter + old + " TO " + now, alter + now + " TO " + old));
    }

    private void drop(Constraint constraint) {
        boolean depended = dependents.drop(name(), constraint);
        Step step = Step.of(List.of(ConstraintText.drop(name(), constraint)), ConstraintText.create(name(), constraint))
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
            add(after, List.of(ConstraintText.drop(name(), before)), ConstraintText.create(name(), before));
        } else if (constraint.differsIn("validity")) {
            validity(before, after);
        }
        if (constraint.differsIn("comment") && !constraint.differsIn("definition")) {
            plan.add(
                    Stage.CREATE,
                    name(),
                    Remark.step(ConstraintText.named(name(), after), before.comment(), after.comment()));
        }
    }

    private void validity(Constraint before, Constraint after) {
        List<String> anew = List.of(
                ConstraintText.drop(name(), after), ConstraintText.add(name(), before.validated() ? after : before));
        List<String> validate = List.of(ConstraintText.validate(name(), after.name()));
        plan.add(Stage.VALIDATE, name(), after.validated() ? Step.of(validate, anew) : Step.of(anew, validate));
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
                : ConstraintText.overIndex(constraint, first.isEmpty() ? constraint.name() : building(constraint));
        if (later) {
            addUnproved(constraint, first, last);
        } else if (key.isPresent() && (type == Constraint.Type.PRIMARY_KEY || type == Constraint.Type.UNIQUE)) {
            addOverIndex(constraint, key.get(), first, last);
        } else {
            Step step = Step.of(
                            joined(first, ConstraintText.create(name(), constraint)),
                            joined(List.of(ConstraintText.drop(name(), constraint)), last))
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
        String unproved = ConstraintText.add(name(), constraint, constraint.definition() + " NOT VALID");
        String drop = ConstraintText.drop(name(), constraint);
        Stage stage = departing.isTooEarly(name(), constraint) ? Stage.VALIDATE : Stage.CREATE;
        plan.add(
                stage,
                name(),
                Step.of(joined(first, List.of(unproved)), joined(List.of(drop), last))
                        .excused("check-validates", BACK)
                        .excused("foreign-key-validates", BACK));
        Stage next = stage == Stage.CREATE ? Stage.VALIDATE : Stage.DROP;
        if (constraint.validated()) {
            plan.add(
                    next,
                    name(),
                    Step.of(List.of(ConstraintText.validate(name(), constraint.name())), List.of(drop, unproved)));
        }
        remark(constraint, next);
    }

    private void remark(Constraint constraint, Stage stage) {
        if (constraint.comment().isPresent()) {
            String named = ConstraintText.named(name(), constraint);
            plan.add(stage, name(), Remark.step(named, Optional.empty(), constraint.comment()));
        }
    }

    private static String building(Constraint constraint) {
        return Names.joined(constraint.name(), "new");
    }

    private void addOverIndex(Constraint constraint, OverIndex key, List<String> first, List<String> last) {
        String plain = first.isEmpty() ? constraint.name() : building(constraint);
        String on = Names.of(plain) + " ON " + name() + " " + key.columns();
        plan.add(
                Stage.BUILD,
                name(),
                Step.of(
                        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS " + on,
                        "DROP INDEX CONCURRENTLY IF EXISTS " + Names.beside(name(), plain)));
        String add = ConstraintText.add(name(), constraint, key.definition());
        String drop = ConstraintText.drop(name(), constraint);
        List<String> back = joined(joined(List.of(drop), last), List.of("CREATE UNIQUE INDEX " + on));
        plan.add(
                Stage.VALIDATE,
                name(),
                Step.of(joined(first, List.of(add)), back)
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
