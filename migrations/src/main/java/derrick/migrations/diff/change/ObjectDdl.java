package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Routine;
import derrick.migrations.catalog.Sequence;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.Trigger;
import derrick.migrations.catalog.View;
import derrick.migrations.diff.change.SchemaGraph.UnsupportedChange;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.ddl.ConstraintDdl;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.RoutineDdl;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.ddl.ViewDdl;
import derrick.migrations.sql.SqlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the statements that create and drop any object or part of a schema. */
record ObjectDdl(SchemaGraph graph) {
    /** @throws UnsupportedChange if create cannot write this object */
    List<String> create(Node node) {
        return create(node, Set.of());
    }

    /** @param createdLater tables that do not exist yet, so foreign keys to them are left out */
    List<String> create(Node node, Set<String> createdLater) {
        CatalogObject object = graph.object(node).orElseThrow(() -> new UnsupportedChange(node));
        String owner = graph.ownerName(node);
        if (object instanceof Table table) {
            return new TableDdl(table).create(createdLater);
        } else if (object instanceof View view) {
            return new ViewDdl(view).create();
        } else if (object instanceof Routine routine) {
            return new RoutineDdl(routine).create();
        } else if (object instanceof EnumType type) {
            return create(type);
        } else if (object instanceof Sequence sequence) {
            return create(sequence);
        } else if (object instanceof OtherObject other) {
            if (other.create().isEmpty()) {
                throw new UnsupportedChange(node);
            }
            return create(other);
        } else if (object instanceof Constraint constraint) {
            return ConstraintDdl.create(owner, constraint);
        } else if (object instanceof Index index) {
            return create(owner, index);
        } else if (object instanceof Trigger trigger) {
            return TableDdl.createTrigger(owner, trigger);
        } else if (object instanceof Column column) {
            return node.kind() == CatalogObject.Kind.DEFAULT
                    ? List.of(alter(owner, column) + " SET DEFAULT "
                            + column.defaultValue().text().orElseThrow())
                    : ColumnChanges.addColumn(owner, column);
        }
        throw new UnsupportedChange(node);
    }

    List<String> drop(Node node) {
        CatalogObject object = graph.object(node).orElseThrow(() -> new UnsupportedChange(node));
        String owner = graph.ownerName(node);
        if (object instanceof OtherObject other) {
            if (other.drop().isEmpty()) {
                throw new UnsupportedChange(node);
            }
            return other.drop();
        }
        return List.of(
                switch (node.kind()) {
                    case TABLE, PARTITION -> "DROP TABLE " + node.name();
                    case SEQUENCE -> "DROP SEQUENCE " + node.name();
                    case ENUM -> "DROP TYPE " + node.name();
                    case VIEW -> new ViewDdl((View) object).drop();
                    case FUNCTION -> new RoutineDdl((Routine) object).drop();
                    case CONSTRAINT -> ConstraintDdl.drop(owner, object.name());
                    case INDEX -> "DROP INDEX " + Identifiers.inSchemaOf(owner, object.name());
                    case TRIGGER -> "DROP TRIGGER %s ON %s".formatted(Identifiers.of(object.name()), owner);
                    case DEFAULT -> alter(owner, (Column) object) + " DROP DEFAULT";
                    case COLUMN -> "ALTER TABLE %s DROP COLUMN %s".formatted(owner, Identifiers.of(object.name()));
                    case OTHER -> throw new UnsupportedChange(node);
                });
    }

    private static String alter(String table, Column column) {
        return "ALTER TABLE %s ALTER COLUMN %s".formatted(table, Identifiers.of(column.name()));
    }

    static List<String> create(EnumType type) {
        String labels = type.labels().stream().map(SqlQuoting::text).collect(Collectors.joining(", "));
        return CommentOn.after(
                "CREATE TYPE %s AS ENUM (%s)".formatted(type.name(), labels), "TYPE " + type.name(), type.comment());
    }

    private static List<String> create(Sequence sequence) {
        String create = "CREATE %sSEQUENCE %s AS %s%s"
                .formatted(
                        sequence.unlogged() ? "UNLOGGED " : "",
                        sequence.name(),
                        sequence.definition(),
                        sequence.owner().map(column -> " OWNED BY " + column).orElse(""));
        return CommentOn.after(create, "SEQUENCE " + sequence.name(), sequence.comment());
    }

    static List<String> create(OtherObject other) {
        List<String> statements = new ArrayList<>(other.create());
        if (other.comment().isPresent()) {
            other.commentTarget().ifPresent(target -> statements.add(CommentOn.on(target, other.comment())));
        }
        return statements;
    }

    static List<String> create(String owner, Index index) {
        return CommentOn.after(
                TableDdl.createIndex(index), "INDEX " + Identifiers.inSchemaOf(owner, index.name()), index.comment());
    }

    static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
