package derrick.migrations.lint;

import derrick.migrations.sql.Token;
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
                    site -> Stream.concat(
                            constraints(site, constraint -> constraint.is("FOREIGN") && !constraint.isNotValid()),
                            columns(site, column -> column.constraints().has("REFERENCES") && column.fillsRows()))),
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
                                    .map(Site.Action::at)
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
                                            && !constraint.usesIndex()),
                            columns(
                                    site,
                                    column -> column.constraints().has("UNIQUE")
                                            || column.constraints().has("PRIMARY", "KEY")))),
            Rule.ofStatement(
                    "set-not-null-scans",
                    "SET NOT NULL where no validated CHECK (… IS NOT NULL) is seen in the scripts",
                    "nobody reads or writes the table while every row is checked",
                    "CHECK (… IS NOT NULL) NOT VALID; later VALIDATE it; then SET NOT NULL",
                    site -> Stream.concat(
                            constraints(site, constraint -> constraint.is("NOT") && !constraint.isNotValid()),
                            setsNotNull(site))));

    private ConstraintRules() {}

    private static Stream<Token> constraints(Site site, Predicate<TableConstraint> found) {
        return site.actions()
                .filter(action ->
                        action.action().addedConstraint().filter(found).isPresent())
                .map(Site.Action::at);
    }

    private static Stream<Token> columns(Site site, Predicate<ColumnDefinition> found) {
        return site.actions()
                .filter(action -> action.action().addedColumn().filter(found).isPresent())
                .map(Site.Action::at);
    }

    private static Stream<Token> setsNotNull(Site site) {
        return site.actions()
                .filter(action -> action.action()
                        .columnSetNotNull()
                        .filter(column -> !site.schema().provesNotNull(action.table(), column))
                        .isPresent())
                .map(Site.Action::at);
    }
}
