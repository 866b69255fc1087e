package derrick.migrations.diff.change;

import derrick.migrations.catalog.Index;
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Indexes of a table or a materialized view that stays. They are built and dropped while others work; one that changes
 * is there all the time.
 *
 * @param owner the table
 * @param leaves the partitions of a partitioned table that have rows; empty if it is not partitioned
 */
record IndexChanges(String owner, Optional<List<String>> leaves, DroppedColumns departing, ChangePlan plan) {
    void plan(List<Index> before, List<Index> after) {
        MatchedByName<Index> all = MatchedByName.of(before, after);
        List<Index> come = new ArrayList<>(all.come());
        for (Index index : all.gone()) {
            Optional<Index> renamed =
                    come.stream().filter(other -> isSame(index, other)).findFirst();
            renamed.ifPresentOrElse(other -> rename(index.name(), other.name(), Stage.CREATE), () -> drop(index));
            renamed.ifPresent(come::remove);
        }
        all.kept().stream().filter(Kept::isChanged).forEach(this::change);
        come.forEach(this::add);
    }

    private static boolean isSame(Index one, Index other) {
        return unnamed(one).equals(unnamed(other)) && one.comment().equals(other.comment());
    }

    private static String unnamed(Index index) {
        return index.definition().replaceFirst(" INDEX .*? ON ", " INDEX ON ");
    }

    private void rename(String before, String after, Stage stage) {
        plan.add(stage, owner, ChangeStep.of(renamed(before, after), renamed(after, before)));
    }

    private String renamed(String from, String to) {
        return "ALTER INDEX %s RENAME TO %s".formatted(Identifiers.beside(owner, from), Identifiers.of(to));
    }

    private void add(Index index) {
        if (leaves.isPresent()) {
            new PartitionedIndexChange(owner, leaves.get(), index).add(plan);
        } else {
            plan.add(Stage.BUILD, owner, ChangeStep.of(create(index, index.name()), drop(index.name())));
        }
        if (index.comment().isPresent()) {
            plan.add(Stage.VALIDATE, owner, CommentOn.step(remark(index), Optional.empty(), index.comment()));
        }
    }

    /** As COMMENT ON names it. */
    private String remark(Index index) {
        return "INDEX " + Identifiers.beside(owner, index.name());
    }

    private static String create(Index index, String name) {
        return TableDdl.everywhere(index)
                .replaceFirst(
                        "^CREATE (UNIQUE )?INDEX .*? ON ",
                        "CREATE $1INDEX CONCURRENTLY IF NOT EXISTS " + Identifiers.of(name) + " ON ");
    }

    private String drop(String name) {
        return "DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.beside(owner, name);
    }

    private void drop(Index index) {
        if (leaves.isPresent()) {
            ChangeStep step = new PartitionedIndexChange(owner, leaves.get(), index).drop();
            plan.add(Stage.DROP, owner, lossy(index, step));
            return;
        }
        plan.add(Stage.DROP_INDEX, owner, lossy(index, letGo(index)));
    }

    private ChangeStep letGo(Index index) {
        List<String> back = new ArrayList<>(List.of(create(index, index.name())));
        index.comment().ifPresent(comment -> back.add(CommentOn.on(remark(index), index.comment())));
        return ChangeStep.of(List.of(drop(index.name())), back)
                .excused("mixed-transaction", "a comment may come a second time");
    }

    private ChangeStep lossy(Index index, ChangeStep step) {
        return departing.loss(owner, unnamed(index)).map(step::losing).orElse(step);
    }

    private void change(Kept<Index> index) {
        Index before = index.before();
        Index after = index.after();
        if (!index.differsIn("definition")) {
            plan.add(Stage.CREATE, owner, CommentOn.step(remark(after), before.comment(), after.comment()));
            return;
        }
        if (leaves.isPresent()) {
            new PartitionedIndexChange(owner, leaves.get(), after).replace(before, plan);
            return;
        }
        String building = Identifiers.joined(after.name(), "new");
        plan.add(Stage.BUILD, owner, ChangeStep.of(create(after, building), drop(building)));
        plan.add(Stage.DROP_INDEX, owner, letGo(before));
        rename(building, after.name(), Stage.DROP);
        if (after.comment().isPresent()) {
            plan.add(Stage.DROP, owner, CommentOn.step(remark(after), Optional.empty(), after.comment()));
        }
    }
}
