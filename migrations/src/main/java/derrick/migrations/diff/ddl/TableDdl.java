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

/** Writes the statements that create a table with its columns, constraints, indexes, comments and triggers. */
public record TableDdl(Table table) {
    /** @param createdLater tables that do not exist yet, so foreign keys to them are left out */
    public List<String> create(Set<String> createdLater) {
        List<ColumnDdl> columns =
                ownColumns().map(column -> new ColumnDdl(table.name(), column)).toList();
        List<String> statements = new ArrayList<>();
        columns.forEach(column -> statements.addAll(column.createSequence()));
        statements.add(createTable(columns, createdLater));
        columns.forEach(column -> statements.addAll(column.ownSequence()));
        table.columns().stream()
                .filter(column ->
                        !columns.stream().map(ColumnDdl::column).toList().contains(column))
                .forEach(column -> statements.addAll(alterInherited(table.name(), column)));
        table.constraints().stream()
                .filter(constraint -> !constraint.validated())
                .forEach(constraint -> statements.add(
                        ConstraintDdl.add(table.name(), constraint, constraint.definition() + " NOT VALID")));
        table.indexes().forEach(index -> statements.add(createIndex(index)));
        statements.addAll(comments(columns, createdLater));
        table.triggers().forEach(trigger -> statements.addAll(createTrigger(table.name(), trigger)));
        return statements;
    }

    private Stream<Column> ownColumns() {
        return table.columns().stream().filter(column -> !column.inherited() && !isTyped(table));
    }

    /** Returns true if the table is created OF a composite type. */
    public static boolean isTyped(Table table) {
        return table.placement().filter(placement -> placement.contains("OF ")).isPresent();
    }

    private String createTable(List<ColumnDdl> columns, Set<String> createdLater) {
        List<String> elements = Stream.concat(
                        columns.stream().map(ColumnDdl::definition),
                        table.constraints().stream()
                                .filter(constraint -> constraint.validated() && !references(constraint, createdLater))
                                .map(constraint -> "CONSTRAINT " + Identifiers.of(constraint.name()) + " "
                                        + constraint.definition()))
                .toList();
        String list = String.join(",\n    ", elements);
        boolean withoutList = elements.isEmpty() && (table.partitionOf().isPresent() || isTyped(table));
        String placement = table.placement().orElse("");
        return (table.unlogged() ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ")
                + table.name()
                + table.partitionOf().map(of -> " PARTITION OF " + of.parent()).orElse("")
                + (isTyped(table) ? " " + placement.substring(placement.indexOf("OF ")) : "")
                + (withoutList ? "" : elements.isEmpty() ? " ()" : " (\n    " + list + "\n)")
                + table.partitionOf().map(of -> " " + of.bounds()).orElse("")
                + (table.inherits().isEmpty() ? "" : " INHERITS (" + String.join(", ", table.inherits()) + ")")
                + table.partitionKey().map(key -> " PARTITION BY " + key).orElse("")
                + placementClause("USING [^,]+", placement)
                + table.storage().map(storage -> " WITH (" + storage + ")").orElse("")
                + placementClause("TABLESPACE [^,]+", placement);
    }

    private static String placementClause(String regex, String placement) {
        Matcher clause = Pattern.compile(regex).matcher(placement);
        return clause.find() ? " " + clause.group() : "";
    }

    /** Returns the statements that set the own default, NOT NULL and comment of an inherited column. */
    public static List<String> alterInherited(String table, Column column) {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(column.name()));
        List<String> statements = new ArrayList<>();
        if (column.defaultValue() instanceof ColumnDefault.Default value) {
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

    /** Returns true for a foreign key to one of the tables, which are named as PostgreSQL prints them. */
    public static boolean references(Constraint constraint, Set<String> tables) {
        return constraint.type() == Constraint.Type.FOREIGN_KEY
                && tables.stream().anyMatch(target -> constraint.definition().contains("REFERENCES " + target + "("));
    }

    /** Returns CREATE INDEX; an index of a partitioned table includes the partitions. */
    public static String createIndex(Index index) {
        return index.definition().replaceFirst(" ON ONLY ", " ON ").replaceFirst(" USING btree \\(", " (");
    }

    private List<String> comments(List<ColumnDdl> columns, Set<String> createdLater) {
        List<String> comments = new ArrayList<>();
        String name = table.name();
        table.comment().ifPresent(comment -> comments.add(CommentOn.on("TABLE " + name, table.comment())));
        columns.stream()
                .filter(column -> column.column().comment().isPresent())
                .forEach(column -> comments.add(column.comment()));
        table.constraints().stream()
                .filter(constraint -> constraint.comment().isPresent() && !references(constraint, createdLater))
                .forEach(constraint -> comments.add(
                        CommentOn.on(ConstraintDdl.target(table.name(), constraint), constraint.comment())));
        table.indexes().stream()
                .filter(index -> index.comment().isPresent())
                .forEach(index -> comments.add(
                        CommentOn.on("INDEX " + Identifiers.inSchemaOf(name, index.name()), index.comment())));
        return comments;
    }

    /** Returns the statements that create a trigger, set when it fires and comment on it. */
    public static List<String> createTrigger(String table, Trigger trigger) {
        List<String> statements = new ArrayList<>();
        statements.add(trigger.definition());
        trigger.firing().ifPresent(firing -> statements.add(setTriggerFiring(table, trigger)));
        trigger.comment()
                .ifPresent(comment -> statements.add(
                        CommentOn.on("TRIGGER " + Identifiers.of(trigger.name()) + " ON " + table, trigger.comment())));
        return statements;
    }

    /** Returns the statement that enables or disables a trigger. */
    public static String setTriggerFiring(String table, Trigger trigger) {
        String action = switch (trigger.firing().orElse("")) {
            case "disabled" -> "DISABLE TRIGGER";
            case "replica" -> "ENABLE REPLICA TRIGGER";
            case "always" -> "ENABLE ALWAYS TRIGGER";
            default -> "ENABLE TRIGGER";
        };
        return "ALTER TABLE %s %s %s".formatted(table, action, Identifiers.of(trigger.name()));
    }
}
