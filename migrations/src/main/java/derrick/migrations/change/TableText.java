package derrick.migrations.change;

import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Partition;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Trigger;
import derrick.migrations.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole table, as the statements that make it. */
record TableText(Table table) {
    /** @param notYet tables that are made later, so that no foreign key may point at them */
    List<String> create(Set<String> notYet) {
        List<ColumnText> columns = table.columns().stream()
                .map(column -> new ColumnText(table.name(), column))
                .toList();
        List<String> statements = new ArrayList<>();
        columns.forEach(column -> statements.addAll(column.before()));
        statements.add(head(columns, notYet));
        columns.forEach(column -> statements.addAll(column.after()));
        table.partitions().forEach(partition -> statements.add(partition(table.name(), partition)));
        table.constraints().stream()
                .filter(constraint -> !constraint.validated())
                .forEach(constraint -> statements.add(
                        ConstraintText.add(table.name(), constraint, constraint.definition() + " NOT VALID")));
        table.indexes().forEach(index -> statements.add(everywhere(index)));
        statements.addAll(comments(columns, notYet));
        table.triggers().forEach(trigger -> statements.addAll(trigger(table.name(), trigger)));
        return statements;
    }

    private String head(List<ColumnText> columns, Set<String> notYet) {
        Stream<String> elements = Stream.concat(
                columns.stream().map(ColumnText::definition),
                table.constraints().stream()
                        .filter(constraint -> constraint.validated() && !pointsAt(constraint, notYet))
                        .map(constraint ->
                                "CONSTRAINT " + Names.of(constraint.name()) + " " + constraint.definition()));
        return (table.unlogged() ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ")
                + Names.of(table.name())
                + elements.collect(Collectors.joining(",\n    ", " (\n    ", "\n)"))
                + table.partitionKey().map(key -> " PARTITION BY " + key).orElse("")
                + table.storage().map(storage -> " WITH (" + storage + ")").orElse("");
    }

    /** PostgreSQL puts more names in quotes than need them. */
    static boolean pointsAt(Constraint constraint, Set<String> tables) {
        return constraint.type() == Constraint.Type.FOREIGN_KEY
                && tables.stream()
                        .flatMap(target -> Stream.of(Names.of(target), Quoted.name(target)))
                        .anyMatch(target -> constraint.definition().contains("REFERENCES " + target + "("));
    }

    static String partition(String table, Partition partition) {
        return "CREATE TABLE %s PARTITION OF %s %s"
                .formatted(Names.of(partition.name()), Names.of(table), partition.bounds());
    }

    /** An index on a partitioned table is on its partitions as well. */
    static String everywhere(Index index) {
        return index.definition().replaceFirst(" ON ONLY ", " ON ").replaceFirst(" USING btree \\(", " (");
    }

    private List<String> comments(List<ColumnText> columns, Set<String> notYet) {
        List<String> comments = new ArrayList<>();
        String name = Names.of(table.name());
        table.comment().ifPresent(comment -> comments.add(Remark.on("TABLE " + name, table.comment())));
        columns.stream()
                .filter(column -> column.column().comment().isPresent())
                .forEach(column -> comments.add(column.comment()));
        table.constraints().stream()
                .filter(constraint -> constraint.comment().isPresent() && !pointsAt(constraint, notYet))
                .forEach(constraint ->
                        comments.add(Remark.on(ConstraintText.named(table.name(), constraint), constraint.comment())));
        table.indexes().stream()
                .filter(index -> index.comment().isPresent())
                .forEach(index -> comments.add(Remark.on("INDEX " + Names.of(index.name()), index.comment())));
        return comments;
    }

    static List<String> trigger(String table, Trigger trigger) {
        List<String> statements = new ArrayList<>();
        statements.add(trigger.definition());
        trigger.firing().ifPresent(firing -> statements.add(firing(table, trigger)));
        trigger.comment()
                .ifPresent(comment -> statements.add(Remark.on(
                        "TRIGGER " + Names.of(trigger.name()) + " ON " + Names.of(table), trigger.comment())));
        return statements;
    }

    static String firing(String table, Trigger trigger) {
        String how = switch (trigger.firing().orElse("")) {
            case "disabled" -> "DISABLE TRIGGER";
            case "replica" -> "ENABLE REPLICA TRIGGER";
            case "always" -> "ENABLE ALWAYS TRIGGER";
            default -> "ENABLE TRIGGER";
        };
        return "ALTER TABLE %s %s %s".formatted(Names.of(table), how, Names.of(trigger.name()));
    }
}
