package derrick.migrations.diff.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.OtherObjectKinds;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Changes a domain or a composite type: in place where PostgreSQL can, a domain else by a new one in its place. */
record UserTypeChange(OtherObject before, OtherObject after, SchemaGraph start) {
    /** Whether a change of an object without a record of its own leaves the object itself in place. */
    static boolean isInPlace(OtherObject before, OtherObject after) {
        return before.attributes().equals(after.attributes())
                || after.what().equals("domain")
                || (isComposite(before) && isComposite(after));
    }

    private static boolean isComposite(OtherObject object) {
        return object.what().equals("type")
                && object.attributes().keySet().stream().allMatch(word -> word.startsWith("attribute "));
    }

    void plan(ChangePlan plan) {
        if (after.what().equals("domain")) {
            planDomain(plan);
        } else if (isComposite(before) && isComposite(after)) {
            planAttributes(plan);
        }
        if (!before.comment().equals(after.comment())
                && OtherObjectKinds.isOrdered(after.what())
                && isInPlace(before, after)) {
            after.commentTarget()
                    .ifPresent(target -> plan.add(
                            Stage.CREATE, after.ownName(), CommentOn.step(target, before.comment(), after.comment())));
        }
    }

    private void planDomain(ChangePlan plan) {
        String name = after.ownName();
        if (!Objects.equals(before.attributes().get("type"), after.attributes().get("type"))) {
            Node node = new Node(after.kind(), after.name());
            plan.add(
                    Stage.CREATE,
                    name,
                    ChangeStep.of(
                                    anew(start, node, "DOMAIN", PartChanges.created(after)),
                                    anew(start, node, "DOMAIN", PartChanges.created(before)))
                            .excused("type-change", "a domain cannot change its type in place")
                            .remarking("%s is created again: its tables are locked meanwhile".formatted(name)));
            return;
        }
        Set<String> words = new TreeSet<>(before.attributes().keySet());
        words.addAll(after.attributes().keySet());
        for (String word : words) {
            List<String> up = alterDomain(name, word, before.attributes(), after.attributes());
            if (!up.isEmpty()) {
                plan.add(
                        Stage.CREATE,
                        name,
                        ChangeStep.of(up, alterDomain(name, word, after.attributes(), before.attributes()))
                                .remarking("%s: its tables are read through while the domain changes".formatted(name)));
            }
        }
    }

    private static List<String> alterDomain(
            String name, String word, Map<String, String> from, Map<String, String> to) {
        Optional<String> old = Optional.ofNullable(from.get(word));
        Optional<String> now = Optional.ofNullable(to.get(word));
        if (old.equals(now)) {
            return List.of();
        }
        String alter = "ALTER DOMAIN " + name;
        if (word.equals("default")) {
            return List.of(alter
                    + now.filter(value -> !value.equals("none"))
                            .map(value -> " SET DEFAULT " + value)
                            .orElse(" DROP DEFAULT"));
        }
        if (word.equals("nullability")) {
            return List.of(alter + (now.equals(Optional.of("NOT NULL")) ? " SET NOT NULL" : " DROP NOT NULL"));
        }
        List<String> statements = new ArrayList<>();
        String constraint = word.replaceFirst("^constraint ", "");
        old.ifPresent(definition -> statements.add(alter + " DROP CONSTRAINT " + constraint));
        now.ifPresent(definition -> statements.add(alter + " ADD CONSTRAINT " + constraint + " " + definition));
        return statements;
    }

    private void planAttributes(ChangePlan plan) {
        Set<String> words = new TreeSet<>(before.attributes().keySet());
        words.addAll(after.attributes().keySet());
        for (String word : words) {
            String attribute = word.replaceFirst("^attribute ", "");
            Optional<String> old = Optional.ofNullable(before.attributes().get(word));
            Optional<String> now = Optional.ofNullable(after.attributes().get(word));
            if (!old.equals(now)) {
                ChangeStep step =
                        ChangeStep.of(alterAttribute(attribute, old, now), alterAttribute(attribute, now, old));
                plan.add(
                        now.isEmpty() ? Stage.DROP : Stage.CREATE,
                        after.ownName(),
                        now.isEmpty()
                                ? step.losing(new ChangeStep.Loss(
                                        "values of %s.%s".formatted(after.ownName(), attribute), Optional.empty()))
                                : step);
            }
        }
    }

    private String alterAttribute(String attribute, Optional<String> from, Optional<String> to) {
        String alter = "ALTER TYPE " + after.ownName();
        if (to.isEmpty()) {
            return alter + " DROP ATTRIBUTE " + attribute + " CASCADE";
        }
        return from.isEmpty()
                ? alter + " ADD ATTRIBUTE " + attribute + " " + to.get() + " CASCADE"
                : alter + " ALTER ATTRIBUTE " + attribute + " TYPE " + to.get() + " CASCADE";
    }

    /**
     * The statements that put another type in the place of one: it gets another name, its columns are converted, and
     * what depends on it is dropped before and created again.
     *
     * @param graph the schema as it is when they run
     * @param create the statements that create the other
     */
    static List<String> anew(SchemaGraph graph, Node type, String word, List<String> create) {
        String name = type.name().replaceFirst("^domain ", "");
        String old = Identifiers.joined(Identifiers.plain(name), "before");
        DependentRebuild rebuild = DependentRebuild.of(graph, graph, List.of(), List.of(type));
        List<String> change = new ArrayList<>();
        change.add("ALTER %s %s RENAME TO %s".formatted(word, name, Identifiers.of(old)));
        change.addAll(create);
        Catalog catalog = graph.catalog();
        for (Table table : catalog.tables().values()) {
            for (Column column : table.columns()) {
                if (!column.inherited() && column.type().replace("[]", "").equals(name)) {
                    change.addAll(converted(table, column));
                }
            }
        }
        change.add("DROP %s %s".formatted(word, Identifiers.beside(name, old)));
        return rebuild.around(change);
    }

    private static List<String> converted(Table table, Column column) {
        String name = Identifiers.of(column.name());
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table.name(), name);
        String array = column.type().endsWith("[]") ? "[]" : "";
        List<String> statements = new ArrayList<>();
        boolean value = column.filling() instanceof ColumnDefault.Default;
        if (value) {
            statements.add(alter + "DROP DEFAULT");
        }
        statements.add("%sTYPE %s USING %s::text%s::%s".formatted(alter, column.type(), name, array, column.type()));
        if (value) {
            statements.add(alter + "SET DEFAULT " + column.filling().text().orElseThrow());
        }
        return statements;
    }
}
