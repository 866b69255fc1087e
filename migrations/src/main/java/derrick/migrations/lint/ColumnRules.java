package derrick.migrations.lint;

import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.ddl.AlterAction;
import derrick.migrations.sql.ddl.ColumnDefinition;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about added or changed columns that rewrite the table or fail on existing rows. */
final class ColumnRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "not-null-without-default",
                    "ADD COLUMN … NOT NULL without a default, to a table that the file did not create",
                    "fails if the table has any row",
                    "ADD COLUMN … NOT NULL DEFAULT …; or add it nullable, fill it, SET NOT NULL",
                    context -> added(
                            context,
                            column -> column.constraints().has("NOT", "NULL")
                                    && !column.fillsRows()
                                    && !column.constraints().has("GENERATED"))),
            Rule.ofStatement(
                    "column-rewrites-table",
                    "ADD COLUMN with serial, identity, a stored expression, a volatile default or a domain that"
                            + " checks its values, to an old table; or SET EXPRESSION",
                    "rewrites the table under an ACCESS EXCLUSIVE lock; reads and writes wait",
                    "ADD COLUMN without a default, fill it in batches, then SET DEFAULT …",
                    context -> Stream.concat(
                            added(
                                    context,
                                    column -> column.isSerial()
                                            || column.isIdentity()
                                            || column.isStored()
                                            || context.schema().isConstrainedDomain(column.type())
                                            || Volatility.mayBeVolatile(column.defaultExpression())),
                            context.actions()
                                    .filter(action -> action.action()
                                            .columnSetExpression()
                                            .isPresent())
                                    .map(StatementContext.Action::at))),
            Rule.ofStatement(
                    "type-change",
                    "ALTER COLUMN … TYPE, unless earlier scripts show that the type only widens; or ALTER ATTRIBUTE …"
                            + " TYPE … CASCADE",
                    "rewrites table and indexes under an ACCESS EXCLUSIVE lock; all access waits",
                    "ADD COLUMN of the new type, fill it in batches, then rename both columns",
                    context -> Stream.concat(
                            context.actions()
                                    .filter(action -> action.action()
                                            .newType()
                                            .filter(change -> !widens(context, action.table(), change))
                                            .isPresent())
                                    .map(StatementContext.Action::at),
                            context.attributeActions()
                                    .filter(action -> action.starts("ALTER") && action.has("CASCADE"))
                                    .map(TokenSequence::first))));

    private ColumnRules() {}

    private static Stream<Token> added(StatementContext context, Predicate<ColumnDefinition> found) {
        return context.actions()
                .filter(action -> action.action().addedColumn().filter(found).isPresent())
                .map(StatementContext.Action::at);
    }

    private static boolean widens(StatementContext context, String table, AlterAction.NewType change) {
        return !change.converted()
                && context.schema()
                        .type(table, change.column())
                        .filter(old -> change.type().widens(old))
                        .isPresent();
    }
}
