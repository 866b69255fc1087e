package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.Drop;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules about statements that break running programs or delete rows. A downgrade may drop what its upgrade created. */
final class BreakingRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "rename-table",
                    "a renamed table or view that the file did not create, and no view under the old name",
                    "running programs that use the old name fail",
                    "keep the name, or RENAME and CREATE VIEW under the old name in one file",
                    false,
                    BreakingRules::renamesTable),
            Rule.ofStatement(
                    "rename-column",
                    "a renamed column or attribute that the file did not create",
                    "running programs that use the old name fail",
                    "ADD COLUMN, fill it in batches, DROP COLUMN the old one in a later file",
                    context -> Stream.concat(
                            context.actions()
                                    .filter(action -> action.action()
                                            .newName()
                                            .filter(change -> !context.schema().isFromRevision(action.table()))
                                            .filter(change -> !context.schema()
                                                    .isFromRevision(action.table() + "." + change.column()))
                                            .isPresent())
                                    .map(StatementContext.Action::at),
                            attributes(context, "RENAME"))),
            Rule.ofStatement(
                    "drop-table",
                    "DROP TABLE of a table that the file did not create",
                    "deletes the rows of the table; running programs that use it fail",
                    "deploy programs that do not use it, make a backup, drop it in a later file",
                    context -> context.firstIf(Drop.of(context.statement(), "TABLE")
                            .filter(drop -> !drop.names().stream().allMatch(context.schema()::isFromRevision))
                            .isPresent())),
            Rule.ofStatement(
                    "drop-column",
                    "a dropped column or attribute that the file did not create",
                    "deletes the values of the column; running programs that use it fail",
                    "deploy programs that do not use it, make a backup, drop it in a later file",
                    context -> Stream.concat(
                            context.actions()
                                    .filter(action -> action.action()
                                            .droppedColumn()
                                            .filter(column -> !context.schema().isFromRevision(action.table()))
                                            .filter(column ->
                                                    !context.schema().isFromRevision(action.table() + "." + column))
                                            .isPresent())
                                    .map(StatementContext.Action::at),
                            attributes(context, "DROP"))),
            Rule.ofStatement(
                    "truncate-cascade",
                    "TRUNCATE … CASCADE",
                    "also empties the tables that reference it and are not named here",
                    "name each table: TRUNCATE a, b",
                    context -> context.firstIf(context.statement().words().starts("TRUNCATE")
                            && context.statement().words().has("CASCADE"))),
            Rule.ofStatement(
                    "drop-schema-cascade",
                    "DROP SCHEMA … CASCADE of a schema that the file did not create",
                    "also drops the tables in the schema, with their rows",
                    "make a backup, DROP each object by name, then DROP SCHEMA without CASCADE",
                    context -> context.firstIf(context.statement().words().has("CASCADE")
                            && Drop.of(context.statement(), "SCHEMA")
                                    .filter(drop ->
                                            !drop.names().stream().allMatch(context.schema()::isSchemaFromRevision))
                                    .isPresent())));

    private BreakingRules() {}

    private static Stream<Token> attributes(StatementContext context, String verb) {
        return context.attributeActions().filter(action -> action.starts(verb)).map(TokenSequence::first);
    }

    private static IntStream renamesTable(LintedFile file) {
        List<StatementContext> contexts = file.contexts();
        return IntStream.range(0, contexts.size())
                .filter(at -> oldName(contexts.get(at))
                        .filter(name ->
                                contexts.stream().skip(at).noneMatch(context -> makes(context.statement(), name)))
                        .isPresent())
                .map(at -> contexts.get(at).statement().line());
    }

    /** Returns the old name of a table or view that the statement renames and the file did not create. */
    private static Optional<String> oldName(StatementContext context) {
        TokenReader reader = context.statement().reader();
        if (!reader.take("ALTER")) {
            return Optional.empty();
        }
        reader.takeAny("MATERIALIZED", "FOREIGN");
        if (!reader.takeAny("TABLE", "VIEW")) {
            return Optional.empty();
        }
        reader.take("IF", "EXISTS");
        reader.take("ONLY");
        return reader.takeQualifiedName()
                .filter(name -> !context.schema().isFromRevision(name))
                .filter(name -> reader.take("RENAME", "TO") || reader.take("SET", "SCHEMA"));
    }

    private static boolean makes(Statement statement, String name) {
        TokenReader reader = statement.reader();
        boolean creates = reader.take("CREATE");
        reader.take("OR", "REPLACE");
        reader.take("MATERIALIZED");
        Optional<String> view = creates && reader.take("VIEW") ? reader.takeQualifiedName() : Optional.empty();
        return view.or(() -> CreateTable.of(statement).map(CreateTable::table))
                .filter(name::equals)
                .isPresent();
    }
}
