package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.ddl.ColumnDefinition;
import derrick.migrations.sql.ddl.TableConstraint;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Constraints that make the server look at every row while all others wait. */
final class ConstraintRules {
    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "foreign-key-validates",
                    "a foreign key on a table that the file did not make, without NOT VALID",
                    "both tables take no writes while every row is looked up",
                    "ADD CONSTRAINT … NOT VALID; in a later file: VALIDATE CONSTRAINT …",
                    site -> Stream.of(
                                    constraints(
                                            site, constraint -> constraint.is("FOREIGN") && !constraint.isNotValid()),
                                    columns(
                                            site,
                                            column -> column.constraints().has("REFERENCES") && column.fillsRows()),
                                    enforced(site))
                            .flatMap(found -> found)),
            Rule.ofStatement(
                    "check-validates",
                    "a CHECK on a table that the file did not make, without NOT VALID",
                    "nobody reads or writes the table while every row is checked",
                    "ADD CONSTRAINT … NOT VALID; in a later file: VALIDATE CONSTRAINT …",
                    site -> Stream.concat(
                            constraints(site, constraint -> constraint.is("CHECK") && !constraint.isNotValid()),
                            columns(site, column -> column.constraints().has("CHECK")))),
            Rule.ofStatement(
                    "validated-in-same-transaction",
                    "VALIDATE CONSTRAINT in the transaction that added the constraint NOT VALID",
                    "the lock of ADD CONSTRAINT is held while every row is looked at",
                    "move VALIDATE CONSTRAINT … to a later file",
                    site -> site.transactional()
                            ? site.actions()
                                    .filter(action -> action.action()
                                            .validatedConstraint()
                                            .filter(name -> site.schema().addedUnvalidated(action.table(), name))
                                            .isPresent())
                                    .map(StatementContext.Action::at)
                            : Stream.empty()),
            Rule.ofStatement(
                    "unique-builds-index",
                    "UNIQUE or PRIMARY KEY on a table that the file did not make, without USING INDEX",
                    "nobody reads or writes the table while the index is built",
                    "CREATE UNIQUE INDEX CONCURRENTLY; then ADD CONSTRAINT … USING INDEX",
                    site -> Stream.concat(
                            constraints(
                                    site,
                                    constraint -> (constraint.is("UNIQUE") || constraint.is("PRIMARY"))
                                            && constraint.index().isEmpty()),
                            columns(
                                    site,
                                    column -> column.constraints().has("UNIQUE")
                                            || column.constraints().has("PRIMARY", "KEY")))),
            Rule.ofStatement(
                    "exclude-builds-index",
                    "EXCLUDE on a table that the file did not make",
                    "nobody reads or writes the table while the index is built",
                    "there is no CONCURRENTLY: a new table, filled in batches; or a quiet hour",
                    site -> constraints(site, constraint -> constraint.is("EXCLUDE"))),
            Rule.ofStatement(
                    "domain-validates",
                    "a constraint of a domain that the file did not make, without NOT VALID",
                    "tables with such columns take no writes while every row is checked",
                    "ADD CONSTRAINT … CHECK (…) NOT VALID; in a later file: VALIDATE CONSTRAINT …",
                    site -> site.firstIf(validatesDomain(site.statement(), site.schema()))),
            Rule.ofStatement(
                    "set-not-null-scans",
                    "SET NOT NULL, or a primary key, where no validated CHECK (… IS NOT NULL) is seen in the scripts",
                    "nobody reads or writes the table while every row is checked",
                    "CHECK (… IS NOT NULL) NOT VALID; later VALIDATE it; then SET NOT NULL",
                    site -> Stream.of(
                                    constraints(site, constraint -> constraint.is("NOT") && !constraint.isNotValid()),
                                    columns(site, ConstraintRules::isComputedNotNull),
                                    setsNotNull(site),
                                    keysOfNullable(site))
                            .flatMap(found -> found)));

    private ConstraintRules() {}

    private static Stream<Token> constraints(StatementContext site, Predicate<TableConstraint> found) {
        return site.actions()
                .filter(action ->
                        action.action().addedConstraint().filter(found).isPresent())
                .map(StatementContext.Action::at);
    }

    private static Stream<Token> columns(StatementContext site, Predicate<ColumnDefinition> found) {
        return site.actions()
                .filter(action -> action.action().addedColumn().filter(found).isPresent())
                .map(StatementContext.Action::at);
    }

    /** A foreign key that was NOT ENFORCED is held against all rows. */
    private static Stream<Token> enforced(StatementContext site) {
        return site.actions()
                .filter(action -> action.action().phrase().starts("ALTER", "CONSTRAINT")
                        && action.action().phrase().has("ENFORCED")
                        && !action.action().phrase().has("NOT", "ENFORCED"))
                .map(StatementContext.Action::at);
    }

    /** Whether a statement has the server look at all rows that have a value of an old domain. */
    static boolean validatesDomain(Statement statement, SchemaState schema) {
        TokenReader reader = statement.reader();
        return reader.take("ALTER", "DOMAIN")
                && reader.takeQualifiedName()
                        .filter(name -> !schema.newDomains.contains(name))
                        .isPresent()
                && ((reader.take("ADD") && !reader.rest().has("NOT", "VALID")) || reader.take("SET", "NOT", "NULL"));
    }

    /** A column that is computed when it is read; where it is stored, the table is written anew anyway. */
    private static boolean isComputedNotNull(ColumnDefinition column) {
        return column.constraints().has("GENERATED", "ALWAYS", "AS")
                && !column.isIdentity()
                && !column.isStored()
                && column.constraints().has("NOT", "NULL");
    }

    /** Primary keys that take over an index of columns that may hold NULL. */
    private static Stream<Token> keysOfNullable(StatementContext site) {
        return site.actions()
                .filter(action -> action.action().addedConstraint().stream()
                        .filter(constraint -> constraint.is("PRIMARY"))
                        .flatMap(constraint -> constraint.index().stream())
                        .flatMap(index -> site.schema().indexColumns(index).stream())
                        .anyMatch(column -> !site.schema().provesNotNull(action.table(), column)))
                .map(StatementContext.Action::at);
    }

    private static Stream<Token> setsNotNull(StatementContext site) {
        return site.actions()
                .filter(action -> action.action()
                        .columnSetNotNull()
                        .filter(column -> !site.schema().provesNotNull(action.table(), column))
                        .isPresent())
                .map(StatementContext.Action::at);
    }
}
