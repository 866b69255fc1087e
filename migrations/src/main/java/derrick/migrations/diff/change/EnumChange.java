package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import derrick.migrations.sql.SqlQuoting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Changes the values of an enum: more of them in place, fewer or in another order by a new type in its place.
 *
 * @param start the schema before the change
 * @param goal the schema that is declared
 */
record EnumChange(EnumType before, EnumType after, SchemaGraph start, SchemaGraph goal) {
    void plan(ChangePlan plan) {
        String name = after.name();
        List<String> renamed = renamed();
        if (!renamed.isEmpty()) {
            plan.add(
                    Stage.RENAME,
                    name,
                    ChangeStep.of(rename(renamed.get(0), renamed.get(1)), rename(renamed.get(1), renamed.get(0)))
                            .remarking("%s: '%s' is renamed to '%s', in all rows that have it"
                                    .formatted(name, renamed.get(0), renamed.get(1))));
        } else if (!before.labels().equals(after.labels())) {
            planLabels(plan);
        }
        if (!before.comment().equals(after.comment())) {
            plan.add(Stage.CREATE, name, CommentOn.step("TYPE " + name, before.comment(), after.comment()));
        }
    }

    /** A label that has another one in its place, and that one; empty unless all other labels are the same. */
    private List<String> renamed() {
        List<String> found = new ArrayList<>();
        if (before.labels().size() == after.labels().size()) {
            for (int at = 0; at < after.labels().size(); at++) {
                String old = before.labels().get(at);
                String now = after.labels().get(at);
                if (!old.equals(now)) {
                    found.add(old);
                    found.add(now);
                }
            }
        }
        boolean one = found.size() == 2
                && !before.labels().contains(found.get(1))
                && !after.labels().contains(found.get(0));
        return one ? found : List.of();
    }

    private String rename(String from, String to) {
        return "ALTER TYPE %s RENAME VALUE %s TO %s"
                .formatted(after.name(), SqlQuoting.text(from), SqlQuoting.text(to));
    }

    /** New labels come first, since others may need them, and labels that are not declared any more go last. */
    private void planLabels(ChangePlan plan) {
        String name = after.name();
        boolean grows = isSubsequence(before.labels(), after.labels());
        boolean keeps = after.labels().containsAll(before.labels());
        EnumType wide = wide();
        if (grows || (!keeps && !wide.labels().equals(before.labels()))) {
            EnumType extended = grows ? after : wide;
            plan.add(
                    Stage.EXTEND,
                    name,
                    excused(ChangeStep.of(additions(extended), anew(start, before)))
                            .remarking("%s: the way back is refused where rows have a new value".formatted(name)));
        }
        if (!grows && keeps) {
            plan.add(
                    Stage.CREATE,
                    name,
                    excused(ChangeStep.of(anew(start, after), anew(start, before)))
                            .remarking("%s is created again: its tables are locked meanwhile".formatted(name)));
        } else if (!grows) {
            plan.add(
                    Stage.DROP,
                    name,
                    excused(ChangeStep.of(anew(goal, after), anew(goal, wide)))
                            .losing(new ChangeStep.Loss(
                                    "values of " + name + ", unless no row has them", Optional.empty())));
        }
    }

    private static ChangeStep excused(ChangeStep step) {
        return step.excused("type-change", "an enum cannot lose a value or change their order in place")
                .excused("several-changes", "what depends on the type is created again with it");
    }

    /** The labels from before, and behind them those that are new. */
    private EnumType wide() {
        List<String> labels = new ArrayList<>(before.labels());
        after.labels().stream().filter(label -> !labels.contains(label)).forEach(labels::add);
        return new EnumType(before.name(), labels, before.comment());
    }

    private static boolean isSubsequence(List<String> part, List<String> whole) {
        Iterator<String> rest = whole.iterator();
        return part.stream().allMatch(label -> {
            while (rest.hasNext()) {
                if (rest.next().equals(label)) {
                    return true;
                }
            }
            return false;
        });
    }

    private List<String> additions(EnumType extended) {
        List<String> statements = new ArrayList<>();
        List<String> labels = extended.labels();
        for (int at = 0; at < labels.size(); at++) {
            if (!before.labels().contains(labels.get(at))) {
                String where = at > 0
                        ? " AFTER " + SqlQuoting.text(labels.get(at - 1))
                        : before.labels().isEmpty()
                                ? ""
                                : " BEFORE " + SqlQuoting.text(before.labels().get(0));
                statements.add("ALTER TYPE %s ADD VALUE IF NOT EXISTS %s%s"
                        .formatted(after.name(), SqlQuoting.text(labels.get(at)), where));
            }
        }
        return statements;
    }

    private static List<String> anew(SchemaGraph graph, EnumType to) {
        return UserTypeChange.anew(graph, new Node(Kind.ENUM, to.name()), "TYPE", ObjectDdl.create(to));
    }
}
