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

/** What running programs still rely on, and what is gone for good. A way back may drop what its way up made. */
final class BreakingRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "rename-table",
                    "a table or view that the file did not make gets another name, and nothing else gets the old one",
                    "programs that run now fail at once, since they know the old name",
                    "keep the name; or rename and CREATE VIEW with the old name",
                    false,
                    BreakingRules::renamesTable),
            Rule.ofStatement(
                    "rename-column",
                    "a column of a table, or an attribute of a type, that the file did not make gets another name",
                    "programs that run now fail at once, since they know the old name",
                    "add the new column, fill it, and drop the old one in a later file",
                    site -> Stream.concat(
                            site.actions()
                                    .filter(action -> action.action()
                                            .newName()
                                            .filter(change -> !site.schema().wasMade(action.table()))
                                            .filter(change ->
                                                    !site.schema().wasMade(action.table() + "." + change.column()))
                                            .isPresent())
                                    .map(StatementContext.Action::at),
                            attributes(site, "RENAME"))),
            Rule.ofStatement(
                    "drop-table",
                    "a table that the file did not make is dropped",
                    "its rows are gone, and programs that run now fail",
                    "stop using it first; drop it in a later file, after a backup",
                    site -> site.firstIf(Drop.of(site.statement(), "TABLE")
                            .filter(drop -> !drop.names().stream().allMatch(site.schema()::wasMade))
                            .isPresent())),
            Rule.ofStatement(
                    "drop-column",
                    "a column of a table, or an attribute of a type, that the file did not make is dropped",
                    "its values are gone, and programs that run now fail",
                    "stop using it first; drop it in a later file, after a backup",
                    site -> Stream.concat(
                            site.actions()
                                    .filter(action -> action.action()
                                            .droppedColumn()
                                            .filter(column -> !site.schema().wasMade(action.table()))
                                            .filter(column -> !site.schema().wasMade(action.table() + "." + column))
                                            .isPresent())
                                    .map(StatementContext.Action::at),
                            attributes(site, "DROP"))),
            Rule.ofStatement(
                    "truncate-cascade",
                    "TRUNCATE … CASCADE",
                    "it also empties tables that nobody named",
                    "name them all: TRUNCATE a, b",
                    site -> site.firstIf(site.statement().phrase().starts("TRUNCATE")
                            && site.statement().phrase().has("CASCADE"))),
            Rule.ofStatement(
                    "drop-schema-cascade",
                    "DROP SCHEMA … CASCADE of a schema that the file did not make",
                    "it also drops tables that nobody named, with their rows",
                    "drop what is in it by name, in a later file, after a backup",
                    site -> site.firstIf(site.statement().phrase().has("CASCADE")
                            && Drop.of(site.statement(), "SCHEMA")
                                    .filter(drop -> !drop.names().stream().allMatch(site.schema()::wasSchemaMade))
                                    .isPresent())));

    private BreakingRules() {}

    private static Stream<Token> attributes(StatementContext site, String verb) {
        return site.attributeActions().filter(action -> action.starts(verb)).map(TokenSequence::first);
    }

    private static IntStream renamesTable(LintedFile file) {
        List<StatementContext> sites = file.sites();
        return IntStream.range(0, sites.size())
                .filter(at -> oldName(sites.get(at))
                        .filter(name -> sites.stream().skip(at).noneMatch(site -> makes(site.statement(), name)))
                        .isPresent())
                .map(at -> sites.get(at).statement().line());
    }

    /** The name that a table or view which the file did not make loses. */
    private static Optional<String> oldName(StatementContext site) {
        TokenReader reader = site.statement().reader();
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
                .filter(name -> !site.schema().wasMade(name))
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
