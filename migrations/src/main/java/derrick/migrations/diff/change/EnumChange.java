package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.sql.SqlQuoting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Changes the labels of an enum. Labels are added and renamed in place. To remove or reorder labels, the type is
 * replaced.
 *
 * @param start the schema before the change
 * @param goal the declared schema
 */
record EnumChange(EnumType before, EnumType after, SchemaGraph start, SchemaGraph goal) {
    void addSteps(ChangePlan plan) {
        String name = after.name();
        List<String> renamed = renamedLabel();
        if (!renamed.isEmpty()) {
            plan.add(
                    Stage.RENAME,
                    name,
                    ChangeStep.of(rename(renamed.get(0), renamed.get(1)), rename(renamed.get(1), renamed.get(0)))
                            .withRemark("%s: '%s' is renamed to '%s' in all rows"
                                    .formatted(name, renamed.get(0), renamed.get(1))));
        } else if (!before.labels().equals(after.labels())) {
            planLabels(plan);
        }
        if (!before.comment().equals(after.comment())) {
            plan.add(Stage.CREATE, name, CommentOn.step("TYPE " + name, before.comment(), after.comment()));
        }
    }

    /** Returns the old and the new name if exactly one label differs, else an empty list. */
    private List<String> renamedLabel() {
        List<String> found = new ArrayList<>();
        if (before.labels().size() == after.labels().size()) {
            for (int at = 0; at < after.labels().size(); at++) {
                String old = before.labels().get(at);
                String declared = after.labels().get(at);
                if (!old.equals(declared)) {
                    found.add(old);
                    found.add(declared);
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

    /** Adds new labels first, because other steps may need them, and removes labels last. */
    private void planLabels(ChangePlan plan) {
        String name = after.name();
        boolean grows = isSubsequence(before.labels(), after.labels());
        boolean keeps = after.labels().containsAll(before.labels());
        EnumType union = union();
        if (grows || (!keeps && !union.labels().equals(before.labels()))) {
            EnumType extended = grows ? after : union;
            plan.add(
                    Stage.EXTEND_ENUM,
                    name,
                    withSuppressions(ChangeStep.of(additions(extended), replacement(start, before)))
                            .withRemark("%s: the downgrade fails if a row has a new value".formatted(name)));
        }
        if (!grows && keeps) {
            plan.add(
                    Stage.CREATE,
                    name,
                    withSuppressions(ChangeStep.of(replacement(start, after), replacement(start, before)))
                            .withRemark(UserTypeChange.REPLACED.formatted(name)));
        } else if (!grows) {
            plan.add(
                    Stage.DROP,
                    name,
                    withSuppressions(ChangeStep.of(replacement(goal, after), replacement(goal, union)))
                            .withLoss(new ChangeStep.StepLoss(
                                    "values of " + name + ", unless no row has them", Optional.empty())));
        }
    }

    private static ChangeStep withSuppressions(ChangeStep step) {
        return step.suppressing("type-change", "labels of an enum cannot be removed or reordered in place")
                .suppressing("several-changes", "objects that depend on the type are created again with it");
    }

    /** Returns the enum with the old labels followed by the new ones. */
    private EnumType union() {
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

    private static List<String> replacement(SchemaGraph graph, EnumType to) {
        return UserTypeChange.replacement(graph, new Node(Kind.ENUM, to.name()), "TYPE", ObjectDdl.create(to));
    }
}
