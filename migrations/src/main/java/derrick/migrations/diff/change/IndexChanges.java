package derrick.migrations.diff.change;

import derrick.migrations.catalog.Index;
import derrick.migrations.diff.change.MatchedByName.Match;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds, changes and drops indexes of an existing table or materialized view. Indexes are built and dropped
 * concurrently. The old form of a changed index is dropped after the new one is built.
 *
 * @param owner the table or materialized view
 * @param leaves the leaf partitions of a partitioned table; empty if it is not partitioned
 */
record IndexChanges(String owner, Optional<List<String>> leaves, PartChanges.SchemaPair original, ChangePlan plan) {
    void addSteps(List<Index> before, List<Index> after) {
        MatchedByName<Index> all = MatchedByName.of(before, after);
        List<Index> added = new ArrayList<>(all.added());
        for (Index index : all.removed()) {
            Optional<Index> newName = added.stream()
                    .filter(other -> differOnlyInName(index, other))
                    .findFirst();
            newName.ifPresentOrElse(other -> rename(index.name(), other.name(), Stage.CREATE), () -> drop(index));
            newName.ifPresent(added::remove);
        }
        all.common().stream().filter(Match::isChanged).forEach(this::change);
        added.forEach(this::add);
    }

    private static boolean differOnlyInName(Index one, Index other) {
        return withoutName(one).equals(withoutName(other)) && one.comment().equals(other.comment());
    }

    private static String withoutName(Index index) {
        return index.definition().replaceFirst(" INDEX .*? ON ", " INDEX ON ");
    }

    private void rename(String before, String after, Stage stage) {
        plan.add(stage, owner, ChangeStep.of(alterName(before, after), alterName(after, before)));
    }

    private String alterName(String from, String to) {
        return "ALTER INDEX %s RENAME TO %s".formatted(Identifiers.inSchemaOf(owner, from), Identifiers.of(to));
    }

    private void add(Index index) {
        if (leaves.isPresent()) {
            new PartitionedIndexChange(owner, leaves.get(), index).add(plan);
        } else {
            plan.add(Stage.BUILD_INDEX, owner, ChangeStep.of(create(index, index.name()), drop(index.name())));
        }
        if (index.comment().isPresent()) {
            plan.add(Stage.VALIDATE, owner, CommentOn.step(commentTarget(index), Optional.empty(), index.comment()));
        }
    }

    private String commentTarget(Index index) {
        return "INDEX " + Identifiers.inSchemaOf(owner, index.name());
    }

    private static String create(Index index, String name) {
        return TableDdl.createIndex(index)
                .replaceFirst(
                        "^CREATE (UNIQUE )?INDEX .*? ON ",
                        "CREATE $1INDEX CONCURRENTLY IF NOT EXISTS " + Identifiers.of(name) + " ON ");
    }

    private String drop(String name) {
        return "DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.inSchemaOf(owner, name);
    }

    private void drop(Index index) {
        if (leaves.isPresent()) {
            ChangeStep step = new PartitionedIndexChange(owner, leaves.get(), index).drop();
            plan.add(Stage.DROP, owner, withLoss(index, step));
            return;
        }
        plan.add(Stage.DROP_INDEX, owner, withLoss(index, dropStep(index)));
    }

    private ChangeStep dropStep(Index index) {
        List<String> down = new ArrayList<>(List.of(create(index, index.name())));
        index.comment().ifPresent(comment -> down.add(CommentOn.on(commentTarget(index), index.comment())));
        return ChangeStep.of(List.of(drop(index.name())), down)
                .suppressing("mixed-transaction", "COMMENT ON can be repeated");
    }

    private ChangeStep withLoss(Index index, ChangeStep step) {
        return original.loss(owner, withoutName(index)).map(step::withLoss).orElse(step);
    }

    private void change(Match<Index> index) {
        Index before = index.before();
        Index after = index.after();
        if (!index.differsIn("definition")) {
            plan.add(Stage.CREATE, owner, CommentOn.step(commentTarget(after), before.comment(), after.comment()));
            return;
        }
        if (leaves.isPresent()) {
            new PartitionedIndexChange(owner, leaves.get(), after).replace(before, plan);
            return;
        }
        String temporaryName = Identifiers.withSuffix(after.name(), "new");
        plan.add(Stage.BUILD_INDEX, owner, ChangeStep.of(create(after, temporaryName), drop(temporaryName)));
        plan.add(Stage.DROP_INDEX, owner, dropStep(before));
        rename(temporaryName, after.name(), Stage.DROP);
        if (after.comment().isPresent()) {
            plan.add(Stage.DROP, owner, CommentOn.step(commentTarget(after), Optional.empty(), after.comment()));
        }
    }
}
