package derrick.migrations.run.loss;

import derrick.migrations.revision.Script;
import derrick.migrations.sql.DoBlock;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.ddl.AlterAction;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.Drop;
import derrick.migrations.sql.ddl.TypeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the data that scripts delete. Reads DO blocks too, but not statements that they build at run time.
 */
public final class DataLossAnalyzer {
    private final OriginalNames names = new OriginalNames();
    private final Set<DataLoss> found = new LinkedHashSet<>();

    private DataLossAnalyzer() {}

    /** Returns what the scripts, run in order, delete of the data that existed before. */
    public static List<DataLoss> of(List<Script> scripts) {
        DataLossAnalyzer analyzer = new DataLossAnalyzer();
        scripts.forEach(script -> script.statements().forEach(analyzer::read));
        return analyzer.found.stream()
                .filter(loss -> analyzer.found.stream().noneMatch(loss::isPartOf))
                .toList();
    }

    private void read(Statement statement) {
        if (statement.reader().take("DO")) {
            // In a block, statements follow PL/pgSQL keywords: BEGIN, THEN, LOOP.
            new DoBlock(statement)
                    .statements()
                    .forEach(inside -> starts(inside, Set.of("CREATE", "ALTER", "DROP", "TRUNCATE", "DELETE"))
                            .forEach(this::readFrom));
            return;
        }
        readFrom(statement);
        // A common table expression may delete as well.
        starts(statement, Set.of("DELETE")).forEach(this::readFrom);
    }

    private static Stream<Statement> starts(Statement statement, Set<String> words) {
        List<Token> tokens = statement.tokens();
        return IntStream.range(0, tokens.size())
                .filter(at -> words.contains(tokens.get(at).keyword()) && !isPrivilege(tokens, at))
                .mapToObj(at -> new Statement(
                        statement.text(),
                        statement.line(),
                        tokens.subList(at, tokens.size()),
                        List.of(),
                        Optional.empty()));
    }

    /** True if TRUNCATE is a privilege or trigger event here, not a statement. */
    private static boolean isPrivilege(List<Token> tokens, int at) {
        return tokens.get(at).is("TRUNCATE")
                && at > 0
                && !Set.of("BEGIN", "THEN", "LOOP", "ELSE")
                        .contains(tokens.get(at - 1).keyword());
    }

    private void readFrom(Statement statement) {
        CreateTable.of(statement)
                .filter(create -> !statement.words().starts("CREATE", "TABLE", "IF", "NOT", "EXISTS"))
                .ifPresent(create -> names.created(create.table()));
        Drop.of(statement, "TABLE").ifPresent(drop -> drop.names().forEach(this::dropped));
        Drop.of(statement, "SCHEMA")
                .ifPresent(drop -> drop.names().stream().map(DataLoss::ofSchema).forEach(found::add));
        AlterTable.of(statement).ifPresent(this::altered);
        TokenReader reader = statement.reader();
        if (reader.take("TRUNCATE")) {
            reader.take("TABLE");
            reader.rest().parts().forEach(part -> add(DataLoss.Kind.TRUNCATED, part.reader()));
        } else if (reader.take("DELETE", "FROM")) {
            add(DataLoss.Kind.DELETED, reader);
        }
    }

    private void add(DataLoss.Kind kind, TokenReader reader) {
        reader.take("ONLY");
        reader.takeQualifiedName().flatMap(names::before).ifPresent(table -> found.add(DataLoss.ofTable(kind, table)));
    }

    private void dropped(String table) {
        names.before(table)
                .ifPresent(before -> found.add(DataLoss.ofTable(
                        names.isTaken(before, table) ? DataLoss.Kind.REWRITTEN : DataLoss.Kind.TABLE, before)));
        names.dropped(table);
    }

    private void altered(AlterTable alter) {
        alter.actions().forEach(action -> altered(alter.table(), action));
        alter.newName().ifPresent(name -> names.renamed(alter.table(), name));
    }

    private void altered(String table, AlterAction action) {
        action.addedColumn().ifPresent(column -> names.created(table, column.name()));
        action.newName().ifPresent(change -> names.renamed(table, change.column(), change.newName()));
        action.newType()
                .ifPresent(change -> add(DataLoss.Kind.NARROWED, table, change.column(), Optional.of(change.type())));
        action.droppedColumn().ifPresent(column -> {
            add(DataLoss.Kind.COLUMN, table, column, Optional.empty());
            names.created(table, column);
        });
    }

    private void add(DataLoss.Kind kind, String table, String column, Optional<TypeName> newType) {
        names.before(table)
                .ifPresent(before -> names.before(table, column)
                        .ifPresent(name -> found.add(new DataLoss(kind, before, Optional.of(name), newType))));
    }
}
