package derrick.migrations.lint;

import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.ddl.AlterAction;
import derrick.migrations.sql.ddl.ColumnDefinition;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Columns whose arrival or change fails on rows or writes them all anew. */
final class ColumnRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "not-null-without-default",
                    "ADD COLUMN … NOT NULL without a default, to a table that the file did not make",
                    "it fails as soon as the table has one row",
                    "add a DEFAULT, or add the column without NOT NULL and fill it first",
                    site -> added(
                            site,
                            column -> column.constraints().has("NOT", "NULL")
                                    && !column.fillsRows()
                                    && !column.constraints().has("GENERATED"))),
            Rule.ofStatement(
                    "column-rewrites-table",
                    "ADD COLUMN with serial, identity, a stored expression, a volatile default or a domain that"
                            + " checks its values, to an old table; or SET EXPRESSION",
                    "nobody reads or writes the table while every row is written anew",
                    "add it without a default, fill it in batches, then SET DEFAULT …",
                    site -> Stream.concat(
                            added(
                                    site,
                                    column -> column.isSerial()
                                            || column.isIdentity()
                                            || column.isStored()
                                            || site.schema().isConstrainedDomain(column.type())
                                            || Volatility.mayBeVolatile(column.defaultExpression())),
                            site.actions()
                                    .filter(action -> action.action()
                                            .columnSetExpression()
                                            .isPresent())
                                    .map(StatementContext.Action::at))),
            Rule.ofStatement(
                    "type-change",
                    "ALTER COLUMN … TYPE, unless earlier scripts show that the column only widens; or ALTER "
                            + "ATTRIBUTE …"
                            + " TYPE … CASCADE",
                    "nobody reads or writes the table while its rows and indexes are made anew",
                    "add a column of the new type, fill it in batches, then change over",
                    site -> Stream.concat(
                            site.actions()
                                    .filter(action -> action.action()
                                            .newType()
                                            .filter(change -> !widens(site, action.table(), change))
                                            .isPresent())
                                    .map(StatementContext.Action::at),
                            site.attributeActions()
                                    .filter(action -> action.starts("ALTER") && action.has("CASCADE"))
                                    .map(TokenSequence::first))));

    private ColumnRules() {}

    private static Stream<Token> added(StatementContext site, Predicate<ColumnDefinition> found) {
        return site.actions()
                .filter(action -> action.action().addedColumn().filter(found).isPresent())
                .map(StatementContext.Action::at);
    }

    private static boolean widens(StatementContext site, String table, AlterAction.NewType change) {
        return !change.converted()
                && site.schema()
                        .type(table, change.column())
                        .filter(old -> change.type().widens(old))
                        .isPresent();
    }
}
