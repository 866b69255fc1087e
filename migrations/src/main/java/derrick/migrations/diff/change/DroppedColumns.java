package derrick.migrations.diff.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Table;
import derrick.migrations.diff.change.MatchedByName.Kept;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.TableDdl;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What else goes on while parts of tables change: columns that leave with them, and keys that come only later. */
public record DroppedColumns(Catalog before, Catalog after) {
    /** What a part of a table would lose with a column that it names. */
    Optional<ChangeStep.Loss> loss(String table, String definition) {
        Optional<Table> old = before.table(table);
        Optional<Table> now = after.table(table);
        if (old.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        return ColumnChanges.columns(new Kept<>(old.get(), now.get())).gone().stream()
                .map(Column::name)
                .filter(column -> SchemaGraph.mentions(definition, Identifiers.of(column)))
                .findFirst()
                .map(column -> new ChangeStep.Loss(
                        "the values of " + table + "." + column, Optional.of(table + "." + column)));
    }

    /** Whether a foreign key needs what comes later: a table in a circle of new ones, or a new key of an old one. */
    boolean isTooEarly(String owner, Constraint constraint) {
        if (constraint.type() == Constraint.Type.FOREIGN_KEY
                && before.table(owner).isEmpty()) {
            return true;
        }
        Set<String> withNewKeys = before.tables().values().stream()
                .filter(table -> after.table(table.name()).stream()
                        .flatMap(now -> MatchedByName.of(table.constraints(), now.constraints()).come().stream())
                        .anyMatch(key ->
                                key.type() == Constraint.Type.UNIQUE || key.type() == Constraint.Type.PRIMARY_KEY))
                .map(Table::name)
                .collect(Collectors.toSet());
        return TableDdl.pointsAt(constraint, withNewKeys);
    }
}
