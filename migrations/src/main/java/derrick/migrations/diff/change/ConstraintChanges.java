package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.change.MatchedByName.Match;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.ConstraintDdl;
import derrick.migrations.diff.ddl.ConstraintDdl.KeyUsingIndex;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Adds, changes and drops constraints of an existing table. Checks and foreign keys are added NOT VALID and validated
 * in a later file. Primary keys and unique constraints take over an index that was built concurrently.
 */
record ConstraintChanges(
        Match<Table> table, PartChanges.SchemaPair original, KeyDependents dependents, ChangePlan plan) {
    private static final String DOWNGRADE = "a downgrade may block";

    /** @param included selects the constraints to plan */
    void addSteps(Predicate<Constraint> included) {
        Predicate<Constraint> open =
                constraint -> included.test(constraint) && !dependents.replaces(name(), constraint);
        MatchedByName<Constraint> all = MatchedByName.of(
                table.before().constraints().stream().filter(open).toList(),
                table.after().constraints().stream().filter(open).toList());
        List<Constraint> added = new ArrayList<>(all.added());
        for (Constraint constraint : all.removed()) {
            Optional<Constraint> newName = added.stream()
                    .filter(other -> differOnlyInName(constraint, other))
                    .findFirst();
            newName.ifPresentOrElse(other -> rename(constraint, other), () -> drop(constraint));
            newName.ifPresent(added::remove);
        }
        all.common().stream().filter(Match::isChanged).forEach(this::change);
        added.forEach(constraint -> add(constraint, List.of(), List.of()));
    }

    private String name() {
        return table.after().name();
    }

    private static boolean differOnlyInName(Constraint one, Constraint other) {
        return one.type() == other.type()
                && one.definition().equals(other.definition())
                && one.comment().equals(other.comment())
                && one.validated() == other.validated();
    }

    private void rename(Constraint before, Constraint after) {
        String alter = "ALTER TABLE %s RENAME CONSTRAINT ".formatted(name());
        String old = Identifiers.of(before.name());
        String renamed = Identifiers.of(after.name());
        plan.add(Stage.CREATE, name(), ChangeStep.of(alter + old + " TO " + renamed, alter + renamed + " TO " + old));
    }

    private void drop(Constraint constraint) {
        boolean hasDependents = dependents.drop(name(), constraint);
        ChangeStep step = ChangeStep.of(
                        List.of(ConstraintDdl.drop(name(), constraint)), ConstraintDdl.create(name(), constraint))
                .suppressing("check-validates", DOWNGRADE)
                .suppressing("foreign-key-validates", DOWNGRADE)
                .suppressing("unique-builds-index", DOWNGRADE);
        original.loss(name(), constraint.definition())
                .ifPresentOrElse(
                        loss -> plan.add(Stage.DROP, name(), step.withLoss(loss)),
                        () -> plan.add(hasDependents ? Stage.VALIDATE : Stage.CREATE, name(), step));
    }

    private void change(Match<Constraint> constraint) {
        Constraint before = constraint.before();
        Constraint after = constraint.after();
        if (constraint.differsIn("definition")) {
            dependents.drop(name(), before);
            add(after, List.of(ConstraintDdl.drop(name(), before)), ConstraintDdl.create(name(), before));
        } else if (constraint.differsIn("validity")) {
            changeValidity(before, after);
        }
        if (constraint.differsIn("comment") && !constraint.differsIn("definition")) {
            plan.add(
                    Stage.CREATE,
                    name(),
                    CommentOn.step(ConstraintDdl.target(name(), after), before.comment(), after.comment()));
        }
    }

    private void changeValidity(Constraint before, Constraint after) {
        List<String> recreate = List.of(
                ConstraintDdl.drop(name(), after), ConstraintDdl.add(name(), before.validated() ? after : before));
        List<String> validate = List.of(ConstraintDdl.validate(name(), after.name()));
        plan.add(
                Stage.VALIDATE,
                name(),
                after.validated() ? ChangeStep.of(validate, recreate) : ChangeStep.of(recreate, validate));
    }

    /**
     * @param first statements that run before the constraint is added
     * @param last statements that run after it is dropped in a downgrade
     */
    private void add(Constraint constraint, List<String> first, List<String> last) {
        boolean partitioned = table.after().partitionKey().isPresent();
        Constraint.Type type = constraint.type();
        boolean addedNotValid = type == Constraint.Type.CHECK || (type == Constraint.Type.FOREIGN_KEY && !partitioned);
        Optional<KeyUsingIndex> key = partitioned
                ? Optional.empty()
                : ConstraintDdl.usingIndex(constraint, first.isEmpty() ? constraint.name() : temporaryName(constraint));
        if (addedNotValid) {
            addNotValid(constraint, first, last);
        } else if (key.isPresent() && (type == Constraint.Type.PRIMARY_KEY || type == Constraint.Type.UNIQUE)) {
            addUsingIndex(constraint, key.get(), first, last);
        } else {
            ChangeStep step = ChangeStep.of(
                            ObjectDdl.concat(first, ConstraintDdl.create(name(), constraint)),
                            ObjectDdl.concat(List.of(ConstraintDdl.drop(name(), constraint)), last))
                    .suppressing(
                            "foreign-key-validates",
                            "PostgreSQL before 18 cannot add it to a partitioned table NOT VALID")
                    .suppressing("unique-builds-index", "this key cannot take over an existing index");
            plan.add(
                    Stage.VALIDATE,
                    name(),
                    step.withRemark("%s: %s is locked for writes while the rows are checked"
                            .formatted(constraint.name(), name())));
        }
    }

    private void addNotValid(Constraint constraint, List<String> first, List<String> last) {
        String notValid = ConstraintDdl.add(name(), constraint, constraint.definition() + " NOT VALID");
        String drop = ConstraintDdl.drop(name(), constraint);
        Stage stage = original.needsNewKey(name(), constraint) ? Stage.VALIDATE : Stage.CREATE;
        plan.add(
                stage,
                name(),
                ChangeStep.of(ObjectDdl.concat(first, List.of(notValid)), ObjectDdl.concat(List.of(drop), last))
                        .suppressing("check-validates", DOWNGRADE)
                        .suppressing("foreign-key-validates", DOWNGRADE));
        Stage next = stage == Stage.CREATE ? Stage.VALIDATE : Stage.DROP;
        if (constraint.validated()) {
            plan.add(
                    next,
                    name(),
                    ChangeStep.of(List.of(ConstraintDdl.validate(name(), constraint.name())), List.of(drop, notValid)));
        }
        addComment(constraint, next);
    }

    private void addComment(Constraint constraint, Stage stage) {
        if (constraint.comment().isPresent()) {
            String target = ConstraintDdl.target(name(), constraint);
            plan.add(stage, name(), CommentOn.step(target, Optional.empty(), constraint.comment()));
        }
    }

    private static String temporaryName(Constraint constraint) {
        return Identifiers.withSuffix(constraint.name(), "new");
    }

    private void addUsingIndex(Constraint constraint, KeyUsingIndex key, List<String> first, List<String> last) {
        String index = first.isEmpty() ? constraint.name() : temporaryName(constraint);
        String on = Identifiers.of(index) + " ON " + name() + " " + key.columns();
        plan.add(
                Stage.BUILD_INDEX,
                name(),
                ChangeStep.of(
                        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS " + on,
                        "DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.inSchemaOf(name(), index)));
        String add = ConstraintDdl.add(name(), constraint, key.definition());
        String drop = ConstraintDdl.drop(name(), constraint);
        List<String> back =
                ObjectDdl.concat(ObjectDdl.concat(List.of(drop), last), List.of("CREATE UNIQUE INDEX " + on));
        plan.add(
                Stage.VALIDATE,
                name(),
                ChangeStep.of(ObjectDdl.concat(first, List.of(add)), back)
                        .suppressing("unique-builds-index", DOWNGRADE)
                        .suppressing(
                                "index-not-concurrent", "it was dropped with its constraint; a downgrade may block"));
        addComment(constraint, Stage.VALIDATE);
    }

    /** Drops foreign keys and other objects before the keys that they depend on change, and creates them afterwards. */
    static final class KeyDependents {
        private final SchemaGraph before;
        private final SchemaGraph after;
        private final ChangePlan plan;
        private final Set<Node> dropped = new LinkedHashSet<>();
        private final List<DependentRebuild> rebuilds = new ArrayList<>();

        KeyDependents(SchemaGraph before, SchemaGraph after, ChangePlan plan) {
            this.before = before;
            this.after = after;
            this.plan = plan;
        }

        /** Returns true if a constraint is dropped and created again, and so needs no other change. */
        boolean replaces(String table, Constraint constraint) {
            return dropped.contains(Node.part(Kind.CONSTRAINT, table, constraint.name()));
        }

        /**
         * Drops the objects that depend on a constraint.
         *
         * @return whether there are any
         */
        boolean drop(String table, Constraint constraint) {
            Node key = Node.part(Kind.CONSTRAINT, table, constraint.name());
            DependentRebuild all = DependentRebuild.of(before, after, List.of(key), List.of());
            List<Node> others = all.replaced().stream()
                    .filter(node -> !node.equals(key) && dropped.add(node))
                    .toList();
            DependentRebuild rebuild = new DependentRebuild(before, after, others, Set.of());
            rebuild.replaced().forEach(node -> plan.group(before.ownerName(node), table));
            // Before new indexes are built, so that in a downgrade no foreign key comes to depend on one of them.
            rebuild.drops().forEach(step -> plan.add(Stage.CREATE, table, step));
            if (!rebuild.isEmpty()) {
                rebuilds.add(rebuild);
            }
            return !rebuild.isEmpty();
        }

        /** Creates the dropped objects again, when all keys exist. */
        void create() {
            for (DependentRebuild rebuild : rebuilds) {
                for (Node node : after.inOrder(rebuild.recreated())) {
                    plan.add(
                            Stage.VALIDATE,
                            before.ownerName(node),
                            rebuild.creation(node)
                                    .withRemark("%s: %s is locked for writes while the rows are checked"
                                            .formatted(node.name(), after.ownerName(node))));
                }
            }
        }
    }
}
