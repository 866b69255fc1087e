package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A whole table, as the statements that make it. */
public record TableDdl(Table table) {
    /** @param notYet tables that are made later, so that no foreign key may point at them */
    public List<String> create(Set<String> notYet) {
        List<ColumnDdl> columns =
                own().map(column -> new ColumnDdl(table.name(), column)).toList();
        List<String> statements = new ArrayList<>();
        columns.forEach(column -> statements.addAll(column.before()));
        statements.add(head(columns, notYet));
        columns.forEach(column -> statements.addAll(column.after()));
        table.columns().stream()
                .filter(column ->
                        !columns.stream().map(ColumnDdl::column).toList().contains(column))
                .forEach(column -> statements.addAll(inherited(table.name(), column)));
        table.constraints().stream()
                .filter(constraint -> !constraint.validated())
                .forEach(constraint -> statements.add(
                        ConstraintDdl.add(table.name(), constraint, constraint.definition() + " NOT VALID")));
        table.indexes().forEach(index -> statements.add(everywhere(index)));
        statements.addAll(comments(columns, notYet));
        table.triggers().forEach(trigger -> statements.addAll(trigger(table.name(), trigger)));
        return statements;
    }

    /** The columns that the table brings itself. */
    private Stream<Column> own() {
        return table.columns().stream().filter(column -> !column.inherited() && !isTyped(table));
    }

    public static boolean isTyped(Table table) {
        return table.placement().filter(placement -> placement.contains("OF ")).isPresent();
    }

    private String head(List<ColumnDdl> columns, Set<String> notYet) {
        List<String> elements = Stream.concat(
                        columns.stream().map(ColumnDdl::definition),
                        table.constraints().stream()
                                .filter(constraint -> constraint.validated() && !pointsAt(constraint, notYet))
                                .map(constraint -> "CONSTRAINT " + Identifiers.of(constraint.name()) + " "
                                        + constraint.definition()))
                .toList();
        String list = String.join(",\n    ", elements);
        boolean bare = elements.isEmpty() && (table.partitionOf().isPresent() || isTyped(table));
        String placement = table.placement().orElse("");
        return (table.unlogged() ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ")
                + table.name()
                + table.partitionOf().map(of -> " PARTITION OF " + of.parent()).orElse("")
                + (isTyped(table) ? " " + placement.substring(placement.indexOf("OF ")) : "")
                + (bare ? "" : elements.isEmpty() ? " ()" : " (\n    " + list + "\n)")
                + table.partitionOf().map(of -> " " + of.bounds()).orElse("")
                + (table.inherits().isEmpty() ? "" : " INHERITS (" + String.join(", ", table.inherits()) + ")")
                + table.partitionKey().map(key -> " PARTITION BY " + key).orElse("")
                + part("USING [^,]+", placement)
                + table.storage().map(storage -> " WITH (" + storage + ")").orElse("")
                + part("TABLESPACE [^,]+", placement);
    }

    private static String part(String form, String placement) {
        Matcher part = Pattern.compile(form).matcher(placement);
        return part.find() ? " " + part.group() : "";
    }

    /** What a column that comes from a parent has for itself. */
    public static List<String> inherited(String table, Column column) {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(column.name()));
        List<String> statements = new ArrayList<>();
        if (column.filling() instanceof ColumnDefault.Default value) {
            statements.add(alter + "SET DEFAULT " + value.expression());
        }
        if (!column.nullable()) {
            statements.add(alter + "SET NOT NULL");
        }
        if (column.comment().isPresent()) {
            statements.add(new ColumnDdl(table, column).comment());
        }
        return statements;
    }

    /** PostgreSQL puts more names in quotes than need them. */
    public static boolean pointsAt(Constraint constraint, Set<String> tables) {
        return constraint.type() == Constraint.Type.FOREIGN_KEY
                && tables.stream().anyMatch(target -> constraint.definition().contains("REFERENCES " + target + "("));
    }

    /** An index on a partitioned table is on its partitions as well. */
    public static String everywhere(Index index) {
        return index.definition().replaceFirst(" ON ONLY ", " ON ").replaceFirst(" USING btree \\(", " (");
    }

    private List<String> comments(List<ColumnDdl> columns, Set<String> notYet) {
        List<String> comments = new ArrayList<>();
        String name = table.name();
        table.comment().ifPresent(comment -> comments.add(CommentOn.on("TABLE " + name, table.comment())));
        columns.stream()
                .filter(column -> column.column().comment().isPresent())
                .forEach(column -> comments.add(column.comment()));
        table.constraints().stream()
                .filter(constraint -> constraint.comment().isPresent() && !pointsAt(constraint, notYet))
                .forEach(constraint -> comments.add(
                        CommentOn.on(ConstraintDdl.named(table.name(), constraint), constraint.comment())));
        table.indexes().stream()
                .filter(index -> index.comment().isPresent())
                .forEach(index ->
                        comments.add(CommentOn.on("INDEX " + Identifiers.beside(name, index.name()), index.comment())));
        return comments;
    }

    public static List<String> trigger(String table, Trigger trigger) {
        List<String> statements = new ArrayList<>();
        statements.add(trigger.definition());
        trigger.firing().ifPresent(firing -> statements.add(firing(table, trigger)));
        trigger.comment()
                .ifPresent(comment -> statements.add(
                        CommentOn.on("TRIGGER " + Identifiers.of(trigger.name()) + " ON " + table, trigger.comment())));
        return statements;
    }

    public static String firing(String table, Trigger trigger) {
        String how = switch (trigger.firing().orElse("")) {
            case "disabled" -> "DISABLE TRIGGER";
            case "replica" -> "ENABLE REPLICA TRIGGER";
            case "always" -> "ENABLE ALWAYS TRIGGER";
            default -> "ENABLE TRIGGER";
        };
        return "ALTER TABLE %s %s %s".formatted(table, how, Identifiers.of(trigger.name()));
    }
}
