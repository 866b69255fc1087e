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
 * A statement of a script or of a block of DO in it, and all that is known when its turn comes.
 *
 * @param schema what the statements before it have made
 * @param transactional whether its file runs inside a transaction
 * @param lockTimeout whether a statement before it limits how long it waits for a lock
 * @param insideBlock whether it is part of a block of DO, which has its own way of asking what is there
 */
record StatementContext(
        Statement statement, SchemaState schema, boolean transactional, boolean lockTimeout, boolean insideBlock) {
    /** A column that gets an action, in a table that held rows before. */
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

    /** What is done to a table that the file did not make. */
    Stream<Action> actions() {
        return AlterTable.of(statement).stream()
                .filter(alter -> !schema.isNew(alter.table()))
                .flatMap(alter -> alter.actions().stream().map(action -> new Action(alter.table(), action)));
    }

    /** What is done to an attribute of a composite type that the file did not make; with CASCADE, to tables as well. */
    Stream<TokenSequence> attributeActions() {
        TokenReader reader = statement.reader();
        return reader.take("ALTER", "TYPE")
                        && reader.takeQualifiedName()
                                .filter(type -> !schema.wasMade(type))
                                .isPresent()
                ? reader.rest().parts().stream()
                        .filter(action -> action.tokens().size() > 1
                                && action.tokens().get(1).is("ATTRIBUTE"))
                : Stream.empty();
    }

    /** The columns that it makes, in tables old and new. */
    Stream<ColumnDefinition> columns() {
        return Stream.concat(
                CreateTable.of(statement).stream().flatMap(create -> create.columns().stream()),
                AlterTable.of(statement).stream()
                        .flatMap(alter -> alter.actions().stream())
                        .flatMap(action -> action.addedColumn().stream()));
    }

    /** Whether others who read or write a table that the file did not make must wait for it. */
    boolean locksOldTable() {
        return new BlockingLock(statement, schema).isOnOldTable();
    }
}
