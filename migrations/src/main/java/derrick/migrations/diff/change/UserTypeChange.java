package derrick.migrations.diff.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Changes a domain or a composite type in place, or replaces a domain that has another base type. */
record UserTypeChange(OtherObject before, OtherObject after, SchemaGraph start) {
    static final String REPLACED =
            "%s is replaced; its tables are locked for reads and writes while they are rewritten";

    /** Returns true if an object is not dropped and created again to change it. */
    static boolean isInPlace(OtherObject before, OtherObject after) {
        return before.ownAttributes().equals(after.ownAttributes())
                || after.objectType().equals("domain")
                || (isComposite(before) && isComposite(after));
    }

    private static boolean isComposite(OtherObject object) {
        return object.objectType().equals("type")
                && object.ownAttributes().keySet().stream().allMatch(attribute -> attribute.startsWith("attribute "));
    }

    void addSteps(ChangePlan plan) {
        if (after.objectType().equals("domain")) {
            planDomain(plan);
        } else if (isComposite(before) && isComposite(after)) {
            planAttributes(plan);
        }
        if (!before.comment().equals(after.comment())
                && SchemaGraph.isOrdered(after.objectType())
                && isInPlace(before, after)) {
            after.commentTarget()
                    .ifPresent(target -> plan.add(
                            Stage.CREATE, after.ownName(), CommentOn.step(target, before.comment(), after.comment())));
        }
    }

    private void planDomain(ChangePlan plan) {
        String name = after.ownName();
        if (!Objects.equals(
                before.ownAttributes().get("type"), after.ownAttributes().get("type"))) {
            Node node = new Node(after.kind(), after.name());
            plan.add(
                    Stage.CREATE,
                    name,
                    ChangeStep.of(
                                    replacement(start, node, "DOMAIN", ObjectDdl.create(after)),
                                    replacement(start, node, "DOMAIN", ObjectDdl.create(before)))
                            .suppressing("type-change", "the base type of a domain cannot change in place")
                            .withRemark(REPLACED.formatted(name)));
            return;
        }
        Set<String> attributes = new TreeSet<>(before.ownAttributes().keySet());
        attributes.addAll(after.ownAttributes().keySet());
        for (String attribute : attributes) {
            List<String> up = alterDomain(name, attribute, before.ownAttributes(), after.ownAttributes());
            if (!up.isEmpty()) {
                plan.add(
                        Stage.CREATE,
                        name,
                        ChangeStep.of(up, alterDomain(name, attribute, after.ownAttributes(), before.ownAttributes()))
                                .withRemark("%s: all rows of its tables are checked while the domain is locked"
                                        .formatted(name)));
            }
        }
    }

    private static List<String> alterDomain(
            String name, String attribute, Map<String, String> from, Map<String, String> to) {
        Optional<String> old = Optional.ofNullable(from.get(attribute));
        Optional<String> declared = Optional.ofNullable(to.get(attribute));
        if (old.equals(declared)) {
            return List.of();
        }
        String alter = "ALTER DOMAIN " + name;
        if (attribute.equals("default")) {
            return List.of(alter
                    + declared.filter(value -> !value.equals("none"))
                            .map(value -> " SET DEFAULT " + value)
                            .orElse(" DROP DEFAULT"));
        }
        if (attribute.equals("nullability")) {
            return List.of(alter + (declared.equals(Optional.of("NOT NULL")) ? " SET NOT NULL" : " DROP NOT NULL"));
        }
        List<String> statements = new ArrayList<>();
        String constraint = attribute.replaceFirst("^constraint ", "");
        old.ifPresent(definition -> statements.add(alter + " DROP CONSTRAINT " + constraint));
        declared.ifPresent(definition -> statements.add(alter + " ADD CONSTRAINT " + constraint + " " + definition));
        return statements;
    }

    private void planAttributes(ChangePlan plan) {
        Set<String> keys = new TreeSet<>(before.ownAttributes().keySet());
        keys.addAll(after.ownAttributes().keySet());
        for (String key : keys) {
            String name = key.replaceFirst("^attribute ", "");
            Optional<String> old = Optional.ofNullable(before.ownAttributes().get(key));
            Optional<String> declared =
                    Optional.ofNullable(after.ownAttributes().get(key));
            if (!old.equals(declared)) {
                ChangeStep step =
                        ChangeStep.of(alterAttribute(name, old, declared), alterAttribute(name, declared, old));
                plan.add(
                        declared.isEmpty() ? Stage.DROP : Stage.CREATE,
                        after.ownName(),
                        declared.isEmpty()
                                ? step.withLoss(new ChangeStep.StepLoss(
                                        "values of %s.%s".formatted(after.ownName(), name), Optional.empty()))
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
     * Returns the statements that replace a type: they rename it, create the new one and convert the columns. Dependent
     * objects are dropped before and created again after.
     *
     * @param graph the schema in which they run
     * @param create the statements that create the new type
     */
    static List<String> replacement(SchemaGraph graph, Node type, String attribute, List<String> create) {
        String name = type.name().replaceFirst("^domain ", "");
        String old = Identifiers.withSuffix(Identifiers.unquoted(name), "before");
        DependentRebuild rebuild = DependentRebuild.of(graph, graph, List.of(), List.of(type));
        List<String> change = new ArrayList<>();
        change.add("ALTER %s %s RENAME TO %s".formatted(attribute, name, Identifiers.of(old)));
        change.addAll(create);
        Catalog catalog = graph.catalog();
        for (Table table : catalog.tables().values()) {
            for (Column column : table.columns()) {
                if (!column.inherited() && column.type().replace("[]", "").equals(name)) {
                    change.addAll(converted(table, column));
                }
            }
        }
        change.add("DROP %s %s".formatted(attribute, Identifiers.inSchemaOf(name, old)));
        return rebuild.around(change);
    }

    private static List<String> converted(Table table, Column column) {
        String name = Identifiers.of(column.name());
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table.name(), name);
        String array = column.type().endsWith("[]") ? "[]" : "";
        List<String> statements = new ArrayList<>();
        boolean value = column.defaultValue() instanceof ColumnDefault.Default;
        if (value) {
            statements.add(alter + "DROP DEFAULT");
        }
        statements.add("%sTYPE %s USING %s::text%s::%s".formatted(alter, column.type(), name, array, column.type()));
        if (value) {
            statements.add(alter + "SET DEFAULT " + column.defaultValue().text().orElseThrow());
        }
        return statements;
    }
}
