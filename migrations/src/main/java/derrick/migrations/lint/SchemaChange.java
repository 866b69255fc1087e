package derrick.migrations.lint;

import derrick.migrations.lint.SchemaState.TableState;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.ddl.AlterAction;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.ColumnDefinition;
import derrick.migrations.sql.ddl.CreateDomain;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.Drop;
import derrick.migrations.sql.ddl.TableConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Applies a DDL statement to a schema state. */
final class SchemaChange {
    private final SchemaState schema;

    SchemaChange(SchemaState schema) {
        this.schema = schema;
    }

    void apply(Statement statement) {
        CreateTable.of(statement).ifPresent(this::create);
        CreateIndex.of(statement).ifPresent(this::create);
        CreateDomain.of(statement).ifPresent(this::create);
        AlterTable.of(statement).ifPresent(this::alter);
        Drop.of(statement, "TABLE").ifPresent(drop -> drop.names().forEach(schema.tables::remove));
        Drop.of(statement, "DOMAIN").ifPresent(drop -> drop.names().forEach(schema.constrainedDomains::remove));
        Drop.of(statement, "INDEX").ifPresent(drop -> drop.names().forEach(schema.indexes::remove));
        alterDomain(statement.reader());
        createFromQuery(statement);
        createSchema(statement.reader());
        createType(statement.reader());
    }

    private void createType(TokenReader reader) {
        if (reader.take("CREATE", "TYPE")) {
            reader.takeQualifiedName().ifPresent(schema.fromRevision::add);
        }
    }

    private void createSchema(TokenReader reader) {
        if (reader.take("CREATE", "SCHEMA")) {
            reader.take("IF", "NOT", "EXISTS");
            reader.takeName().ifPresent(schema.schemasFromRevision::add);
        }
    }

    private void create(CreateIndex index) {
        index.name().ifPresent(schema.newIndexes::add);
        schema.indexes.put(index.name().orElseGet(() -> unnamedKey(schema.indexes)), index);
    }

    /** Returns a unique map key for an object whose name the server generates. */
    private static String unnamedKey(Map<String, ?> others) {
        return "#" + others.size();
    }

    private void create(CreateDomain domain) {
        schema.newDomains.add(domain.name());
        if (domain.isConstrained() || schema.isConstrainedDomain(domain.type())) {
            schema.constrainedDomains.add(domain.name());
        }
    }

    private void alterDomain(TokenReader reader) {
        if (reader.take("ALTER", "DOMAIN")) {
            Optional<String> name = reader.takeQualifiedName();
            if (reader.take("ADD") || reader.take("SET", "NOT", "NULL")) {
                name.ifPresent(schema.constrainedDomains::add);
            }
        }
    }

    private void create(CreateTable create) {
        if (schema.contains(create.table())) {
            return; // CREATE TABLE IF NOT EXISTS does nothing
        }
        TableState table = makeNew(create.table());
        create.columns().forEach(column -> add(column, table));
        create.constraints().forEach(constraint -> add(constraint, table));
        table.partitionKey = create.partitionKey();
        if (create.rest().has("DEFAULT")) {
            create.parent().ifPresent(parent -> setDefaultPartition(parent, create.table()));
        }
    }

    private void setDefaultPartition(String parent, String partition) {
        schema.tables.computeIfAbsent(parent, name -> new TableState()).defaultPartition = Optional.of(partition);
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

    private TableState makeNew(String name) {
        TableState table = new TableState();
        table.isNew = true;
        schema.tables.put(name, table);
        schema.fromRevision.add(name);
        return table;
    }

    private void alter(AlterTable alter) {
        TableState table = schema.tables.computeIfAbsent(alter.table(), name -> new TableState());
        alter.actions().forEach(action -> alter(alter.table(), table, action));
        if (alter.actions().stream().anyMatch(action -> action.words().starts("SET", "SCHEMA"))) {
            schema.tables.remove(alter.table()); // the name can be used again
        }
        if (alter.actions("ATTACH", "PARTITION").stream()
                .anyMatch(action -> action.words().has("DEFAULT"))) {
            table.defaultPartition = alter.partition("ATTACH");
        }
        alter.partition("DETACH")
                .filter(partition -> table.defaultPartition.stream().anyMatch(partition::equals))
                .ifPresent(partition -> table.defaultPartition = Optional.empty());
        alter.newName().ifPresent(name -> {
            schema.tables.remove(alter.table());
            schema.tables.put(name, table);
            if (schema.isFromRevision(alter.table())) {
                schema.fromRevision.add(name);
            }
        });
    }

    private void alter(String name, TableState table, AlterAction action) {
        action.addedColumn().ifPresent(column -> {
            add(column, table);
            schema.fromRevision.add(name + "." + column.name());
        });
        action.addedConstraint().ifPresent(constraint -> add(constraint, table));
        action.validatedConstraint().ifPresent(table.unvalidated::remove);
        action.droppedConstraint().ifPresent(table::dropConstraint);
        action.droppedColumn().ifPresent(table.columns::remove);
        action.columnSetNotNull().ifPresent(table.notNull::add);
        action.columnDropNotNull().ifPresent(table.notNull::remove);
        action.newType().ifPresent(change -> table.columns.put(change.column(), change.type()));
        action.newName().ifPresent(change -> {
            schema.fromRevision.add(name + "." + change.newName());
            Optional.ofNullable(table.columns.remove(change.column()))
                    .ifPresent(type -> table.columns.put(change.newName(), type));
            if (table.notNull.remove(change.column())) {
                table.notNull.add(change.newName());
            }
        });
    }

    private static void add(ColumnDefinition column, TableState table) {
        table.columns.put(column.name(), column.type());
        table.notNull.remove(column.name());
        if (column.isSerial()
                || column.constraints().has("NOT", "NULL")
                || column.constraints().has("PRIMARY", "KEY")) {
            table.notNull.add(column.name());
        }
        Stream.of("PRIMARY", "UNIQUE")
                .filter(column.constraints()::has)
                .forEach(kind -> table.keys.put(unnamedKey(table.keys), kind + " " + List.of(column.name())));
        column.constraints().after("CHECK").reader().takeParenthesized().ifPresent(table.unnamedChecks::add);
    }

    private void add(TableConstraint constraint, TableState table) {
        constraint.name().ifPresent(name -> {
            constraint.columnWithoutNull().ifPresent(column -> table.notNullChecks.put(name, column));
            if (constraint.is("CHECK")) {
                table.checks.put(name, constraint.inside());
            }
            if (constraint.isNotValid()) {
                table.unvalidated.add(name);
                table.addedInFile.add(name);
            }
        });
        if (constraint.is("CHECK") && constraint.name().isEmpty() && !constraint.isNotValid()) {
            table.unnamedChecks.add(constraint.inside());
        }
        if (constraint.is("PRIMARY") || constraint.is("UNIQUE")) {
            List<String> columns = constraint
                    .index()
                    .map(schema::indexColumns)
                    .orElseGet(() -> constraint.inside().parts().stream()
                            .map(TokenSequence::reader)
                            .flatMap(part -> part.takeName().stream())
                            .toList());
            String kind = constraint.definition().first().keyword();
            table.keys.put(constraint.name().orElseGet(() -> unnamedKey(table.keys)), kind + " " + columns);
            if (constraint.is("PRIMARY")) {
                table.notNull.addAll(columns);
            }
        }
    }
}
