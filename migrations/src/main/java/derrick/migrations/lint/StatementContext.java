package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.ddl.AlterAction;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.ColumnDefinition;
import derrick.migrations.sql.ddl.CreateTable;
import java.util.stream.Stream;

/**
 * A statement of a script, or of a DO block in it, with the state before it runs.
 *
 * @param schema the schema after the statements before it
 * @param transactional true if its file runs inside a transaction
 * @param lockTimeout true if an earlier statement sets a lock_timeout
 * @param insideBlock true if it is part of a DO block, which may test for existing objects itself
 */
record StatementContext(
        Statement statement, SchemaState schema, boolean transactional, boolean lockTimeout, boolean insideBlock) {
    /** An action of ALTER TABLE on a table that the file did not create. */
    record Action(String table, AlterAction action) {
        Token at() {
            return action.at();
        }
    }

    Token first() {
        return statement.tokens().get(0);
    }

    Stream<Token> firstIf(boolean found) {
        return found ? Stream.of(first()) : Stream.empty();
    }

    /** Returns the actions of ALTER TABLE, if the file did not create the table. */
    Stream<Action> actions() {
        return AlterTable.of(statement).stream()
                .filter(alter -> !schema.isNew(alter.table()))
                .flatMap(alter -> alter.actions().stream().map(action -> new Action(alter.table(), action)));
    }

    /** Returns the ATTRIBUTE actions of ALTER TYPE, if the file did not create the type. CASCADE alters tables, too. */
    Stream<TokenSequence> attributeActions() {
        TokenReader reader = statement.reader();
        return reader.take("ALTER", "TYPE")
                        && reader.takeQualifiedName()
                                .filter(type -> !schema.isFromRevision(type))
                                .isPresent()
                ? reader.rest().parts().stream()
                        .filter(action -> action.tokens().size() > 1
                                && action.tokens().get(1).is("ATTRIBUTE"))
                : Stream.empty();
    }

    /** Returns the columns that the statement adds, in existing and in new tables. */
    Stream<ColumnDefinition> columns() {
        return Stream.concat(
                CreateTable.of(statement).stream().flatMap(create -> create.columns().stream()),
                AlterTable.of(statement).stream()
                        .flatMap(alter -> alter.actions().stream())
                        .flatMap(action -> action.addedColumn().stream()));
    }

    /** Returns true if the statement blocks reads or writes of a table that the file did not create. */
    boolean locksOldTable() {
        return new BlockingLock(statement, schema).isOnOldTable();
    }
}
