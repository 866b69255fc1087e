package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.ddl.AlterAction;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.Drop;
import derrick.migrations.sql.ddl.TableConstraint;
import java.util.Optional;

/** Writes down what a statement does to the schema. */
final class SchemaChange {
    private final SchemaSoFar schema;

    SchemaChange(SchemaSoFar schema) {
        this.schema = schema;
    }

    void apply(Statement statement) {
        CreateTable.of(statement).ifPresent(this::create);
        CreateIndex.of(statement).flatMap(CreateIndex::name).ifPresent(schema.newIndexes::add);
        AlterTable.of(statement).ifPresent(this::alter);
        Drop.of(statement, "TABLE").ifPresent(drop -> drop.names().forEach(schema.tables::remove));
        createFromQuery(statement);
        createSchema(statement.reader());
    }

    private void createSchema(TokenReader reader) {
        if (reader.take("CREATE", "SCHEMA")) {
            reader.take("IF", "NOT", "EXISTS");
            reader.takeName().ifPresent(schema.madeSchemas::add);
        }
    }

    private void create(CreateTable create) {
        if (schema.knows(create.table())) {
            return; // IF NOT EXISTS, and it does
        }
        TableSoFar table = makeNew(create.table());
        create.columns().forEach(column -> table.columns.put(column.name(), column.type()));
        create.constraints().forEach(constraint -> add(constraint, table));
    }

    private void createFromQuery(Statement statement) {
        TokenReader reader = statement.reader();
        if (reader.take("CREATE", "MATERIALIZED", "VIEW")) {
            reader.take("IF", "NOT", "EXISTS");
            reader.takeQualifiedName().ifPresent(this::makeNew);
        } else if (reader.take("SELECT")) {
            TokenReader target = reader.rest().after("INTO").reader();
            target.takeAny("TEMPORARY", "TEMP", "UNLOGGED");
            target.take("TABLE");
            target.takeQualifiedName().ifPresent(this::makeNew);
        }
    }

    private TableSoFar makeNew(String name) {
        TableSoFar table = new TableSoFar();
        table.isNew = true;
        schema.tables.put(name, table);
        schema.made.add(name);
        return table;
    }

    private void alter(AlterTable alter) {
        TableSoFar table = schema.tables.computeIfAbsent(alter.table(), name -> new TableSoFar());
        alter.actions().forEach(action -> alter(alter.table(), table, action));
        if (alter.actions().stream().anyMatch(action -> action.phrase().starts("SET", "SCHEMA"))) {
            schema.tables.remove(alter.table()); // the name is free
        }
        alter.newName().ifPresent(name -> {
            schema.tables.remove(alter.table());
            schema.tables.put(name, table);
            if (schema.wasMade(alter.table())) {
                schema.made.add(name);
            }
        });
    }

    private void alter(String name, TableSoFar table, AlterAction action) {
        action.addedColumn().ifPresent(column -> {
            table.columns.put(column.name(), column.type());
            schema.made.add(name + "." + column.name());
        });
        action.addedConstraint().ifPresent(constraint -> add(constraint, table));
        action.validatedConstraint().ifPresent(table.unvalidated::remove);
        action.droppedConstraint().ifPresent(table::forget);
        action.droppedColumn().ifPresent(table.columns::remove);
        action.newType().ifPresent(change -> table.columns.put(change.column(), change.type()));
        action.newName().ifPresent(change -> {
            schema.made.add(name + "." + change.newName());
            Optional.ofNullable(table.columns.remove(change.column()))
                    .ifPresent(type -> table.columns.put(change.newName(), type));
        });
    }

    private static void add(TableConstraint constraint, TableSoFar table) {
        constraint.name().ifPresent(name -> {
            constraint.columnWithoutNull().ifPresent(column -> table.withoutNull.put(name, column));
            if (constraint.isNotValid()) {
                table.unvalidated.add(name);
                table.addedNow.add(name);
            }
        });
    }
}
