package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.ddl.ColumnDefinition;
import derrick.migrations.sql.ddl.TableConstraint;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about constraints that scan the table or build an index under a blocking lock. */
final class ConstraintRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "foreign-key-validates",
                    "a foreign key on a table that the file did not create, without NOT VALID",
                    "scans the table; SHARE ROW EXCLUSIVE or stronger lock on both; writes wait",
                    "ADD CONSTRAINT … NOT VALID; in a later file: VALIDATE CONSTRAINT …",
                    context -> Stream.of(
                                    constraints(
                                            context,
                                            constraint -> constraint.is("FOREIGN") && !constraint.isNotValid()),
                                    columns(
                                            context,
                                            column -> column.constraints().has("REFERENCES") && column.fillsRows()),
                                    enforced(context))
                            .flatMap(found -> found)),
            Rule.ofStatement(
                    "check-validates",
                    "a CHECK on a table that the file did not create, without NOT VALID",
                    "scans the table under an ACCESS EXCLUSIVE lock; reads and writes wait",
                    "ADD CONSTRAINT … NOT VALID; in a later file: VALIDATE CONSTRAINT …",
                    context -> Stream.concat(
                            constraints(context, constraint -> constraint.is("CHECK") && !constraint.isNotValid()),
                            columns(context, column -> column.constraints().has("CHECK")))),
            Rule.ofStatement(
                    "validated-in-same-transaction",
                    "VALIDATE CONSTRAINT in the transaction that added the constraint NOT VALID",
                    "scans the table under the lock of ADD CONSTRAINT; at least writes wait",
                    "move VALIDATE CONSTRAINT … to a later file",
                    context -> context.transactional()
                            ? context.actions()
                                    .filter(action -> action.action()
                                            .validatedConstraint()
                                            .filter(name -> context.schema().addedUnvalidated(action.table(), name))
                                            .isPresent())
                                    .map(StatementContext.Action::at)
                            : Stream.empty()),
            Rule.ofStatement(
                    "unique-builds-index",
                    "UNIQUE or PRIMARY KEY on a table that the file did not create, without USING INDEX",
                    "builds an index under an ACCESS EXCLUSIVE lock; reads and writes wait",
                    "CREATE UNIQUE INDEX CONCURRENTLY …, then ADD CONSTRAINT … USING INDEX …",
                    context -> Stream.concat(
                            constraints(
                                    context,
                                    constraint -> (constraint.is("UNIQUE") || constraint.is("PRIMARY"))
                                            && constraint.index().isEmpty()),
                            columns(
                                    context,
                                    column -> column.constraints().has("UNIQUE")
                                            || column.constraints().has("PRIMARY", "KEY")))),
            Rule.ofStatement(
                    "exclude-builds-index",
                    "EXCLUDE on a table that the file did not create",
                    "builds an index under an ACCESS EXCLUSIVE lock; reads and writes wait",
                    "CREATE TABLE with the constraint, fill it in batches, swap the names",
                    context -> constraints(context, constraint -> constraint.is("EXCLUDE"))),
            Rule.ofStatement(
                    "domain-validates",
                    "a constraint of a domain that the file did not create, without NOT VALID",
                    "scans all tables with such a column under a SHARE lock; writes wait",
                    "ADD CONSTRAINT … CHECK (…) NOT VALID; in a later file: VALIDATE CONSTRAINT …",
                    context -> context.firstIf(validatesDomain(context.statement(), context.schema()))),
            Rule.ofStatement(
                    "set-not-null-scans",
                    "SET NOT NULL or PRIMARY KEY without a validated CHECK (… IS NOT NULL) in the scripts",
                    "scans the table under an ACCESS EXCLUSIVE lock; reads and writes wait",
                    "ADD CHECK (… IS NOT NULL) NOT VALID; later: VALIDATE it, then SET NOT NULL",
                    context -> Stream.of(
                                    constraints(
                                            context, constraint -> constraint.is("NOT") && !constraint.isNotValid()),
                                    columns(context, ConstraintRules::isComputedNotNull),
                                    setsNotNull(context),
                                    primaryKeysOfNullableColumns(context))
                            .flatMap(found -> found)));

    private ConstraintRules() {}

    private static Stream<Token> constraints(StatementContext context, Predicate<TableConstraint> found) {
        return context.actions()
                .filter(action ->
                        action.action().addedConstraint().filter(found).isPresent())
                .map(StatementContext.Action::at);
    }

    private static Stream<Token> columns(StatementContext context, Predicate<ColumnDefinition> found) {
        return context.actions()
                .filter(action -> action.action().addedColumn().filter(found).isPresent())
                .map(StatementContext.Action::at);
    }

    /** Finds ALTER CONSTRAINT … ENFORCED, which checks a foreign key against all rows. */
    private static Stream<Token> enforced(StatementContext context) {
        return context.actions()
                .filter(action -> action.action().words().starts("ALTER", "CONSTRAINT")
                        && action.action().words().has("ENFORCED")
                        && !action.action().words().has("NOT", "ENFORCED"))
                .map(StatementContext.Action::at);
    }

    /** Returns true if the statement makes the server check all values of an existing domain. */
    static boolean validatesDomain(Statement statement, SchemaState schema) {
        TokenReader reader = statement.reader();
        return reader.take("ALTER", "DOMAIN")
                && reader.takeQualifiedName()
                        .filter(name -> !schema.newDomains.contains(name))
                        .isPresent()
                && ((reader.take("ADD") && !reader.rest().has("NOT", "VALID")) || reader.take("SET", "NOT", "NULL"));
    }

    /** Returns true for a virtual generated column with NOT NULL. A stored one is found by column-rewrites-table. */
    private static boolean isComputedNotNull(ColumnDefinition column) {
        return column.constraints().has("GENERATED", "ALWAYS", "AS")
                && !column.isIdentity()
                && !column.isStored()
                && column.constraints().has("NOT", "NULL");
    }

    /** Finds primary keys USING INDEX whose columns may hold NULL. */
    private static Stream<Token> primaryKeysOfNullableColumns(StatementContext context) {
        return context.actions()
                .filter(action -> action.action().addedConstraint().stream()
                        .filter(constraint -> constraint.is("PRIMARY"))
                        .flatMap(constraint -> constraint.index().stream())
                        .flatMap(index -> context.schema().indexColumns(index).stream())
                        .anyMatch(column -> !context.schema().provesNotNull(action.table(), column)))
                .map(StatementContext.Action::at);
    }

    private static Stream<Token> setsNotNull(StatementContext context) {
        return context.actions()
                .filter(action -> action.action()
                        .columnSetNotNull()
                        .filter(column -> !context.schema().provesNotNull(action.table(), column))
                        .isPresent())
                .map(StatementContext.Action::at);
    }
}
